"""A day over HTTP, one turbine and a hundred, beside an engineer's script that asks for one after another."""

from pathlib import Path

from ..process import Sample
from ..result import Result, Row, times
from ..rounds import interleave
from ..workshop import Workshop
from .references import EngineersScript
from .samples import FIRST_DAY, Samples, generated
from .store import TelemetryStore, fleet_store, of_http

DAY = str(FIRST_DAY)
TIMES_ONE, TIMES_HUNDRED = 1.6, 0.2
LATENCY_MS, TURBINES, QUICK_TURBINES, MINUTES = 20, 100, 20, 1440


def one_turbine(workshop: Workshop) -> Result:
    return _measure(workshop, "e-one", 1, 0, TIMES_ONE)


def hundred_turbines(workshop: Workshop) -> Result:
    return _measure(workshop, "e-hundred", QUICK_TURBINES if workshop.quick else TURBINES, LATENCY_MS, TIMES_HUNDRED)


def _measure(workshop: Workshop, part: str, count: int, latency_ms: int, allowed: float) -> Result:
    address = workshop.source(latency_ms).address
    samples = generated(workshop.java_home, workshop.python, count, 1)
    turbines = [f"T-{number:04}" for number in range(1, count + 1)]
    script = EngineersScript(workshop.python, workshop.cluster, address, DAY, turbines)
    sources = of_http(part, address, samples)
    taken = interleave(
        f"telemetry {part}",
        {"script": script.run, "downsample": lambda: _downsample(workshop, samples, sources)},
    )
    reference = Row("reference", "a script: httpx, pandas and SQLAlchemy, one turbine after another", taken["script"])
    ours = Row("Catavento", "downsample-telemetry, rules and landing, in a fresh store", taken["downsample"])
    words = f"{count} turbine{'s' if count > 1 else ''} × 1 day over HTTP, {latency_ms} ms a request"
    return Result(f"telemetry {part} — {words}", [reference, ours], [times(words, ours, reference, "the script", allowed)])


def _downsample(workshop: Workshop, samples: Samples, sources: Path) -> Sample:
    database = workshop.cluster.make("telemetry", fleet_store(workshop, samples))
    store = TelemetryStore(workshop.java_home, workshop.cluster, database, sources)
    workshop.cluster.settle()
    return store.downsample(DAY, rows=MINUTES * samples.turbines)
