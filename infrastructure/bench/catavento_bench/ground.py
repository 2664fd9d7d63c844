"""Asks infrastructure/bench/ground to make something ready."""

import os
import subprocess

from .errors import CannotMeasure
from .places import BENCH


def ready(what: str) -> dict[str, str]:
    done = subprocess.run([BENCH / "ground", what], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        words = done.stderr.strip().splitlines() or [f"ground {what} ended with {done.returncode}"]
        raise CannotMeasure(words[-1])
    return dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)


def callers_environment() -> dict[str, str]:
    """What the script finds where it installs and builds: all that the caller has, but no setting of Catavento's."""
    return {name: value for name, value in os.environ.items() if not name.startswith("CATAVENTO_")}


def plain_environment(**more: str) -> dict[str, str]:
    """What a measured program finds: no setting of the caller's, no proxy."""
    return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8", "NO_PROXY": "*", **more}
