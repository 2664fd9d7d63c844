"""Generated samples as Parquet, one file a day; made once by source-simulator and kept for the next call."""

import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from ..ground import plain_environment
from ..places import RESULTS, TASKS
from ..process import succeed
from ..rounds import tell
from ..tasks import LAUNCHER, SIMULATOR, check_built

FIRST_DAY = date(2026, 3, 1)
SIGNALS = ("wind_speed", "power", "ambient_temperature")
FLEET = "fleet.csv"
TRAITS = ("gaps:percent=2", "nulls:percent=0.5")
LONGEST_WRITING_SECONDS = 1800
_CHANGE = """
import sys, duckdb
duckdb.execute("SET preserve_insertion_order = true")
duckdb.execute(f'''
    COPY (SELECT turbine, "timestamp",
                 wind_speed + CASE WHEN date_part('hour', "timestamp") * 60 + date_part('minute', "timestamp")
                                        = hash(turbine) % 1440 THEN 0.25 ELSE 0 END AS wind_speed,
                 power, ambient_temperature, wind_direction
            FROM read_parquet('{sys.argv[1]}')) TO '{sys.argv[2]}' (FORMAT parquet, COMPRESSION zstd)''')
"""
_COUNT = "import sys, duckdb; print(duckdb.execute(f\"SELECT count(*) FROM read_parquet('{sys.argv[1]}')\").fetchall()[0][0])"


@dataclass(frozen=True)
class Samples:
    """Files DAY.parquet of so many turbines and days; `rows` counts those of all files."""

    folder: Path
    turbines: int
    days: int
    rows: int

    @property
    def files(self) -> str:
        return f"{self.folder}/*.parquet"

    @property
    def fleet(self) -> Path:
        """The turbines and their rated powers, as CSV."""
        return self.folder / FLEET

    @property
    def words(self) -> str:
        return f"{self.turbines:,} turbines × {self.days} day{'s' if self.days > 1 else ''}, {self.rows:,} samples"

    def listed_days(self) -> list[str]:
        return [str(FIRST_DAY + timedelta(days=number)) for number in range(self.days)]


def generated(java_home: str, python: str, turbines: int, days: int) -> Samples:
    check_built(SIMULATOR)
    folder = _place(f"{turbines}x{days}")
    if not (folder / "rows").exists():
        tell(f"telemetry: writing samples of {turbines:,} turbines × {days} days, once")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        traits = [word for trait in TRAITS for word in ("--trait", trait)]
        command = [
            LAUNCHER, SIMULATOR, "write", "--format", "parquet", "--turbines", turbines, "--days", days,
            "--from", FIRST_DAY, "--to", folder, "--fleet", folder / FLEET, *traits,
        ]  # fmt: skip
        succeed(SIMULATOR, command, plain_environment(JAVA_HOME=java_home), longest=LONGEST_WRITING_SECONDS)
        _note_rows(python, folder)
    return Samples(folder, turbines, days, int((folder / "rows").read_text()))


def changed(python: str, before: Samples) -> Samples:
    """The same first day, but that one sample of each turbine says something else."""
    folder = _place(f"{before.folder.name}-changed")
    if not (folder / "rows").exists():
        tell("telemetry: writing the changed samples, once")
        folder.mkdir(parents=True, exist_ok=True)
        file = f"{FIRST_DAY}.parquet"
        shutil.copyfile(before.fleet, folder / FLEET)
        succeed("change", [python, "-c", _CHANGE, before.folder / file, folder / file], plain_environment())
        _note_rows(python, folder)
    return Samples(folder, before.turbines, 1, int((folder / "rows").read_text()))


def _note_rows(python: str, folder: Path) -> None:
    counted = succeed("count", [python, "-c", _COUNT, f"{folder}/*.parquet"], plain_environment())
    (folder / "rows").write_text(counted.output.strip())


def _place(name: str) -> Path:
    """Another build of the simulator may give other samples."""
    jar = TASKS / SIMULATOR / "target" / "quarkus-app" / "app" / f"{SIMULATOR}.jar"
    jars = [jar] if jar.exists() else sorted(jar.parent.glob("*.jar"))
    print_of_build = sha256(b"".join(found.read_bytes() for found in jars)).hexdigest()[:12]
    return RESULTS / "samples" / print_of_build / name
