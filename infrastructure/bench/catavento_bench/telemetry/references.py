"""What telemetry is measured against: DuckDB, polars, pandas, COPY into a wide table, and an engineer's script."""

from ..cluster import Cluster
from ..errors import CannotMeasure
from ..ground import plain_environment
from ..places import REFERENCES, WORK
from ..process import Sample, succeed
from .samples import SIGNALS, Samples

LONGEST_SECONDS = 900


class PlainStatistics:
    """Parquet to Parquet by a script of references/, in the benchmark's own environment."""

    def __init__(self, python: str, samples: Samples):
        self._python, self._samples = python, samples

    def run(self, engine: str) -> Sample:
        result = WORK / f"{engine}.parquet"
        result.unlink(missing_ok=True)
        script = REFERENCES / f"telemetry_{engine}.py"
        command = [self._python, script, self._samples.files, result, *SIGNALS]
        done = succeed(engine, command, plain_environment(), longest=LONGEST_SECONDS)
        if not result.exists():
            raise CannotMeasure(f"{engine} wrote no result")
        result.unlink()
        return done.sample


class WideCopy:
    """Plain statistics by DuckDB, then COPY into a wide table with a primary key, in a fresh database."""

    def __init__(self, python: str, cluster: Cluster, samples: Samples):
        self._python, self._cluster, self._samples = python, cluster, samples

    def run(self) -> Sample:
        database, csv = self._cluster.make("wide"), WORK / "wide.csv"
        self._cluster.settle()
        script = REFERENCES / "telemetry_copy.py"
        command = [self._python, script, self._samples.files, self._cluster.plain_url(database), csv, *SIGNALS]
        done = succeed("copy", command, plain_environment(), longest=LONGEST_SECONDS)
        rows = int(self._cluster.sql(database, "SELECT count(*) FROM telemetry_wide"))
        if rows < 0.9 * self._samples.rows / 10:
            raise CannotMeasure(f"COPY stored {rows:,} windows of {self._samples.rows:,} samples")
        self._cluster.drop("wide")
        csv.unlink()
        return done.sample


class EngineersScript:
    """references/telemetry_script.py: a table of one day, turbines one after another."""

    def __init__(self, python: str, cluster: Cluster, address: str, day: str, turbines: list[str]):
        self._python, self._cluster = python, cluster
        self._address, self._day, self._turbines = address, day, turbines

    def run(self) -> Sample:
        database = self._cluster.make("script")
        self._cluster.settle()
        script = REFERENCES / "telemetry_script.py"
        command = [self._python, script, self._address, self._day, self._cluster.url(database), *self._turbines]
        done = succeed("script", command, plain_environment(), longest=LONGEST_SECONDS)
        stored = self._cluster.sql(database, "SELECT sum(wind_speed_count)::bigint FROM telemetry_10min")
        if int(stored) != 1440 * len(self._turbines):
            raise CannotMeasure(f"the script stored {stored} of {1440 * len(self._turbines)} samples")
        self._cluster.drop("script")
        return done.sample
