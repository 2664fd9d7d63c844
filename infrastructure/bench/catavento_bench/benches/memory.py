"""Peak resident memory of each task, and what ten fleets cost against one."""

from ..chain import STEPS, first_run
from ..process import Sample
from ..result import Result, Row, memory, times
from ..rounds import COUNTED, interleave, tell
from ..simulator import Simulator
from ..tasks import LOAD, MIGRATE, check_built, uses_duckdb
from ..workshop import Workshop

COPIES = 10
RELOAD = "load-postgis --force"
_TASK_MB, _DUCKDB_TASK_MB, _TEN_FLEETS_MB = 300, 350, 400


def measure(workshop: Workshop) -> list[Result]:
    check_built(*STEPS)
    one, ten = workshop.source(), workshop.source(copies=COPIES)
    at_one = interleave("memory", {"chain": lambda: _run(workshop, one)})
    tell(f"memory: {COPIES} fleets")
    at_ten = {key: [sample] for key, sample in _run(workshop, ten).items()}
    tell("")
    return [_one_fleet(workshop, one, at_one), _ten_fleets(ten, at_one, at_ten)]


def _run(workshop: Workshop, source: Simulator) -> dict[str, Sample]:
    """The chain on a fresh store, and the same day loaded again: what is known by then needs memory too."""
    tasks, samples = first_run(workshop, source)
    workshop.cluster.settle()
    return {**samples, RELOAD: tasks.run(LOAD, "--force")}


def _one_fleet(workshop: Workshop, source: Simulator, taken: dict[str, list[Sample]]) -> Result:
    tasks = {MIGRATE: [workshop.migration], **{key: taken[key] for key in (*STEPS, RELOAD)}}
    return Result(
        f"memory, one fleet — {source.rows:,} rows, 0 ms a request",
        [Row("Catavento", task, samples) for task, samples in tasks.items()],
        [memory(f"peak memory of {task}", samples, _limit(task)) for task, samples in tasks.items()],
        [f"Peak resident memory: the highest of {COUNTED} runs ({MIGRATE}: one), in millions of bytes."],
    )


def _ten_fleets(source: Simulator, one: dict[str, list[Sample]], ten: dict[str, list[Sample]]) -> Result:
    keys = ("chain", *STEPS, RELOAD)
    rows = {key: Row("Catavento", "the chain" if key == "chain" else key, ten[key]) for key in keys}
    return Result(
        f"memory, ten fleets — {source.rows:,} rows, 0 ms a request",
        list(rows.values()),
        [times(f"{rows[key].what} at 10 ×", rows[key], Row("", "", one[key]), "one fleet", 15) for key in keys]
        + [memory(f"peak memory of {key} at 10 ×", ten[key], _TEN_FLEETS_MB) for key in keys if key != "chain"],
        ["One run each; one fleet: the medians above and of the same chain."],
    )


def _limit(task: str) -> int:
    return _DUCKDB_TASK_MB if uses_duckdb(task.split()[0]) else _TASK_MB
