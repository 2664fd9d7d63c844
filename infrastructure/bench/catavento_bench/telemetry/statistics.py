"""downsample-telemetry, rules and landing included, beside engines that only compute."""

from functools import partial

from ..process import Sample
from ..result import Result, Row, Target, memory, times
from ..rounds import interleave, tell
from ..workshop import Workshop
from .references import PlainStatistics
from .samples import Samples, generated
from .store import TelemetryStore, fleet_store, of_files

TIMES_PLAIN_DUCKDB = 3.5
FLEET, FLEET_MB, HUNDRED, HUNDRED_MB = "a-fleet", 1000, "a-month", 400


def measure(workshop: Workshop, part: str, turbines: int, days: int) -> Result:
    size = (turbines // 10, days) if days == 1 else (turbines, days // 3)
    samples = generated(workshop.java_home, workshop.python, *(size if workshop.quick else (turbines, days)))
    plain = PlainStatistics(workshop.python, samples)
    taken = interleave(
        f"telemetry {part}",
        {
            "duckdb": partial(plain.run, "duckdb"),
            "polars": partial(plain.run, "polars"),
            "downsample": lambda: _downsample(workshop, samples),
        },
    )
    tell(f"telemetry {part}: pandas, once")
    pandas = Row("reference", "pandas, resample", [plain.run("pandas")])
    tell("")
    duckdb = Row("reference", "plain DuckDB SQL, Parquet to Parquet", taken["duckdb"])
    polars = Row("reference", "polars, streaming, truncated groups", taken["polars"])
    ours = Row("Catavento", f"downsample-telemetry{_runs(days)}, rules and landing, in a fresh store", taken["downsample"])
    return Result(
        f"telemetry {part} — {samples.words}",
        [duckdb, polars, pandas, ours],
        _targets(part, ours, duckdb),
        [
            f"Beside the others, for orientation: {ours.seconds / duckdb.seconds:.2f} × DuckDB, "
            f"{ours.seconds / polars.seconds:.2f} × polars, {ours.seconds / pandas.seconds:.2f} × pandas."
        ],
    )


def _downsample(workshop: Workshop, samples: Samples) -> Sample:
    """A process for each day, one after another, as Airflow starts them on one worker."""
    database = workshop.cluster.make("telemetry", fleet_store(workshop, samples))
    store = TelemetryStore(workshop.java_home, workshop.cluster, database, of_files("files", samples))
    workshop.cluster.settle()
    runs = [store.downsample(day) for day in samples.listed_days()]
    return Sample.together(sum(run.seconds for run in runs), runs)


def _targets(part: str, ours: Row, duckdb: Row) -> list[Target]:
    if part == FLEET:
        return [
            times("the fleet's day", ours, duckdb, "plain DuckDB", TIMES_PLAIN_DUCKDB),
            memory("peak memory, the fleet's day", ours.samples, FLEET_MB),
        ]
    return [memory("peak memory, 100 turbines", ours.samples, HUNDRED_MB)] if part == HUNDRED else []


def _runs(days: int) -> str:
    return f", {days} runs" if days > 1 else ""
