"""Backfills: whole days in Brasília, both ends included, one after the other."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from datetime import time as clock
from typing import Any
from zoneinfo import ZoneInfo

from console.airflow_api import AirflowApi, each
from console.runs import follow

BRASILIA = ZoneInfo("America/Sao_Paulo")


def create(api: AirflowApi, dag: str, first: date, last: date, *, reprocess: str = "completed") -> int:
    """Asks for a run of each day; days that have run are run again, since each step knows what is done."""
    body = {
        "dag_id": dag,
        "from_date": _at(first, clock.min).isoformat(),
        # Airflow leaves out a day whose 06:00 lies after the range's end: the end is the day's last minute.
        "to_date": _at(last, clock(23, 59)).isoformat(),
        "reprocess_behavior": reprocess,
        "max_active_runs": 1,
        "run_backwards": False,
        "dag_run_conf": {},
    }
    return api.post("/backfills", body)["id"]


def wait_for_earlier(api: AirflowApi, dag: str, tell: Callable[[str], None]) -> None:
    """Airflow takes one backfill of a DAG at a time, and notices half a minute late that one is over."""
    told = False
    while any(found["completed_at"] is None for found in api.get("/backfills", dag_id=dag, order_by="-id", limit=20)["backfills"]):
        if not told:
            tell(f"an earlier backfill of {dag} is not over yet; it goes first")
            told = True
        time.sleep(1)


def days(api: AirflowApi, dag: str, first: date, last: date) -> list[tuple[date, dict[str, Any]]]:
    """The runs of the range's days, by day."""
    runs = each(
        api,
        f"/dags/{dag}/dagRuns",
        "dag_runs",
        logical_date_gte=_at(first, clock.min).isoformat(),
        logical_date_lte=_at(last, clock.max).isoformat(),
        order_by="logical_date",
    )
    return [(datetime.fromisoformat(run["logical_date"]).astimezone(BRASILIA).date(), run) for run in runs]


def day_of(run: dict[str, Any]) -> str:
    """The day that a run is about, by the rule of ``pipeline.days``."""
    if asked := (run["conf"] or {}).get("day"):
        return asked
    if start := run["data_interval_start"]:
        return datetime.fromisoformat(start).astimezone(BRASILIA).date().isoformat()
    return (datetime.fromisoformat(run["run_after"]).astimezone(BRASILIA).date() - timedelta(days=1)).isoformat()


def follow_all(
    api: AirflowApi, dag: str, backfill: int, first: date, last: date, tell: Callable[[str], None]
) -> dict[date, str]:
    """Follows the backfill's runs to their end; their states by day. A day that Airflow made no run of has none."""
    states: dict[date, str] = {}
    while True:
        completed = api.get(f"/backfills/{backfill}")["completed_at"]
        for day, run in days(api, dag, first, last):
            if day not in states:
                tell(f"{day}:")
                states[day] = follow(api, dag, run["dag_run_id"], tell)
        if completed or not missing(states, first, last):
            return states
        time.sleep(0.5)


def missing(states: dict[date, str], first: date, last: date) -> list[date]:
    """The range's days that have no state."""
    return [day for n in range((last - first).days + 1) if (day := first + timedelta(days=n)) not in states]


def _at(day: date, moment: clock) -> datetime:
    return datetime.combine(day, moment, BRASILIA)
