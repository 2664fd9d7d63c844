"""Which day a run is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

BRASILIA = ZoneInfo("America/Sao_Paulo")


def today() -> date:
    """The day that it is in Brasília."""
    return datetime.now(BRASILIA).date()


def resolve_day(context: Mapping[str, Any]) -> date:
    """The run's ``day`` parameter, else its interval's start in Brasília, else the day before it was asked for.

    A run by hand has no data interval. Its moment is ``run_after``, fixed when it was triggered, so that all
    tasks and all tries of a run agree on the day though midnight passes between them.
    """
    asked = (context.get("params") or {}).get("day")
    if asked:
        return date.fromisoformat(str(asked))
    run = context["dag_run"]
    if run.data_interval_start is not None:
        return _in_brasilia(run.data_interval_start)
    return _in_brasilia(run.run_after) - timedelta(days=1)


def _in_brasilia(moment: datetime) -> date:
    return moment.astimezone(BRASILIA).date()
