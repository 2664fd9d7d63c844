"""downsample-telemetry and load-postgis as processes on a store of the benchmark's."""

import csv
import hashlib
import uuid
from pathlib import Path

from ..cluster import PREFIX, Cluster
from ..errors import CannotMeasure
from ..places import WORK
from ..process import Sample
from ..tasks import DOWNSAMPLE, EXPORT, LOAD, NOTHING_NEW, Tasks
from ..workshop import Workshop
from .samples import SIGNALS, Samples

SOURCE = "bench"
_HEAD = """sources:
  - name: {source}
    kind: samples
    dialect: {dialect}
    address: {address}
    zone: "-03:00"
    stamps: start
    cadence: 1 min
    turbines_file: {turbines}
    {chooser}
    signals:
{signals}
"""
#: The columns that must not be null; an id follows from a turbine's name.
_REGISTER = """
CREATE TEMP TABLE fleet (turbine text, rated_power_kw double precision);
\\copy fleet FROM '{file}' (FORMAT csv, HEADER)
INSERT INTO core.turbine_identity (turbine_id, plant_key, designation, longitude, latitude, first_longitude, first_latitude,
                                   first_seen_day)
SELECT md5(turbine)::uuid, 'bench', turbine, -38, -5, -38, -5, '2026-01-01' FROM fleet;
INSERT INTO core.wind_turbine (turbine_id, plant_name, designation, rated_power_kw, location, valid_from_day)
SELECT md5(turbine)::uuid, 'bench', turbine, rated_power_kw, public.ST_SetSRID(public.ST_MakePoint(-38, -5), 4674), '2026-01-01'
  FROM fleet;
ANALYZE core.turbine_identity, core.wind_turbine;
"""


def fleet_store(workshop: Workshop, samples: Samples) -> str:
    """A migrated store that knows the turbines and what they are rated, as the rules on power want it."""
    name = f"fleet_{samples.turbines}"
    if not workshop.cluster.has(PREFIX + name):
        made = workshop.cluster.make(name, workshop.empty_store)
        workshop.cluster.script(made, _REGISTER.format(file=samples.fleet))
    return PREFIX + name


def _sources_file(name: str, dialect: str, address: str, samples: Samples, chooser: str) -> Path:
    turbines = WORK / f"turbines-{name}.csv"
    with samples.fleet.open() as fleet:
        names = [row["turbine"] for row in csv.DictReader(fleet)]
    turbines.write_text("name,turbine_id\n" + "".join(f"{turbine},{_id(turbine)}\n" for turbine in names))
    signals = "\n".join(f"      {signal}: {{column: {signal}}}" for signal in SIGNALS)
    file = WORK / f"sources-{name}.yaml"
    file.write_text(
        _HEAD.format(
            source=SOURCE, dialect=dialect, address=address, turbines=turbines, chooser=chooser, signals=signals
        )
    )
    return file


def of_files(name: str, samples: Samples) -> Path:
    return _sources_file(name, "parquet", f"{samples.folder}/{{day}}.parquet", samples, "turbine_column: turbine")


def of_http(name: str, address: str, samples: Samples) -> Path:
    """The same turbines, asked for over HTTP."""
    return _sources_file(name, "sensors", address, samples, "turbine_parameter: turbine_id")


def _id(turbine: str) -> uuid.UUID:
    return uuid.UUID(hashlib.md5(turbine.encode()).hexdigest())


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
