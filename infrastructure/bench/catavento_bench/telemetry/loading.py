"""Both tasks into core beside DuckDB and COPY; then the same day again, unchanged and changed."""

from ..cluster import PREFIX
from ..process import Sample
from ..result import Result, Row, Target, memory, times
from ..rounds import interleave, tell
from ..tasks import EXPORT, LOAD
from ..workshop import Workshop
from .references import WideCopy
from .samples import FIRST_DAY, Samples, changed, generated
from .store import TelemetryStore, fleet_store, of_files

TIMES_COPY, SECONDS_AFTER_START, TIMES_FIRST_LOAD = 1.5, 0.3, 1.0
EXPORT_MB = 350
TURBINES, QUICK_TURBINES = 23_500, 2_350
DAY = str(FIRST_DAY)


def first_loads(workshop: Workshop) -> Result:
    samples = _samples(workshop)
    copy = WideCopy(workshop.python, workshop.cluster, samples)
    taken = interleave("telemetry b", {"copy": copy.run, "both": lambda: _both(workshop, samples)})
    reference = Row("reference", "plain DuckDB, then COPY into a wide table with its primary key", taken["copy"])
    both = Row("Catavento", "downsample-telemetry and load-postgis, in a fresh store", taken["both"])
    return Result(
        f"telemetry b, Parquet to core — {samples.words}",
        [
            reference,
            both,
            Row("", "of which downsample-telemetry", taken["downsample"]),
            Row("", f"of which {LOAD}", taken["load"]),
        ],
        [times("Parquet to core, both tasks", both, reference, "DuckDB + COPY", TIMES_COPY)],
    )


def unchanged(workshop: Workshop) -> Result:
    samples = _samples(workshop)
    loaded = _loaded(workshop, samples)
    tell("telemetry c: landing the same day once more")
    again = _store(workshop, "telemetry_again", loaded, samples)
    again.downsample(DAY, "--force")
    taken = interleave(
        "telemetry c",
        {
            "start": lambda: again.start_only(LOAD),
            "same": lambda: _store(workshop, "telemetry", loaded, samples).load_nothing(DAY),
            "landed again": lambda: _store(workshop, "telemetry", _name("telemetry_again"), samples).load_nothing(DAY),
        },
    )
    start = Row("Catavento", "process start (load-postgis --help)", taken["start"])
    same = Row("Catavento", "load-postgis of the landed day that is published", taken["same"])
    landed = Row("Catavento", "load-postgis of the day landed again, no statistic differs", taken["landed again"])
    return Result(
        f"telemetry c, nothing changed — {samples.words}",
        [start, same, landed],
        [_after_start("the same landed day", same, start), _after_start("landed again, nothing changed", landed, start)],
    )


def changed_windows(workshop: Workshop) -> Result:
    samples = _samples(workshop)
    loaded = _loaded(workshop, samples)
    later = changed(workshop.python, samples)
    tell("telemetry d: landing the changed day")
    _store(workshop, "telemetry_changed", loaded, later).downsample(DAY)
    taken = interleave(
        "telemetry d",
        {
            "first": lambda: _store(workshop, "telemetry", _name("telemetry_landed"), samples).load(DAY),
            "changed": lambda: _store(workshop, "telemetry", _name("telemetry_changed"), samples).load(DAY),
        },
    )
    first = Row("Catavento", "load-postgis, first load of a landed day", taken["first"])
    again = Row("Catavento", "load-postgis, the day again with one changed window of each turbine", taken["changed"])
    return Result(
        f"telemetry d, one changed window of each turbine — {samples.words}",
        [first, again],
        [times("one changed window of each turbine", again, first, "first load", TIMES_FIRST_LOAD)],
    )


def exported(workshop: Workshop) -> Result:
    samples = _samples(workshop)
    store = _store(workshop, "telemetry", _loaded(workshop, samples), samples)
    taken = interleave("telemetry g", {"start": lambda: store.start_only(EXPORT), "export": lambda: store.export(DAY)})
    start = Row("Catavento", "process start (export-tableau --help)", taken["start"])
    export = Row("Catavento", "export-tableau: CSV, Parquet and Data Package", taken["export"])
    return Result(
        f"telemetry g, a day as files — {samples.words}",
        [start, export],
        [memory("peak memory of export-tableau, however many turbines", export.samples, EXPORT_MB)],
    )


def _both(workshop: Workshop, samples: Samples) -> dict[str, Sample]:
    store = _store(workshop, "telemetry", fleet_store(workshop, samples), samples)
    parts = {"downsample": store.downsample(DAY, rows=samples.rows), "load": store.load(DAY)}
    return {"both": Sample.together(sum(part.seconds for part in parts.values()), list(parts.values())), **parts}


def _loaded(workshop: Workshop, samples: Samples) -> str:
    """A store that holds the day; the one that it was landed in stays beside it."""
    name = _name("telemetry_loaded")
    if not workshop.cluster.has(name):
        tell("telemetry: landing and loading the day")
        _store(workshop, "telemetry_landed", fleet_store(workshop, samples), samples).downsample(DAY, rows=samples.rows)
        _store(workshop, "telemetry_loaded", _name("telemetry_landed"), samples).load(DAY)
    return name


def _store(workshop: Workshop, name: str, template: str, samples: Samples) -> TelemetryStore:
    """A copy of a store; making it is not part of any measurement."""
    database = workshop.cluster.make(name, template)
    workshop.cluster.settle()
    sources = of_files(name, samples)
    return TelemetryStore(workshop.java_home, workshop.cluster, database, sources)


def _name(name: str) -> str:
    return PREFIX + name


def _samples(workshop: Workshop) -> Samples:
    return generated(workshop.java_home, workshop.python, QUICK_TURBINES if workshop.quick else TURBINES, 1)


def _after_start(what: str, measured: Row, start: Row) -> Target:
    return Target(
        what,
        measured.seconds,
        start.seconds + SECONDS_AFTER_START,
        "s",
        f"start + {measured.seconds - start.seconds:.2f} s",
        f"≤ start + {SECONDS_AFTER_START:g} s",
    )
