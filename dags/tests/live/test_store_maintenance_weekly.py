"""store_maintenance_weekly and Airflow's own clean-up, in a real Airflow on a real store."""

import os
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from waiting import day_before, days_before, ended, states, trigger, wait_for

from console.outcomes import run_report

DAG = "store_maintenance_weekly"


@pytest.fixture(scope="module")
def published(airflow, today):
    wait_for(lambda: airflow.find("/dags/wind_fleet_daily"))
    run = trigger(airflow, "wind_fleet_daily", day=days_before(today, 20))
    assert ended(airflow, "wind_fleet_daily", run)["state"] == "success"


def test_a_run_checks_the_store_and_reports_its_size(airflow, twin, published):
    wait_for(lambda: airflow.find(f"/dags/{DAG}"))
    run = trigger(airflow, DAG)
    done = ended(airflow, DAG, run)
    assert done["state"] == "success"
    assert states(airflow, DAG, run) == {"maintain-store": "success"}
    report = run_report(airflow, DAG, run, "maintain-store")
    assert (report["day"], report["rows"]["written"]) == (day_before(done), 0)
    assert report["rows"]["read"] == report["rows"]["unchanged"] > 0
    assert report["outputs"]["tables_analyzed"] > 10 and report["outputs"]["bytes"]["raw"] > 0
    assert twin.sql("SELECT outcome FROM out.task_run WHERE task = 'maintain-store' ORDER BY task_run_id DESC LIMIT 1") == [
        "completed"
    ]


def test_what_is_older_than_asked_goes_from_airflow_and_the_rest_stays(airflow, twin, published):
    run = trigger(airflow, DAG)
    ended(airflow, DAG, run)
    old = (datetime.now(UTC) - timedelta(days=100)).isoformat()
    log = next((twin.home / ".local" / "airflow" / "logs").glob(f"dag_id={DAG}/run_id={run}/**/attempt=1.log"))
    metadata(twin, f"UPDATE dag_run SET start_date = '{old}' WHERE run_id = '{run}'")
    age(log, 100)
    said = twin.catavento("clean", "--dry-run")
    assert said.returncode == 0, said.stdout
    assert airflow.find(f"/dags/{DAG}/dagRuns/{run}") and log.exists()
    others = len(airflow.get("/dags/wind_fleet_daily/dagRuns")["dag_runs"])
    done = twin.catavento("clean")
    assert done.returncode == 0, done.stdout
    assert airflow.find(f"/dags/{DAG}/dagRuns/{run}") is None
    assert metadata(twin, f"SELECT count(*) FROM task_instance WHERE run_id = '{run}'") == ["0"]
    assert metadata(twin, f"SELECT count(*) FROM xcom WHERE run_id = '{run}'") == ["0"]
    assert metadata(twin, "SELECT count(*) FROM pg_tables WHERE tablename LIKE '\\_airflow\\_deleted%'") == ["0"]
    assert not log.exists()
    assert len(airflow.get("/dags/wind_fleet_daily/dagRuns")["dag_runs"]) == others


@pytest.mark.parametrize("days", ["0", "-1", "x", ""])
def test_a_wrong_age_is_refused(twin, days):
    refused = twin.catavento("clean", "--days", days)
    assert refused.returncode == 2 and "--days is a whole number" in refused.stdout


def test_the_cleaner_runs(twin):
    assert "cleaner        running" in twin.catavento("status").stdout


def metadata(twin, query):
    """Of Airflow's own database, whose password only this installation knows."""
    local = twin.home / ".local"
    secrets = dict(line.split("=", 1) for line in (local / "secrets.env").read_text().splitlines())
    return subprocess.run(
        ["psql", "-XqAt", "-h", "127.0.0.1", "-p", (local / "run" / "postgres.port").read_text().strip(), "-U", "airflow", "-c", query],
        env={**os.environ, "PGPASSWORD": secrets["AIRFLOW_DB_PASSWORD"]},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout.split()


def age(file, days):
    moment = (datetime.now() - timedelta(days=days)).timestamp()
    os.utime(file, (moment, moment))
