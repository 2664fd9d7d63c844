"""Containers that nobody waits for any more: of earlier tries, and of schedulers that are gone."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import docker.errors
from docker import APIClient

from pipeline.containers import LOST, remove

LABEL = "dev.catavento."
#: A container that outlives its deadline by this has nobody left that waits for it.
_ORPHANED_AFTER = timedelta(minutes=2)
_IDENTITY = ("dag", "task", "run", "map-index")
_GRACE_SECONDS = 5

Tell = Callable[[str], None]


def labels_of(context: Any, deadline: timedelta) -> dict[str, str]:
    """Whose container it is, and until when somebody waits for it."""
    instance = context["ti"]
    labels = {
        "dag": instance.dag_id,
        "task": instance.task_id,
        "run": context["dag_run"].run_id,
        "map-index": instance.map_index,
        "try": instance.try_number,
        "deadline": round(time.time() + deadline.total_seconds()),
    }
    return {LABEL + key: str(value) for key, value in labels.items()}


def stop_earlier_tries(cli: APIClient, labels: Mapping[str, str], tell: Tell) -> None:
    """Removes what earlier tries of the same task of the same run left: a task never runs beside itself."""
    for found in _labelled(cli, *(f"{LABEL}{key}={labels[LABEL + key]}" for key in _IDENTITY)):
        _stop_and_remove(cli, found["Id"])
        tell(f"try {found['Labels'].get(LABEL + 'try', '?')} had left its container ({found['State']}): it was stopped and removed")


def sweep_orphans(cli: APIClient, tell: Tell) -> int:
    """Removes containers whose deadline is over: whoever started them is gone. Returns how many.

    One that the engine cannot remove is told and left: it is no reason for another task not to run.
    """
    latest, swept = time.time() - _ORPHANED_AFTER.total_seconds(), 0
    for found in _labelled(cli, LABEL + "deadline"):
        deadline = found["Labels"].get(LABEL + "deadline", "")
        if deadline.isdecimal() and int(deadline) < latest:
            outlived = f"a container of {found['Labels'].get(LABEL + 'task', '?')} had outlived its deadline"
            try:
                _stop_and_remove(cli, found["Id"])
            except (docker.errors.APIError, *LOST) as refused:
                why = getattr(refused, "explanation", None) or refused
                tell(f"{outlived} and could not be removed ({why}): see docker inspect {found['Id'][:12]}")
                continue
            tell(f"{outlived}: it was stopped and removed")
            swept += 1
    return swept


def _labelled(cli: APIClient, *labels: str) -> list[dict[str, Any]]:
    return cli.containers(all=True, filters={"label": list(labels)})


def _stop_and_remove(cli: APIClient, container_id: str) -> None:
    try:
        cli.stop(container_id, timeout=_GRACE_SECONDS)
    except docker.errors.NotFound:
        return  # another task's sweep was first
    remove(cli, container_id)
