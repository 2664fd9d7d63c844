"""Each image's start to the end of --help beside java -version in it, and sizes beyond the base."""

from ..images import container, images, over_base, together
from ..result import Result, Row, Target, size, times_plus
from ..rounds import interleave
from ..tasks import uses_duckdb
from ..workshop import Workshop

START_FACTOR, START_SECONDS = 1.5, 0.6
WITHOUT_DUCKDB_MB, WITH_DUCKDB_MB, TOGETHER_MB = 140, 220, 700


def measure(workshop: Workshop) -> list[Result]:
    found = images()
    contenders = {}
    for name, image in found.items():
        contenders[f"{name} java"] = lambda name=name, image=image: container(name, image, "-version", entrypoint="java")
        contenders[f"{name} help"] = lambda name=name, image=image: container(name, image, "--help")
    taken = interleave("images", {key: act for key, act in contenders.items() if not key.startswith("source-simulator ")})
    rows, targets = [], []
    for name in found:
        if f"{name} help" not in taken:
            continue
        java = Row("reference", f"docker run, java -version in {name}", taken[f"{name} java"])
        helped = Row("Catavento", f"docker run {name} --help", taken[f"{name} help"])
        rows += [java, helped]
        targets.append(times_plus(f"{name} --help", helped, java, "java -version", START_FACTOR, START_SECONDS))
    return [Result("images — start", rows, targets), Result("images — size beyond the base", [], _sizes(found))]


def _sizes(found: dict[str, str]) -> list[Target]:
    each = [
        size(name, over_base(image), WITH_DUCKDB_MB if uses_duckdb(name) else WITHOUT_DUCKDB_MB) for name, image in found.items()
    ]
    return [*each, size("all together, shared layers once", together(list(found.values())), TOGETHER_MB)]
