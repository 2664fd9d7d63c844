"""Which day a run is about."""

from datetime import date, datetime, timezone
from pathlib import Path
from types import SimpleNamespace

import pendulum
import pytest

from airflow.serialization.decoders import decode_timetable
from airflow.serialization.encoders import encode_timetable

from pipeline import every_morning, every_sunday_night, run_parameters
from pipeline.days import resolve_day

DAGS = Path(__file__).parents[1]


def context(*, day=None, interval_start=None, run_after="2026-03-10T15:00"):
    run = SimpleNamespace(data_interval_start=interval_start and utc(interval_start), run_after=utc(run_after))
    return {"params": {"day": day, "force": False}, "dag_run": run}


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc)


def test_the_parameter_wins():
    assert resolve_day(context(day="2025-12-31", interval_start="2026-03-09T09:00")) == date(2025, 12, 31)


def test_a_scheduled_run_is_about_the_day_its_interval_began():
    assert resolve_day(context(interval_start="2026-03-09T09:00")) == date(2026, 3, 9)


def test_the_interval_counts_in_brasilia():
    assert resolve_day(context(interval_start="2026-03-09T02:59")) == date(2026, 3, 8)


@pytest.mark.parametrize(
    ("asked_for_at", "day"),
    [("2026-03-10T15:00", date(2026, 3, 9)), ("2026-03-10T02:59", date(2026, 3, 8)), ("2026-03-10T03:00", date(2026, 3, 9))],
)
def test_a_run_by_hand_is_about_yesterday_in_brasilia(asked_for_at, day):
    assert resolve_day(context(run_after=asked_for_at)) == day


#: 05:59 and 06:00 in Brasília.
@pytest.mark.parametrize(
    ("schedule", "asked_for_at", "day"),
    [
        (every_morning, "2026-03-10T08:59", date(2026, 3, 8)),
        (every_morning, "2026-03-10T09:00", date(2026, 3, 9)),
        (every_sunday_night, "2026-03-10T08:59", date(2026, 3, 9)),
        (every_sunday_night, "2026-03-10T09:00", date(2026, 3, 9)),
    ],
)
def test_an_empty_form_means_the_day_of_the_newest_complete_interval(schedule, asked_for_at, day):
    moment = pendulum.instance(utc(asked_for_at))
    run = SimpleNamespace(data_interval_start=_airflow_s(schedule()).infer_manual_data_interval(run_after=moment).start, run_after=moment)
    assert resolve_day({"params": {"day": None}, "dag_run": run}) == day


@pytest.mark.parametrize("place", ["wind_fleet_daily.py", "README.md", "../docs/operating.md", "form"])
def test_form_page_and_runbook_say_which_day_an_empty_form_means(place):
    text = run_parameters()["day"].description if place == "form" else (DAGS / place).read_text()
    words = " ".join(text.split())
    assert "is yesterday" in words and "before 06:00" in words and "the day before yesterday" in words


def _airflow_s(timetable):
    """The timetable as the scheduler knows it: the one of a DAG file is only its description."""
    return decode_timetable(encode_timetable(timetable))
