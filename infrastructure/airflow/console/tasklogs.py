"""Finds a task's newest try, in whichever DAG has the task."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from console.airflow_api import AirflowApi, each
from console.backfills import day_of
from console.outcomes import index_of
from console.runs import tasks


def tasks_by_dag(api: AirflowApi) -> dict[str, set[str]]:
    """The tasks of each DAG, by id."""
    return {dag: {task["task_id"] for task in api.get(f"/dags/{quote(dag, safe='')}/tasks")["tasks"]} for dag in _dags(api)}


def newest(api: AirflowApi, dags: list[str], task: str, day: str | None) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The last run, for ``day`` if there is one, in which the task was tried, and what became of it."""
    found = [tried for dag in dags if (tried := next(_tries(api, dag, task, day), None))]
    return max(found, key=lambda tried: tried[0]["run_after"], default=None)


def _tries(api: AirflowApi, dag: str, task: str, day: str | None) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for run in each(api, f"/dags/{quote(dag, safe='')}/dagRuns", "dag_runs", order_by="-run_after"):
        tried = [instance for instance in tasks(api, dag, run["dag_run_id"]) if instance["task_id"] == task and instance["try_number"] > 0]
        # Of mapped instances those that failed are looked for first.
        for instance in sorted(tried, key=lambda instance: instance["state"] != "failed"):
            if not day or day == _day_of(run, instance):
                yield run, instance


def _day_of(run: dict[str, Any], instance: dict[str, Any]) -> str:
    """The day in a mapped instance's name, else the run's."""
    words = (instance.get("rendered_map_index") or "").split()
    return words[1] if index_of(instance) >= 0 and len(words) > 1 else day_of(run)


def _dags(api: AirflowApi) -> list[str]:
    return [dag["dag_id"] for dag in api.get("/dags")["dags"]]
