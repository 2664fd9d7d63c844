"""Who asked for a run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: The asker of what Airflow does by itself.
SCHEDULE = "schedule"


def requested_by(context: Mapping[str, Any]) -> str | None:
    """The user who triggered the run or made its backfill; ``schedule`` where Airflow did it by itself.

    A run that is cleared keeps the one who asked first; who cleared it is in Airflow's own audit log.
    """
    run = context["dag_run"]
    kind = getattr(run, "run_type", None)
    kind = getattr(kind, "value", kind)
    if kind == "scheduled":
        return SCHEDULE
    return getattr(run, "triggering_user_name", None) or kind
