"""Each end of a task, as real Airflow shows it: state, tries, log levels, XCom and asset event."""

import os

import pytest
from waiting import ended, instances, states, trigger, wait_for

from console.outcomes import log_lines, run_report

DAG = "endings"


@pytest.fixture(scope="module")
def run(airflow):
    wait_for(lambda: airflow.find(f"/dags/{DAG}"))
    run = trigger(airflow, DAG, day="2026-01-31")
    ended(airflow, DAG, run)
    return run


def errors(airflow, run, task, attempt=1):
    return [line["event"] for line in log_lines(airflow, DAG, run, task, attempt) if line.get("level") == "error"]


def test_states(airflow, run):
    assert states(airflow, DAG, run) == {
        "done": "success",
        "nothing": "skipped",
        "after-nothing": "success",
        "contract": "failed",
        "after-failure": "upstream_failed",
        "bug": "failed",
        "unavailable": "failed",
        "late": "failed",
    }


def test_only_what_a_retry_can_mend_is_tried_again(airflow, run):
    tries = {task: found["try_number"] for task, found in instances(airflow, DAG, run).items()}
    assert (tries["contract"], tries["bug"], tries["nothing"], tries["unavailable"]) == (1, 1, 1, 2)


def test_a_failed_task_shows_its_reason_at_level_error(airflow, run):
    assert "load-postgis ended with 65 (the source broke its contract, the publish gate refused, or stored data are damaged): " + (
        "it went wrong with 65 — look closer"
    ) in errors(airflow, run, "contract")


def test_each_line_keeps_its_level(airflow, run):
    logged = {(line.get("level"), line["event"]) for line in log_lines(airflow, DAG, run, "done", 1)}
    assert {("info", "a line at INFO"), ("warning", "a line at WARN"), ("error", "a line at ERROR")} <= logged


def test_a_stack_trace_is_one_entry(airflow, run):
    assert "a bug\njava.lang.X: y\n\tat a.B.c(B.java:1)" in errors(airflow, run, "bug")


@pytest.mark.parametrize(("task", "outcome"), [("done", "completed"), ("nothing", "nothing-new"), ("contract", "failed")])
def test_the_run_report_is_on_xcom_whatever_the_end(airflow, run, task, outcome):
    report = run_report(airflow, DAG, run, task)
    assert (report["outcome"], report["day"], report["run_id"]) == (outcome, "2026-01-31", run)


def test_the_run_report_is_on_the_asset_event(airflow, run):
    (event,) = [event for event in airflow.get("/assets/events")["asset_events"] if event["source_run_id"] == run]
    assert event["extra"]["outcome"] == "completed"


def test_airflow_s_own_time_out_stops_the_task(airflow, run):
    report = run_report(airflow, DAG, run, "late")
    assert errors(airflow, run, "late")
    assert report == {} or report["error"]["message"] == "stopped by SIGTERM"


def test_a_mistyped_parameter_is_refused_not_run_for_another_day(airflow):
    run = airflow.post("/dags/endings/dagRuns", {"logical_date": None, "conf": {"dy": "2026-01-31"}})["dag_run_id"]
    assert ended(airflow, DAG, run)["state"] == "failed"
    assert states(airflow, DAG, run)["done"] == "failed"
    refused = "load-postgis was not started (2, wrong usage): dy: no parameter of endings, which has day, force; did you mean day?"
    assert any(line.startswith(refused) for line in errors(airflow, run, "done"))


def test_marking_a_task_failed_stops_its_process(airflow):
    run = trigger(airflow, "slow", day="2026-01-31")
    wait_for(lambda: states(airflow, "slow", run).get("sleeper") == "running" and _processes(run))
    airflow.patch(f"/dags/slow/dagRuns/{run}/taskInstances/sleeper", {"new_state": "failed"})
    wait_for(lambda: not _processes(run), seconds=180)


def _processes(run):
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as cmdline:
                words = cmdline.read()
        except OSError:
            continue
        if b"fake-task" in words and run.encode() in words:
            found.append(pid)
    return found
