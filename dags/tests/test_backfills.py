"""A backfill is followed and judged day by day, however many pages Airflow's answers have."""

import argparse
from datetime import UTC, date, datetime, timedelta

import pytest

from console import __main__ as console
from console import backfills, runs

FIRST = date(2026, 1, 1)
#: As many as Airflow lists in one answer.
PAGE = 100


class Airflow:
    """As much of Airflow's API as a backfill meets: runs of some days, listed a page at a time."""

    def __init__(self, days, *, failed=(), in_flight=0, tasks=()):
        self.tasks = [{"task_id": name, "state": state, "start_date": f"{n}", "try_number": 1, "duration": 1} for n, (name, state) in enumerate(tasks)]
        self.runs = [self._run(FIRST + timedelta(days=n), "failed" if n in failed else "success") for n in range(days)]
        self.in_flight = [{"dag_run_id": f"queued-{n}"} for n in range(in_flight)]

    def _run(self, day, state):
        at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        return {"dag_run_id": f"run-{day}", "logical_date": at.isoformat(), "state": state}

    def get(self, path, *, limit=50, offset=0, **params):
        if path.endswith("/dagRuns"):
            found = self.in_flight if "state" in params else self.runs
            return {"dag_runs": found[offset : offset + min(limit, PAGE)], "total_entries": len(found)}
        if path.endswith("/taskInstances"):
            return {"task_instances": self.tasks, "total_entries": len(self.tasks)}
        if "/dagRuns/" in path:
            return next(({"state": run["state"]} for run in self.runs if run["dag_run_id"] in path), {"state": "success"})
        if path == "/backfills":
            return {"backfills": []}
        assert path == "/backfills/7"
        return {"completed_at": "2026-06-01T00:00:00Z"}

    def find(self, path, **params):
        """Each task's run report."""
        task = path.split("/taskInstances/")[1].split("/")[0]
        return {"value": {"outcome": "nothing-new", "outputs": {"reason": f"{task} has a reason"}}}

    def post(self, path, body):
        assert path == "/backfills"
        return {"id": 7}


def backfill(airflow, days):
    asked = argparse.Namespace(dag="d", first=FIRST, last=FIRST + timedelta(days=days - 1), logs="/logs")
    return console._backfill(airflow, asked)


@pytest.mark.parametrize("days", [1, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE])
def test_every_day_of_a_range_is_listed(days):
    last = FIRST + timedelta(days=days - 1)
    assert [day for day, _ in backfills.days(Airflow(days), "d", FIRST, last)] == [FIRST + timedelta(days=n) for n in range(days)]


def test_a_backfill_of_many_days_is_success_when_each_day_is(capsys):
    assert backfill(Airflow(250), 250) == 0
    assert len([line for line in capsys.readouterr().out.splitlines() if "  success" in line]) == 250


def test_a_failed_day_beyond_the_first_page_fails_the_backfill():
    assert backfill(Airflow(250, failed=[PAGE]), 250) == 1


@pytest.mark.parametrize(("made", "said"), [(0, "no run of 2026-01-01, 2026-01-02, 2026-01-03"), (2, "no run of 2026-01-03")])
def test_a_day_without_a_run_fails_the_backfill_and_is_named(made, said, capsys):
    assert backfill(Airflow(made), 3) == 1
    assert said in capsys.readouterr().err


def last_line(said):
    return said.rstrip("\n").rpartition("\n")[2]


def test_a_day_of_which_nothing_was_done_says_nothing_and_why(capsys):
    assert backfill(Airflow(1, tasks=[("extract-sigel", "skipped"), ("load-postgis", "skipped")]), 1) == 0
    assert last_line(capsys.readouterr().out) == "2026-01-01  nothing   extract-sigel has a reason"


def test_a_day_of_which_a_step_was_done_says_what_each_did(capsys):
    assert backfill(Airflow(1, tasks=[("extract-sigel", "skipped"), ("load-postgis", "success")]), 1) == 0
    assert last_line(capsys.readouterr().out) == "2026-01-01  success   extract-sigel skipped, load-postgis success"


def test_all_that_is_under_way_is_waited_for():
    assert runs.in_flight(Airflow(0, in_flight=250), "d") == [f"queued-{n}" for n in range(250)]
