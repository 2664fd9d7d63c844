"""A real Airflow with a private cluster, in a second clone beside this one: ./catavento up, and ./catavento down at the end."""

import os
import shutil
import subprocess
import tempfile
from datetime import date
from pathlib import Path

import pytest
from sources import days_up_to, write_day, write_sources

from console.airflow_api import AirflowApi
from pipeline import days

PROJECT = Path(__file__).parents[3]
HERE = Path(__file__).parent
#: The store demo would have the demo's own telemetry only.
STORE = "twin"
#: With a source that is down.
PATIENCE = {"CATAVENTO_TELEMETRY_TOTAL_SECONDS": "20"}


def pytest_collection_modifyitems(items):
    """What counts the releases of a day comes before what forces that day again."""
    places = [place for place, item in enumerate(items) if item.path.parent == HERE]
    ours = sorted((items[place] for place in places), key=lambda item: item.path.name != "test_wind_fleet_daily.py")
    for place, item in zip(places, ours):
        items[place] = item


class Twin:
    """A clone that shares this one's programs and has its own state, ports and processes."""

    def __init__(self, home: Path) -> None:
        self.home = home
        for name in ("catavento", "pom.xml", ".mvn", "tasks", "infrastructure", ".env.example"):
            (home / name).symlink_to(PROJECT / name)
        (home / "dags" / "fixtures").mkdir(parents=True)
        for name in ("pipeline", "wind_fleet_daily.py", "store_maintenance_weekly.py"):
            (home / "dags" / name).symlink_to(PROJECT / "dags" / name)
        self._copy("telemetry_daily.py", "default_args=TASK_DEFAULTS", 'default_args={**TASK_DEFAULTS, "retry_delay": timedelta(seconds=1)}')
        self._copy("telemetry_replay.py", "", "")
        # These look when a test asks them to.
        self._copy("telemetry_arrivals.py", "schedule=every_five_minutes()", "schedule=None")
        self._copy("store_watch.py", "schedule=every_quarter_of_an_hour()", "schedule=None")
        write_sources(home)
        for day in days_up_to(days.today(), 5):
            write_day(home, day)
        shutil.copy(HERE / "endings.py", home / "dags")
        shutil.copy(HERE.parent / "fixtures" / "fake-task", home / "dags" / "fixtures")
        (home / "dags" / ".airflowignore").write_text("pipeline/\nfixtures/\n")
        (home / ".local").mkdir()
        for name in ("venv", "built"):
            (home / ".local" / name).symlink_to(PROJECT / ".local" / name)

    def _copy(self, name: str, given: str, instead: str) -> None:
        text = (PROJECT / "dags" / name).read_text()
        assert given in text
        (self.home / "dags" / name).write_text(text.replace(given, instead) if given else text)

    def catavento(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        inherited = {key: value for key, value in os.environ.items() if not key.startswith(("AIRFLOW", "CATAVENTO"))}
        return subprocess.run(
            [self.home / "catavento", *arguments],
            env={**inherited, "CATAVENTO_RUNNER": "process", "CATAVENTO_STORE": STORE, "CATAVENTO_SCHEDULE_FROM": "2025-01-01", **PATIENCE, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=900,
        )

    def simulator(self) -> str:
        return f"http://127.0.0.1:{(self.home / '.local' / 'run' / 'simulator.port').read_text().strip()}"

    def sql(self, query: str) -> list[str]:
        return self.catavento("psql", "-At", "-c", query).stdout.split()

    def api(self) -> AirflowApi:
        port = (self.home / ".local" / "run" / "airflow.port").read_text().strip()
        return AirflowApi(f"http://127.0.0.1:{port}", self.home / ".local" / "airflow" / "passwords.json")


@pytest.fixture(scope="session")
def twin():
    home = Path(tempfile.mkdtemp(prefix="catavento-twin-"))
    home.chmod(0o755)
    twin = Twin(home)
    try:
        started = twin.catavento("up")
        assert started.returncode == 0, started.stdout
        yield twin
    finally:
        stopped = twin.catavento("down")
        shutil.rmtree(home, ignore_errors=True)
    assert stopped.returncode == 0, stopped.stdout


@pytest.fixture(scope="session")
def airflow(twin) -> AirflowApi:
    return twin.api()


@pytest.fixture(scope="session")
def today() -> date:
    """The day of the first test: whatever is asked for by day stays the same day past midnight."""
    return days.today()
