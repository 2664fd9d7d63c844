"""Who asked for a run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: The asker of what Airflow does by itself.
SCHEDULE = "schedule"


def is_scheduled(context: Mapping[str, Any]) -> bool:
    """Whether Airflow made the run by itself, by its schedule."""
    return _kind(context) == "scheduled"


def requested_by(context: Mapping[str, Any]) -> str | None:
    """The user who triggered the run or made its backfill; ``schedule`` where Airflow did it by itself.

    A run that is cleared keeps the one who asked first; who cleared it is in Airflow's own audit log.
    """
    if is_scheduled(context):
        return SCHEDULE
    return getattr(context["dag_run"], "triggering_user_name", None) or _kind(context)


def _kind(context: Mapping[str, Any]) -> str | None:
    kind = getattr(context["dag_run"], "run_type", None)
    return getattr(kind, "value", kind)
