"""When DAGs run, what their form asks, and the defaults of their tasks."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta

from airflow.sdk import CronDataIntervalTimetable, CronTriggerTimetable, Param

from pipeline.days import BRASILIA

#: Retries serve outages (75) and killed processes; codes that a retry cannot mend fail at once.
TASK_DEFAULTS = {
    "owner": "data-platform",
    "retries": 3,
    "retry_delay": timedelta(minutes=2),
    "retry_exponential_backoff": True,
    "max_retry_delay": timedelta(minutes=30),
}


def every_morning() -> CronDataIntervalTimetable:
    """06:00 in Brasília, for the day that began at 06:00 the day before.

    A bare cron string has an interval of length zero in Airflow 3, so the timetable is named.
    """
    return CronDataIntervalTimetable("0 6 * * *", timezone="America/Sao_Paulo")


def every_night() -> CronDataIntervalTimetable:
    """01:30 in Brasília, for the day that has just ended."""
    return CronDataIntervalTimetable("30 1 * * *", timezone="America/Sao_Paulo")


def every_sunday_night() -> CronTriggerTimetable:
    """Sundays at 03:00 in Brasília, for the day before: an interval of a day, though the next run is a week away."""
    return CronTriggerTimetable("0 3 * * 0", timezone="America/Sao_Paulo", interval=timedelta(days=1))


def every_quarter_of_an_hour() -> CronTriggerTimetable:
    """For what looks at the present and belongs to no day."""
    return CronTriggerTimetable("*/15 * * * *", timezone="America/Sao_Paulo")


def every_five_minutes() -> CronTriggerTimetable:
    """For what waits for files."""
    return CronTriggerTimetable("*/5 * * * *", timezone="America/Sao_Paulo")


def schedule_start() -> datetime:
    """Airflow schedules by itself from this day on; earlier days are a backfill's business."""
    first = date.fromisoformat(os.environ.get("CATAVENTO_SCHEDULE_FROM") or "2025-01-01")
    return datetime(first.year, first.month, first.day, tzinfo=BRASILIA)


def run_parameters() -> dict[str, Param]:
    """The form of a run by hand."""
    return {
        "day": _day_param(
            "Day",
            "Day to process, YYYY-MM-DD. Empty: that of the newest complete interval, which is yesterday in Brasília; "
            "in wind_fleet_daily before 06:00 it is the day before yesterday.",
        ),
        "force": Param(
            False,
            # With "null", the form has no star of what must be filled in.
            type=["null", "boolean"],
            title="Force",
            description="Do each step again though it is done for this day.",
        ),
    }


def telemetry_parameters() -> dict[str, Param]:
    """The form of a run of telemetry by hand: a source or all, a day or a range of days."""
    return {
        "source": Param(
            None,
            type=["null", "string"],
            title="Source",
            description="Name of one source in sources.yaml. Empty: all.",
        ),
        "day": _day_param(
            "Day",
            "Day to process, or first day of a range, YYYY-MM-DD. Empty: that of the newest complete interval, which "
            "is yesterday in Brasília; before 01:30 it is the day before yesterday.",
        ),
        "last_day": _day_param("Last day", "Last day of a range, YYYY-MM-DD. Empty: one day only."),
        "force": run_parameters()["force"],
    }


def _day_param(title: str, description: str) -> Param:
    return Param(None, type=["null", "string"], format="date", title=title, description=description)
