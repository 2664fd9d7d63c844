"""What continuous integration runs, with stand-ins for the tests and the bare machine."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[3]


def script(file, code):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{code}\n")
    file.chmod(0o755)


@pytest.fixture
def clone(tmp_path):
    home = tmp_path / "clone"
    (home / ".ci").mkdir(parents=True)
    shutil.copy(PROJECT / ".ci" / "run", home / ".ci")
    return home


def run(home, tests, *, engine=None, fresh=None, ci="true"):
    """The exit code and the last line; each argument is what that program does."""
    script(home / "catavento", f'[ "$*" = test ] || exit 9\n{tests}')
    if engine:
        script(home.parent / "shared/engine/start", engine)
    if fresh:
        script(home.parent / "shared/check/fresh-machine", f'[ "$*" = "./catavento run" ] || exit 9\n{fresh}')
    ended = subprocess.run(
        [home / ".ci" / "run"],
        env={**os.environ, "CI": ci},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
    )
    return ended.returncode, ended.stdout.splitlines()[-1]


GOOD = "echo 5 passed, 0 failed, 0 skipped"


@pytest.mark.parametrize(
    ("programs", "code", "last"),
    [
        ({"tests": GOOD}, 0, "5 passed, 0 failed, 0 skipped"),
        ({"tests": GOOD, "engine": "echo ready", "fresh": "echo it runs"}, 0, "6 passed, 0 failed, 0 skipped"),
        ({"tests": GOOD, "fresh": "exit 1"}, 1, "5 passed, 1 failed, 0 skipped"),
        ({"tests": GOOD, "engine": "exit 1"}, 1, "5 passed, 1 failed, 0 skipped"),
        ({"tests": "echo 4 passed, 1 failed, 0 skipped; exit 1", "fresh": "true"}, 1, "5 passed, 1 failed, 0 skipped"),
        ({"tests": "echo 4 passed, 0 failed, 1 skipped"}, 1, "4 passed, 0 failed, 1 skipped"),
        ({"tests": "echo 4 passed, 0 failed, 1 skipped", "ci": ""}, 0, "4 passed, 0 failed, 1 skipped"),
        ({"tests": f"{GOOD}; exit 3"}, 1, "5 passed, 1 failed, 0 skipped"),
        ({"tests": "echo broken; exit 1"}, 1, "0 passed, 1 failed, 0 skipped"),
        ({"tests": "true"}, 1, "0 passed, 1 failed, 0 skipped"),
    ],
)
def test_the_end_and_the_last_line_say_the_same(clone, programs, code, last):
    assert run(clone, **programs) == (code, last)


def test_the_first_command_is_tried_even_after_a_failed_test(clone):
    tried = clone.parent / "tried"
    run(clone, "exit 1", fresh=f"touch {tried}")
    assert tried.exists()
