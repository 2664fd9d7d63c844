"""Finds a task's newest try, in whichever DAG has the task."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any
from urllib.parse import quote

from console.airflow_api import AirflowApi, each
from console.backfills import day_of
from console.outcomes import index_of


def tasks_by_dag(api: AirflowApi) -> dict[str, set[str]]:
    """The tasks of each DAG, by id."""
    return {dag: {task["task_id"] for task in api.get(f"/dags/{quote(dag, safe='')}/tasks")["tasks"]} for dag in _dags(api)}


def newest(api: AirflowApi, dags: list[str], task: str, day: str | None) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The last run, for ``day`` if there is one, in which the task was tried, and what became of it."""
    found = [tried for dag in dags if (tried := next(_tries(api, dag, task, day), None))]
    return max(found, key=lambda tried: tried[0]["run_after"], default=None)


def _tries(api: AirflowApi, dag: str, task: str, day: str | None) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    runs = f"/dags/{quote(dag, safe='')}/dagRuns"
    run_of = _by_id(each(api, runs, "dag_runs", order_by="-run_after"))
    # Of all runs together: one that looks every five minutes has hundreds of them a day.
    instances = each(api, f"{runs}/~/taskInstances", "task_instances", task_id=task, order_by="-run_after")
    for run_id, found in groupby(instances, lambda instance: instance["dag_run_id"]):
        # Of mapped instances those that failed are looked for first.
        for instance in sorted((tried for tried in found if tried["try_number"] > 0), key=_failed_first):
            if (run := run_of(run_id)) and (not day or day == _day_of(run, instance)):
                yield run, instance


def _by_id(runs: Iterator[dict[str, Any]]) -> Callable[[str], dict[str, Any] | None]:
    """Finds a run, and reads on in the list only as far as it must."""
    known: dict[str, dict[str, Any]] = {}

    def find(run_id: str) -> dict[str, Any] | None:
        while run_id not in known and (run := next(runs, None)):
            known[run["dag_run_id"]] = run
        return known.get(run_id)

    return find


def _failed_first(instance: dict[str, Any]) -> tuple[bool, str, int]:
    return instance["state"] != "failed", instance["start_date"] or "9", index_of(instance)


def _day_of(run: dict[str, Any], instance: dict[str, Any]) -> str:
    """The day in a mapped instance's name, else the run's."""
    words = (instance.get("rendered_map_index") or "").split()
    return words[1] if index_of(instance) >= 0 and len(words) > 1 else day_of(run)


def _dags(api: AirflowApi) -> list[str]:
    return [dag["dag_id"] for dag in api.get("/dags")["dags"]]
