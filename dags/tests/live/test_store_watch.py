"""store_watch in a real Airflow on a real store: alerts arrive, and the audit has the user's name."""

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from waiting import days_before, ended, states, trigger, wait_for

from console import backfills
from console.outcomes import run_report

DAG = "store_watch"
FLEET = "wind_fleet_daily"


class Hook(BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.arrived.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def hook(twin, airflow):
    """Where alerts go while these tests run."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    server.arrived = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    up = twin.catavento("up", CATAVENTO_ALERT_WEBHOOK_URL=f"http://127.0.0.1:{server.server_address[1]}/")
    assert up.returncode == 0, up.stdout
    wait_for(lambda: airflow.find(f"/dags/{DAG}"))
    yield server
    assert twin.catavento("up").returncode == 0
    server.shutdown()


def watched(airflow):
    run = trigger(airflow, DAG)
    assert ended(airflow, DAG, run)["state"] == "success"
    assert states(airflow, DAG, run) == {"watch-store": "success"}
    return run_report(airflow, DAG, run, "watch-store")["outputs"]


def arrived(hook, key):
    return [notice["event"] for notice in hook.arrived if notice["key"] == key]


def test_a_failed_task_is_told_with_the_link_to_its_log_once_and_its_recovery_once(airflow, hook, today):
    key = "task-failed/extract-sigel/wind_fleet"
    failed = trigger(airflow, FLEET, day=days_before(today, -7))
    assert ended(airflow, FLEET, failed)["state"] == "failed"
    watched(airflow)
    watched(airflow)
    assert arrived(hook, key) == ["opened"]
    (notice,) = [notice for notice in hook.arrived if notice["key"] == key]
    assert notice["demo"] is True
    assert f"/dags/{FLEET}/runs/{failed}/tasks/extract-sigel".replace(":", "%3A").replace("+", "%2B") in notice["log_url"]
    assert "lies in the future" in notice["reason"]["en"]

    done = trigger(airflow, FLEET, day=days_before(today, 1), force=True)
    assert ended(airflow, FLEET, done)["state"] == "success"
    watched(airflow)
    watched(airflow)
    assert arrived(hook, key) == ["opened", "recovered"]


def test_the_user_who_triggers_forces_or_backfills_is_in_the_audit(airflow, twin, hook, today):
    run = trigger(airflow, FLEET, day=days_before(today, 1), force=True)
    ended(airflow, FLEET, run)
    said = twin.sql(f"SELECT DISTINCT actor || ':' || action FROM out.audit WHERE run_id = '{run}' ORDER BY 1")
    assert said == ["admin:forced", "admin:triggered"]

    day = today - timedelta(days=30)
    backfills.wait_for_earlier(airflow, FLEET, print)
    number = backfills.create(airflow, FLEET, day, day)
    backfills.follow_all(airflow, FLEET, number, day, day, print)
    ((_, made),) = backfills.days(airflow, FLEET, day, day)
    assert twin.sql(f"SELECT actor FROM out.audit WHERE run_id = '{made['dag_run_id']}' AND action = 'triggered'") == ["admin"]


def test_the_schedule_is_no_actor(airflow, twin, hook):
    wait_for(lambda: twin.sql("SELECT count(*) FROM out.task_run WHERE requested_by = 'schedule'") != ["0"])
    assert twin.sql("SELECT count(*) FROM out.audit WHERE actor = 'schedule'") == ["0"]


def test_a_task_by_hand_has_its_caller(twin, hook):
    ran = twin.catavento("task", "watch-store", "--run-id", "by-hand", CATAVENTO_REQUESTED_BY="bia")
    assert ran.returncode == 0, ran.stdout
    assert twin.sql("SELECT actor FROM out.audit WHERE run_id = 'by-hand'") == ["bia"]


def test_a_task_that_left_no_word_is_told_by_airflow_itself_once_and_its_recovery_once(airflow, hook):
    wait_for(lambda: airflow.find("/dags/deaths"))
    run = trigger(airflow, "deaths", day="2026-01-31")
    ended(airflow, "deaths", run)
    told = [notice for notice in hook.arrived if notice["run_id"] == run]
    assert [notice["event"] for notice in told] == ["opened", "recovered"]
    assert "load-postgis ended with 1" in told[0]["reason"]["en"]
    assert airflow.find("/variables/catavento_alert_load-postgis") is None
