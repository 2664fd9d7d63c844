"""downsample-telemetry and load-postgis as processes on a store of the benchmark's."""

from pathlib import Path

from ..cluster import Cluster
from ..errors import CannotMeasure
from ..places import WORK
from ..process import Sample
from ..tasks import DOWNSAMPLE, EXPORT, LOAD, NOTHING_NEW, Tasks
from .samples import SIGNALS, Samples

SOURCE = "bench"
#: Of the simulator's machines: with it the rules on power are at work.
HIGHEST_RATED_KW = 6200
_HEAD = """sources:
  - name: {source}
    kind: samples
    dialect: {dialect}
    address: {address}
    zone: "-03:00"
    stamps: start
    cadence: 1 min
    rated_power_kw: {rated}
    {turbines}
    signals:
{signals}
"""


def sources_file(name: str, dialect: str, address: str, turbines: str) -> Path:
    signals = "\n".join(f"      {signal}: {{column: {signal}}}" for signal in SIGNALS)
    file = WORK / f"sources-{name}.yaml"
    file.write_text(
        _HEAD.format(
            source=SOURCE, dialect=dialect, address=address, rated=HIGHEST_RATED_KW, turbines=turbines, signals=signals
        )
    )
    return file


def of_files(name: str, samples: Samples) -> Path:
    return sources_file(name, "parquet", f"{samples.folder}/{{day}}.parquet", "turbine_column: turbine")


def of_http(name: str, address: str, turbines: list[str]) -> Path:
    named = ", ".join(f"{turbine}: null" for turbine in turbines)
    return sources_file(name, "sensors", address, f"turbine_parameter: turbine_id\n    turbines: {{{named}}}")


class TelemetryStore:
    """One store; the tasks read the source that they are given."""

    def __init__(self, java_home: str, cluster: Cluster, database: str, sources: Path):
        self._tasks = Tasks(java_home, cluster, database, settings={"CATAVENTO_SOURCES": str(sources)})

    def downsample(self, day: str, *more: str, rows: int | None = None) -> Sample:
        sample, report = self._tasks.do(DOWNSAMPLE, ["--source", SOURCE, "--day", day, *more])
        if rows is not None and report["rows"]["read"] != rows:
            raise CannotMeasure(f"{DOWNSAMPLE} read {report['rows']['read']} of {rows} samples of {day}")
        return sample

    def load(self, day: str, *more: str) -> Sample:
        return self._tasks.do(LOAD, self._load_words(day, *more))[0]

    def load_nothing(self, day: str) -> Sample:
        """A load that finds the day published as it is."""
        return self._tasks.do(LOAD, self._load_words(day), ended=NOTHING_NEW)[0]

    def export(self, day: str) -> Sample:
        self._tasks.clear_exports()
        return self._tasks.do(EXPORT, ["--dataset", "telemetry", "--source", SOURCE, "--day", day])[0]

    def start_only(self, task: str) -> Sample:
        return self._tasks.start_only(task)

    @staticmethod
    def _load_words(day: str, *more: str) -> list[str]:
        return ["--dataset", "telemetry", "--source", SOURCE, "--day", day, *more]
