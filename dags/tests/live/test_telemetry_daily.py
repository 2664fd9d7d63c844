"""telemetry_daily, telemetry_replay and telemetry_arrivals with the real tasks, a real store, files and the simulator."""

from collections import Counter
from datetime import date, timedelta
from urllib.request import Request, urlopen

import pytest
from sources import days_up_to, write_day, write_sources
from waiting import ended, trigger, wait_for

from console import backfills
from console.airflow_api import each, run_path
from console.outcomes import log_lines
from pipeline.days import BRASILIA

DAG, REPLAY, ARRIVALS = "telemetry_daily", "telemetry_replay", "telemetry_arrivals"
PROGRAMS = ("downsample-telemetry", "load-postgis", "export-tableau")
#: By their names T-0004 and T-0005 are of the first of two shards, the third of the second; the simulator knows no such turbine.
TURBINES, UNKNOWN = ("T-0004", "T-0005"), "T-9999"


@pytest.fixture(scope="module")
def scheduled(airflow):
    """The run that Airflow made by itself once it was up."""
    run, *_ = wait_for(lambda: airflow.get(f"/dags/{DAG}/dagRuns", run_type="scheduled")["dag_runs"])
    return ended(airflow, DAG, run["dag_run_id"])


@pytest.fixture
def fleet(twin, scheduled):
    """Describes ``fleet`` beside ``scada``; both are as they were afterwards."""
    yield lambda *turbines, **more: write_sources(twin.home, simulator=twin.simulator(), turbines=turbines or TURBINES, **more)
    write_sources(twin.home)


def run_of(airflow, dag, **conf):
    run = trigger(airflow, dag, **conf)
    return run, ended(airflow, dag, run)["state"]


def parts(airflow, dag, run, program):
    """State of each of a program's instances, by its name in the UI."""
    found = each(airflow, f"{run_path(dag, run)}/taskInstances", "task_instances", task_id=program)
    return {task["rendered_map_index"] or task["map_index"]: task["state"] for task in found if task["task_id"] == program}


def errors(airflow, dag, run, task):
    return [line["event"] for line in log_lines(airflow, dag, run, task, 1) if line.get("level") == "error"]


def published(twin, source):
    return twin.sql(f"SELECT day FROM out.completeness WHERE source = '{source}' AND published IS NOT NULL ORDER BY day")


def test_a_scheduled_run_publishes_the_last_three_days(airflow, twin, scheduled):
    run, last = scheduled["dag_run_id"], backfills.datetime.fromisoformat(scheduled["data_interval_start"]).astimezone(BRASILIA).date()
    days = [day.isoformat() for day in days_up_to(last, 3)]
    assert scheduled["state"] == "success"
    for program in PROGRAMS:
        assert parts(airflow, DAG, run, program) == {f"scada {day}": "success" for day in days}
    assert published(twin, "scada")[-3:] == days
    assert all((twin.home / "exports/twin/telemetry/scada" / day).is_dir() for day in days)


def test_a_range_is_done_once_and_again_with_force(airflow, scheduled, today):
    asked = {"source": "scada", "day": f"{today - timedelta(days=3)}", "last_day": f"{today - timedelta(days=2)}"}
    _, first = run_of(airflow, DAG, **asked)
    again, state = run_of(airflow, DAG, **asked)
    assert (first, state) == ("success", "success")
    for program in PROGRAMS:
        assert parts(airflow, DAG, again, program) == {f"scada {asked[key]}": "skipped" for key in ("day", "last_day")}
    forced, _ = run_of(airflow, DAG, **{**asked, "last_day": asked["day"]}, force=True)
    assert parts(airflow, DAG, forced, "downsample-telemetry") == {f"scada {asked['day']}": "success"}


def test_a_backfill_does_exactly_each_day(airflow, scheduled, today):
    first, last = today - timedelta(days=3), today - timedelta(days=2)
    backfills.wait_for_earlier(airflow, DAG, print)
    result = backfills.follow_all(airflow, DAG, backfills.create(airflow, DAG, first, last), first, last, print)
    assert result == {first: "success", last: "success"}
    for day, run in backfills.days(airflow, DAG, first, last):
        assert list(parts(airflow, DAG, run["dag_run_id"], "downsample-telemetry")) == [f"scada {day}"]


