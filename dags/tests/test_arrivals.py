"""Which files have come or changed, and the runs they ask for."""

import os
import time
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from pipeline import telemetry_parameters
from pipeline.arrivals import files_of, runs_for
from pipeline.planning import parts_of
from pipeline.sources import Source

MARKS = {"2026-01-30": "1-1", "2026-01-31": "2-2", "2026-02-01": "3-3", "2026-02-03": "4-4"}


def source(folder="/d", pattern="{day}.csv", shards=1):
    return Source("scada", shards, "csv", f"{folder}/{pattern}")


def lay(file, seconds_ago=60):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x")
    os.utime(file, (time.time() - seconds_ago,) * 2)


def test_whole_days_at_rest_are_found(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.arrivals.today", lambda: date(2026, 2, 1))
    for name in ("2026-01-31.csv", "2026-02-30.csv", "2026-01-3.csv", "2026-02-01.csv", "2026-02-02.csv", "x2026-01-30.csv"):
        lay(tmp_path / name)
    lay(tmp_path / "2026-01-29.csv", seconds_ago=5)
    assert list(files_of(source(tmp_path))) == ["2026-01-31"]


def test_a_link_to_nowhere_is_no_file_and_hides_no_other(tmp_path):
    lay(tmp_path / "2026-01-31.csv")
    (tmp_path / "2026-01-30.csv").symlink_to(tmp_path / "gone.csv")
    assert list(files_of(source(tmp_path))) == ["2026-01-31"]


@pytest.mark.parametrize("folder", ["a", "with [brackets] and *", "über"])
def test_a_day_may_stand_in_the_folder_and_in_the_name(tmp_path, folder):
    lay(tmp_path / folder / "2026-01-31" / "park_2026-01-31.parquet")
    lay(tmp_path / folder / "2026-01-30" / "park_2026-01-31.parquet")
    assert list(files_of(source(tmp_path / folder, "{day}/park_{day}.parquet"))) == ["2026-01-31"]


def test_a_mark_is_another_once_the_file_is_written_again(tmp_path):
    file = tmp_path / "2026-01-31.csv"
    lay(file, 90)
    before = files_of(source(tmp_path))
    assert files_of(source(tmp_path)) == before
    lay(file, 60)
    assert files_of(source(tmp_path)) != before


def test_days_after_each_other_are_one_run():
    runs = runs_for(source(), MARKS, {})
    assert [run["conf"] for run in runs] == [
        {"source": "scada", "day": "2026-01-30", "last_day": "2026-02-01"},
        {"source": "scada", "day": "2026-02-03", "last_day": "2026-02-03"},
    ]


@pytest.mark.parametrize(("shards", "count", "runs"), [(1, 1024, 1), (1, 1100, 2), (4, 300, 2), (3, 1023, 3)])
def test_no_run_has_more_days_than_it_may_plan(shards, count, runs):
    first = date(2020, 1, 1)
    days = [first + timedelta(days=n) for n in range(count)]
    found = [run["conf"] for run in runs_for(source(shards=shards), {f"{day}": "1-1" for day in days}, {})]
    planned = [part for conf in found for part in parts_of(run_by_hand(conf), [source(shards=shards)])]
    assert len(found) == runs
    assert [part[3] for part in planned] == [f"{day}" for day in days for _ in range(shards)]


def run_by_hand(conf):
    return {
        "dag": SimpleNamespace(dag_id="telemetry_daily", params=telemetry_parameters()),
        "params": conf,
        "dag_run": SimpleNamespace(run_type="manual", conf=conf, triggering_user_name=None),
    }


def test_what_is_known_starts_nothing_and_what_changed_starts_another_run():
    assert runs_for(source(), MARKS, MARKS) == []
    changed = {**MARKS, "2026-02-03": "5-4"}
    (run,) = runs_for(source(), changed, MARKS)
    assert run["conf"]["day"] == run["conf"]["last_day"] == "2026-02-03"
    (again,) = runs_for(source(), changed, MARKS)
    assert again == run
    assert run["trigger_run_id"] not in {first["trigger_run_id"] for first in runs_for(source(), MARKS, {})}
