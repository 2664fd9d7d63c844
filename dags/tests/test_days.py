"""Which day a run is about."""

from datetime import date, datetime, timezone
from types import SimpleNamespace

import pytest

from pipeline.days import resolve_day


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
