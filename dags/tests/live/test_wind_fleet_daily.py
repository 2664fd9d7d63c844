"""wind_fleet_daily with the real tasks, a real store and the simulated archive: every way in which a run can start."""

from datetime import date, datetime, timedelta

import pytest
from waiting import day_before, days_before, ended, states, trigger, wait_for

from console import backfills
from console.airflow_api import AirflowError
from console.outcomes import log_lines, run_report
from pipeline.days import BRASILIA

DAG = "wind_fleet_daily"
STEPS = ("extract-sigel", "load-postgis", "export-tableau")


@pytest.fixture(scope="module")
def scheduled(airflow):
    """The run that Airflow made by itself once it was up."""
    run, *_ = wait_for(lambda: airflow.get(f"/dags/{DAG}/dagRuns", run_type="scheduled")["dag_runs"])
    return ended(airflow, DAG, run["dag_run_id"])


def days_of(airflow, run):
    return [run_report(airflow, DAG, run, step)["day"] for step in STEPS]


def published(twin, day):
    return twin.sql(f"SELECT count(*) FROM out.release WHERE dataset = 'wind_fleet' AND day = '{day}'") == ["1"]


def test_a_scheduled_run_publishes_the_day_of_its_interval(airflow, twin, scheduled):
    day = datetime.fromisoformat(scheduled["data_interval_start"]).astimezone(BRASILIA).date().isoformat()
    assert states(airflow, DAG, scheduled["dag_run_id"]) == dict.fromkeys(STEPS, "success")
    assert days_of(airflow, scheduled["dag_run_id"]) == [day] * 3
    assert published(twin, day)


def test_a_run_by_hand_without_a_date_is_for_yesterday(airflow, scheduled):
    run = trigger(airflow, DAG)
    done = ended(airflow, DAG, run)
    assert done["state"] == "success"
    assert days_of(airflow, run) == [day_before(done)] * 3


def test_a_run_by_hand_with_a_day_publishes_it_and_again_finds_nothing_to_do(airflow, twin, today, scheduled):
    day = days_before(today, 1)
    first = trigger(airflow, DAG, day=day)
    ended(airflow, DAG, first)
    again = trigger(airflow, DAG, day=day)
    assert ended(airflow, DAG, again)["state"] == "success"
    assert states(airflow, DAG, again) == dict.fromkeys(STEPS, "skipped")
    assert published(twin, day)


def test_force_does_it_again(airflow, today, scheduled):
    run = trigger(airflow, DAG, day=days_before(today, 1), force=True)
    assert ended(airflow, DAG, run)["state"] == "success"
    assert states(airflow, DAG, run)["extract-sigel"] == "success"


@pytest.mark.parametrize("conf", [{"day": "31/01/2026"}, {"day": 1}, {"force": "perhaps"}])
def test_a_wrong_form_is_refused_when_the_run_is_asked_for(airflow, conf):
    with pytest.raises(AirflowError):
        trigger(airflow, DAG, **conf)


def test_a_future_day_fails_at_once_with_its_reason_at_level_error(airflow, today, scheduled):
    run = trigger(airflow, DAG, day=days_before(today, -7))
    assert ended(airflow, DAG, run)["state"] == "failed"
    assert states(airflow, DAG, run)["extract-sigel"] == "failed"
    said = [line["event"] for line in log_lines(airflow, DAG, run, "extract-sigel", 1) if line.get("level") == "error"]
    assert any("extract-sigel ended with 2 (wrong usage)" in line for line in said), said


def test_a_backfill_by_rest_gives_each_day_its_run_in_order(airflow, twin, today, scheduled):
    first, last = today - timedelta(days=10), today - timedelta(days=8)
    backfills.wait_for_earlier(airflow, DAG, print)
    number = backfills.create(airflow, DAG, first, last)
    result = backfills.follow_all(airflow, DAG, number, first, last, print)
    assert_days(airflow, twin, result, first, last)


def test_a_backfill_by_airflow_s_command_line_gives_each_day_its_run(airflow, twin, today, scheduled):
    first, last = today - timedelta(days=14), today - timedelta(days=12)
    backfills.wait_for_earlier(airflow, DAG, print)
    created = twin.catavento(
        "airflow", "backfill", "create", "--dag-id", DAG,
        "--from-date", f"{first}T00:00:00-03:00", "--to-date", f"{last}T23:59:00-03:00", "--max-active-runs", "1",
    )  # fmt: skip
    assert created.returncode == 0, created.stdout
    result = {
        day: ended(airflow, DAG, run["dag_run_id"])["state"]
        for day, run in wait_for(lambda: backfills.days(airflow, DAG, first, last))
    }
    assert_days(airflow, twin, result, first, last)


def test_a_backfill_by_the_script_prints_what_became_of_each_day(twin, today, scheduled):
    first, last = days_before(today, 18), days_before(today, 16)
    done = twin.catavento("backfill", DAG, first, last)
    assert done.returncode == 0, done.stdout
    days = [days_before(today, ago) for ago in (18, 17, 16)]
    assert [line.split()[:2] for line in done.stdout.splitlines()[-3:]] == [[day, "success"] for day in days]


def assert_days(airflow, twin, result: dict[date, str], first, last):
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert result == dict.fromkeys(days, "success")
    runs = backfills.days(airflow, DAG, first, last)
    assert [day for day, _ in runs] == days
    begun = [run["start_date"] for _, run in runs]
    assert begun == sorted(begun)
    for day, run in runs:
        assert days_of(airflow, run["dag_run_id"]) == [day.isoformat()] * 3
