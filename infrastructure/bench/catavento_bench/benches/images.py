"""Each image's start to the end of --help beside java -version in it and the same program as a process, and sizes beyond the base."""

from functools import partial

from ..images import container, images, over_base, together
from ..result import Result, Row, Target, size, times_plus
from ..rounds import interleave
from ..tasks import check_built, start_alone, uses_duckdb
from ..workshop import Workshop

START_FACTOR, START_SECONDS = 1.5, 0.6
WITHOUT_DUCKDB_MB, WITH_DUCKDB_MB, TOGETHER_MB = 140, 220, 700
#: Stands in for a source: its size counts, its start does not.
STAND_IN = "source-simulator"
#: A program that no runner starts.
GATE = "engine-gate"


def measure(workshop: Workshop) -> list[Result]:
    found = images()
    started = {name: image for name, image in found.items() if name != STAND_IN}
    tasks = [name for name in started if name != GATE]
    check_built(*tasks)
    contenders = {}
    for name, image in started.items():
        contenders[f"{name} java"] = partial(container, name, image, "-version", entrypoint="java")
        if name in tasks:
            contenders[f"{name} process"] = partial(start_alone, name, workshop.java_home)
        contenders[f"{name} help"] = partial(container, name, image, "--help")
    taken = interleave("images", contenders)
    rows, targets, added = [], [], []
    for name in started:
        java = Row("reference", f"docker run, java -version in {name}", taken[f"{name} java"])
        helped = Row("Catavento", f"docker run {name} --help", taken[f"{name} help"])
        rows.append(java)
        if name in tasks:
            rows.append(Row("Catavento", f"process {name} --help", taken[f"{name} process"]))
            added.append(helped.seconds - rows[-1].seconds)
        rows.append(helped)
        targets.append(times_plus(f"{name} --help", helped, java, "java -version", START_FACTOR, START_SECONDS))
    note = (
        f"The Docker runner adds {min(added):.2f} to {max(added):.2f} s to a task over the process runner:"
        " a container made, started and removed, and a start under its limits."
    )
    return [Result("images — start", rows, targets, [note]), Result("images — size beyond the base", [], _sizes(found))]


def _sizes(found: dict[str, str]) -> list[Target]:
    each = [
        size(name, over_base(image), WITH_DUCKDB_MB if uses_duckdb(name) else WITHOUT_DUCKDB_MB) for name, image in found.items()
    ]
    return [*each, size("all together, shared layers once", together(list(found.values())), TOGETHER_MB)]
