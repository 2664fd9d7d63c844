"""Triggers a run and tells what becomes of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from console.airflow_api import AirflowApi, each, run_path
from console.outcomes import describe, failure, index_of, why_nothing

_ENDED = ("success", "failed")
#: Tasks that plan the others and account for them: they are done, also where there was nothing to do.
_AROUND = ("plan", "plan-exports", "account")


def trigger(api: AirflowApi, dag: str, conf: dict[str, Any], note: str) -> str:
    """Asks for a run without a date of its own; its id."""
    body = {"logical_date": None, "conf": conf, "note": note}
    return api.post(f"/dags/{dag}/dagRuns", body)["dag_run_id"]


def in_flight(api: AirflowApi, dag: str) -> list[str]:
    """Ids of the runs that are queued or running, the oldest first."""
    runs = each(api, f"/dags/{dag}/dagRuns", "dag_runs", state=["queued", "running"], order_by="run_after")
    return [run["dag_run_id"] for run in runs]


def finish_earlier(api: AirflowApi, dag: str, tell: Callable[[str], None]) -> None:
    """Follows what is under way already."""
    for earlier in in_flight(api, dag):
        tell(f"{earlier} is under way; it goes first")
        follow(api, dag, earlier, tell)


def follow(api: AirflowApi, dag: str, run: str, tell: Callable[[str], None]) -> str:
    """Tells each change of a task's state until the run ends; the run's state."""
    told: dict[tuple, tuple] = {}
    since = last = time.monotonic()
    while True:
        state = api.get(run_path(dag, run))["state"]
        for task in tasks(api, dag, run):
            seen, which = (task["state"], task["try_number"]), (task["task_id"], index_of(task))
            if seen != told.get(which) and (words := describe(api, dag, run, task)):
                told[which] = seen
                tell(words)
                last = time.monotonic()
        if state in _ENDED:
            return state
        if time.monotonic() - last >= 15:
            last = time.monotonic()
            tell(f"still {state} after {last - since:.0f} s")
        time.sleep(0.5)


def tasks(api: AirflowApi, dag: str, run: str) -> list[dict[str, Any]]:
    """The run's task instances, in the order in which they ran."""
    found = each(api, f"{run_path(dag, run)}/taskInstances", "task_instances")
    return sorted(found, key=lambda task: (task["start_date"] or "9", task["task_id"], index_of(task)))


def failures(api: AirflowApi, dag: str, run: str, logs: str) -> list[str]:
    """Why the run failed and where the whole story is, a paragraph for each failed task."""
    return [failure(api, dag, run, task, logs) for task in tasks(api, dag, run) if task["state"] == "failed"]


def nothing_done(api: AirflowApi, dag: str, run: str) -> str | None:
    """Why no task of the run had anything to do, in the first one's words; none where one had, or the run failed."""
    found = [task for task in tasks(api, dag, run) if task["task_id"] not in _AROUND]
    if not found or any(task["state"] != "skipped" for task in found):
        return None
    return why_nothing(api, dag, run, found[0])
