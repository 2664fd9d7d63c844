"""Ten days of a hundred turbines beside one: time must grow no faster, memory not at all."""

from ..process import Sample
from ..result import Result, Row, Target, times
from ..rounds import interleave, peak_mb
from ..workshop import Workshop
from .samples import generated
from .store import TelemetryStore, fleet_store, of_files

TURBINES, DAYS = 100, 10
TIMES_ONE_DAY, FLAT = 10, 1.15


def measure(workshop: Workshop) -> Result:
    samples = generated(workshop.java_home, workshop.python, TURBINES, DAYS)
    taken = interleave("telemetry f", {"days": lambda: _days(workshop, samples)})
    one = Row("Catavento", "both tasks, the first day in a fresh store", taken["one"])
    ten = Row("Catavento", f"both tasks, {DAYS} days one after another", taken["ten"])
    flat = Target(
        f"peak memory, {DAYS} days",
        peak_mb(ten.samples),
        FLAT * peak_mb(one.samples),
        "MB",
        f"{peak_mb(ten.samples) / peak_mb(one.samples):.2f} × one day",
        f"≤ {FLAT:g} × (flat)",
    )
    return Result(
        f"telemetry f, growth — {samples.words}",
        [one, ten],
        [times(f"{DAYS} days", ten, one, "one day", TIMES_ONE_DAY), flat],
    )


def _days(workshop: Workshop, samples) -> dict[str, Sample]:
    database = workshop.cluster.make("telemetry", fleet_store(workshop, samples))
    store = TelemetryStore(workshop.java_home, workshop.cluster, database, of_files("growth", samples))
    workshop.cluster.settle()
    runs = []
    for day in samples.listed_days():
        runs += [store.downsample(day), store.load(day)]
    return {"one": _together(runs[:2]), "ten": _together(runs)}


def _together(runs: list[Sample]) -> Sample:
    return Sample.together(sum(run.seconds for run in runs), runs)
