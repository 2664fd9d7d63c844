"""Runs of a real Airflow, waited for."""

import time
from datetime import date, datetime, timedelta

from console.airflow_api import AirflowApi, run_path
from pipeline.days import BRASILIA

ENDED = ("success", "failed")


def wait_for(condition, seconds=300):
    """Asks often at first, then rarely: what is waited for has the machine to itself."""
    until, pause = time.monotonic() + seconds, 0.05
    while time.monotonic() < until:
        if found := condition():
            return found
        time.sleep(pause)
        pause = min(0.5, pause * 1.2)
    raise AssertionError(f"not within {seconds} s")


def trigger(api: AirflowApi, dag: str, **conf) -> str:
    return api.post(f"/dags/{dag}/dagRuns", {"logical_date": None, "conf": conf})["dag_run_id"]


def ended(api: AirflowApi, dag: str, run: str, seconds=300) -> dict:
    """The run once it has ended."""
    return wait_for(lambda: (found := api.get(run_path(dag, run)))["state"] in ENDED and found, seconds)


def states(api: AirflowApi, dag: str, run: str) -> dict[str, str]:
    return {task["task_id"]: task["state"] for task in instances(api, dag, run).values()}


def instances(api: AirflowApi, dag: str, run: str) -> dict[str, dict]:
    return {task["task_id"]: task for task in api.get(f"{run_path(dag, run)}/taskInstances")["task_instances"]}


def day_before(run: dict) -> str:
    """The day before a run was asked for."""
    return days_before(datetime.fromisoformat(run["run_after"]).astimezone(BRASILIA).date(), 1)


def days_before(today: date, days: int) -> str:
    return (today - timedelta(days=days)).isoformat()