def test_a_shard_that_is_down_fails_alone_and_is_named(airflow, twin, fleet, today):
    day = (today - timedelta(days=1)).isoformat()
    fleet(*TURBINES, UNKNOWN, shards=2)
    run, state = run_of(airflow, DAG, day=day, force=True)
    assert state == "failed"
    down = f"fleet {day} 2/2"
    assert parts(airflow, DAG, run, "downsample-telemetry") == {f"scada {day}": "success", f"fleet {day} 1/2": "success", down: "failed"}
    loads = Counter(parts(airflow, DAG, run, "load-postgis").values())
    assert loads == {"success": 2, "upstream_failed": 1}
    assert parts(airflow, DAG, run, "export-tableau")[f"scada {day}"] == "success"
    first, *others = errors(airflow, DAG, run, "account")
    assert first.startswith(f"{down}: downsample-telemetry failed (") and not [line for line in others if "1/2" in line]
    assert twin.sql("SELECT DISTINCT turbine FROM out.telemetry_daily WHERE source = 'fleet' ORDER BY 1") == list(TURBINES)
    # Of the day's instances the log of the failed one is shown, of its newest run.
    shown = twin.catavento("logs", "downsample-telemetry", day).stdout
    assert shown.startswith(f"# downsample-telemetry [{down}] of {DAG}, {run}, try "), shown[:500]


def test_thirty_days_are_published_while_a_tenth_of_the_requests_fails(airflow, twin, fleet):
    first, last = date(2026, 2, 1), date(2026, 3, 2)
    fleet(TURBINES[0])
    fault(twin, '{"kind": "random-failures", "percent": 10, "match": "telemetry"}')
    try:
        run, state = run_of(airflow, DAG, source="fleet", day=f"{first}", last_day=f"{last}")
    finally:
        urlopen(Request(f"{twin.simulator()}/control/faults", method="DELETE"))
    assert state == "success", errors(airflow, DAG, run, "account")
    assert published(twin, "fleet")[:30] == [day.isoformat() for day in days_up_to(last, 30)]


def test_a_day_is_computed_again_from_raw(airflow, twin, fleet):
    asked = {"source": "fleet", "day": "2026-03-03"}
    fleet(TURBINES[0])
    landed, state = run_of(airflow, DAG, **asked)
    assert state == "success", errors(airflow, DAG, landed, "account")
    # Under other rules.
    fleet(TURBINES[0], most_wind=59)
    # Nobody is asked: the simulator answers nothing but errors.
    fault(twin, '{"kind": "http-500", "count": -1, "match": "telemetry"}')
    try:
        run, state = run_of(airflow, REPLAY, **asked)
        again, _ = run_of(airflow, REPLAY, **asked)
    finally:
        urlopen(Request(f"{twin.simulator()}/control/faults", method="DELETE"))
    assert state == "success", errors(airflow, REPLAY, run, "account")
    assert parts(airflow, REPLAY, run, "downsample-telemetry") == {"fleet 2026-03-03": "success"}
    assert parts(airflow, REPLAY, again, "downsample-telemetry") == {"fleet 2026-03-03": "skipped"}


def test_a_file_that_comes_or_changes_starts_one_run_of_its_days(airflow, twin, scheduled, today):
    def arrived():
        runs = each(airflow, f"/dags/{DAG}/dagRuns", "dag_runs")
        return {run["dag_run_id"]: (run["conf"]["day"], run["conf"]["last_day"]) for run in runs if run["dag_run_id"].startswith("arrived__")}

    old, new = date(2026, 1, 10), date(2026, 1, 11)
    write_day(twin.home, old)
    assert run_of(airflow, ARRIVALS)[1] == "success"
    assert arrived() == {}
    write_day(twin.home, new)
    write_day(twin.home, new + timedelta(days=1))
    run_of(airflow, ARRIVALS)
    run_of(airflow, ARRIVALS)
    assert list(arrived().values()) == [("2026-01-11", "2026-01-12")]
    write_day(twin.home, new, wind=6)
    run_of(airflow, ARRIVALS)
    assert sorted(arrived().values()) == [("2026-01-11", "2026-01-11"), ("2026-01-11", "2026-01-12")]
    for run in arrived():
        assert ended(airflow, DAG, run)["state"] == "success"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sources:\n  - name: scada\n   kind: x\n", "nothing was started (1, a bug or a wrong configuration): sources.yaml line 3: not YAML"),
        ("sources: []\n", "nothing was started (1, a bug or a wrong configuration): sources.yaml: no list `sources`"),
    ],
)
def test_a_wrong_file_of_sources_is_told_in_one_line(airflow, twin, fleet, text, said):
    (twin.home / "sources" / "sources.yaml").write_text(text)
    run, state = run_of(airflow, DAG, day="2026-01-31")
    assert state == "failed"
    assert errors(airflow, DAG, run, "plan")[0].startswith(said)
    assert errors(airflow, DAG, run, "account")[0] == "plan ended as failed"
    assert "2 failed, nothing was published: plan ended as failed; plan-exports" in str(log_lines(airflow, DAG, run, "account", 1))


def fault(twin, body):
    request = Request(f"{twin.simulator()}/control/faults", body.encode(), {"Content-Type": "application/json"}, method="POST")
    urlopen(request)
