"""Container images as the engine knows them: sizes by layer, and one container from its start to its end."""

import json
import subprocess
from functools import cache

from .errors import CannotMeasure
from .ground import plain_environment, ready
from .places import HOME
from .process import Sample, run

BASE = "eclipse-temurin:25-jre"
LOCKED_DOWN = ["--read-only", "--tmpfs", "/tmp:exec", "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--network", "none"]
_MB = 1e6


def images() -> dict[str, str]:
    """Each program's image of the present code, by name."""
    tag = ready("image-tag")["TAG"]
    found = {
        name: f"catavento/{name}:{tag}"
        for name in sorted(pom.parent.name for pom in HOME.glob("tasks/*/pom.xml") if "quarkus-maven-plugin" in pom.read_text())
    }
    missing = [image for image in found.values() if subprocess.run(["docker", "image", "inspect", image], capture_output=True).returncode]
    if missing:
        raise CannotMeasure(f"no image {', '.join(missing)} (CATAVENTO_RUNNER=docker ./catavento build makes them)")
    return found


def container(name: str, image: str, *arguments: str, entrypoint: str | None = None) -> Sample:
    """From `docker run` to its end; the container is removed. What it used is the engine's to count, not its client's."""
    how = ["docker", "run", "--rm", *LOCKED_DOWN, *(["--entrypoint", entrypoint] if entrypoint else []), image, *arguments]
    done = run(f"image-{name}", how, plain_environment())
    if done.exit_code != 0:
        raise CannotMeasure(f"{image} ended with {done.exit_code}: {done.last_words()}")
    return Sample(done.sample.seconds)


@cache
def layers(image: str) -> dict[str, int]:
    """Bytes by layer."""
    history = _words(["docker", "history", "--no-trunc", "--human=false", "--format", "{{json .}}", image]).splitlines()
    sizes = [int(json.loads(line)["Size"]) for line in reversed(history)]
    chain = json.loads(_words(["docker", "image", "inspect", "--format", "{{json .RootFS.Layers}}", image]))
    return dict(zip(chain, [size for size in sizes if size > 0] + [0] * len(chain)))


def over_base(image: str) -> float:
    """What the image has beyond its base, in millions of bytes."""
    base = int(_words(["docker", "image", "inspect", "--format", "{{.Size}}", BASE]))
    return (int(_words(["docker", "image", "inspect", "--format", "{{.Size}}", image])) - base) / _MB


def together(names: list[str]) -> float:
    """All images beyond the base, what they share once, in millions of bytes."""
    sizes: dict[str, int] = {}
    for image in names:
        sizes |= layers(image)
    return sum(size for layer, size in sizes.items() if layer not in layers(BASE)) / _MB


def _words(command: list[str]) -> str:
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=True).stdout.strip()
    except FileNotFoundError:
        raise CannotMeasure("there is no docker command here") from None
    except subprocess.CalledProcessError as failed:
        raise CannotMeasure(f"{command[0]} {command[1]}: {failed.stderr.strip()[-200:]}") from None
