"""What a run of telemetry works on, and what is said where it cannot be planned."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest

from pipeline import telemetry_parameters
from pipeline.days import BRASILIA
from pipeline.planning import WrongPlan, days_of, exports_of, label_of, parts_of, planned_sources
from pipeline.sources import Source, WrongSources, read_sources
from pipeline.telemetry import what_stands

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 23, 59, 59, tzinfo=BRASILIA)
ONE, TWO = Source("one", 1, "sensors", "http://a"), Source("two", 2, "csv", "/d/{day}.csv")


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    monkeypatch.setattr("pipeline.planning.today", lambda: TODAY)


def run(kind="manual", interval=None, conf=None, user="ana", **params):
    return {
        "dag": SimpleNamespace(dag_id="telemetry_daily", params=telemetry_parameters()),
        "params": {"source": None, "day": None, "last_day": None, "force": False, **params},
        "dag_run": SimpleNamespace(
            run_type=kind, data_interval_start=interval, run_after=NOW, conf=conf, triggering_user_name=user
        ),
    }


def interval_of(day):
    return datetime(day.year, day.month, day.day, 1, 30, tzinfo=BRASILIA)


def test_a_scheduled_run_looks_at_three_days():
    day = TODAY - timedelta(days=1)
    assert days_of(run("scheduled", interval_of(day))) == [day - timedelta(days=2), day - timedelta(days=1), day]


@pytest.mark.parametrize("kind", ["manual", "backfill", "asset_triggered"])
def test_any_other_run_does_exactly_its_day(kind):
    day = date(2026, 1, 31)
    assert days_of(run(kind, interval_of(day))) == [day]


def test_without_a_day_it_is_yesterday():
    assert days_of(run()) == [TODAY - timedelta(days=1)]


def test_a_range_has_both_ends():
    assert days_of(run(day="2026-02-27", last_day="2026-03-01")) == [date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1)]


def test_a_user_may_be_called_as_the_schedule_is():
    asked = run(user="schedule", day="2026-02-27", last_day="2026-02-28")
    assert days_of(asked) == [date(2026, 2, 27), date(2026, 2, 28)]
    assert days_of(run(user="schedule", day="2026-02-27")) == [date(2026, 2, 27)]


def test_each_source_day_and_shard_is_a_part():
    parts = parts_of(run(day="2026-01-31"), [ONE, TWO])
    assert [label_of(part) for part in parts] == ["one 2026-01-31", "two 2026-01-31 1/2", "two 2026-01-31 2/2"]
    assert parts[2] == ["--source", "two", "--day", "2026-01-31", "--shard", "2/2"]
    assert [label_of(part) for part in exports_of(parts)] == ["one 2026-01-31", "two 2026-01-31"]


def test_one_source_may_be_chosen():
    assert {part[1] for part in parts_of(run(day="2026-01-31", source="two"), [ONE, TWO])} == {"two"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"day": "2026-02-01", "last_day": "2026-01-31"}, "last_day (2026-01-31) lies before day (2026-02-01)"),
        ({"day": (TODAY + timedelta(days=1)).isoformat()}, "2026-03-03 has not begun yet: the newest day is today, 2026-03-02 in Brasília"),
        ({"day": "2021-01-01", "last_day": "2026-01-01"}, "parts (days × sources × shards) are more than the 1024 of one run"),
        ({"conf": {"dya": "2026-01-31"}}, "dya: no parameter of telemetry_daily, which has day, force, last_day, source"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(given, said):
    with pytest.raises(WrongPlan) as refused:
        parts_of(run(**given), [ONE, TWO])
    assert said in str(refused.value) and "\n" not in str(refused.value)


def test_a_source_that_is_not_there_is_refused_with_the_nearest():
    with pytest.raises(WrongPlan, match="there is no source tow; did you mean two. There are: one, two"):
        parts_of(run(day="2026-01-31", source="tow"), [ONE, TWO])


def test_where_no_source_is_configured_none_can_be_chosen():
    with pytest.raises(WrongPlan, match=r"there is no source tow: none is configured \(CATAVENTO_SOURCES; docs/adding-a-source\.md\)$"):
        parts_of(run(day="2026-01-31", source="tow"), [])


@pytest.mark.parametrize(
    ("unplanned", "said"),
    [
        ([], "all others are published"),
        (["plan", "plan-exports"], "nothing was published"),
        (["plan-exports"], "nothing was exported"),
    ],
)
def test_what_was_not_planned_is_not_called_published(unplanned, said):
    assert what_stands(unplanned) == said


def test_sources_are_read_as_the_programs_read_them(tmp_path):
    file = tmp_path / "sources.yaml"
    file.write_text(
        "sources:\n- {name: no, dialect: csv, address: 'scada/{day}.csv', shards: 3}\n- {name: b, dialect: pages, address: http://h}\n"
    )
    no, b = read_sources(file)
    assert no == Source("no", 3, "csv", f"{tmp_path}/scada/{{day}}.csv")
    assert (no.path_pattern, b.path_pattern, b.shards) == (no.address, None, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sources:\n- {name: a", "sources.yaml line 2: not YAML: expected ',' or '}'"),
        ("sources: [!!python/object:os.system {}]", "sources.yaml: source 1 has no name"),
        ("sources: []", "sources.yaml: no list `sources`"),
        ("- a", "sources.yaml: no list `sources`"),
        ("", "sources.yaml: no list `sources`"),
        ("sources: [a]", "sources.yaml: source 1 has no name"),
        ("sources: [{name: a, address: b}]", "sources.yaml: source 1 has no dialect"),
        ("sources: [{name: a, dialect: csv, address: b, shards: 65}]", "source a: shards is '65': give a whole number from 1 to 64"),
        ("sources: [{name: a, dialect: csv, address: b}, {name: a, dialect: csv, address: c}]", "two sources have the name a"),
        ("\x07", "sources.yaml: not YAML: "),
    ],
)
def test_a_wrong_file_is_told_in_one_line(tmp_path, text, said):
    file = tmp_path / "sources.yaml"
    file.write_text(text)
    with pytest.raises(WrongSources) as refused:
        read_sources(file)
    assert said in str(refused.value) and "\n" not in str(refused.value)


def test_a_file_that_is_not_there_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("CATAVENTO_SOURCES", f"{tmp_path}/nowhere.yaml")
    with pytest.raises(WrongSources, match=r"/nowhere\.yaml cannot be read: No such file"):
        planned_sources()


def test_without_a_file_there_is_the_one_source_of_the_environment_or_none(monkeypatch):
    monkeypatch.delenv("CATAVENTO_SOURCES", raising=False)
    assert planned_sources() == []
    monkeypatch.setenv("CATAVENTO_TELEMETRY_URL", "http://h")
    assert [source.name for source in planned_sources()] == ["default"]
