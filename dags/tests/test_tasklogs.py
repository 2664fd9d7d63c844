"""A task's newest try is found, of a day too, in few questions."""

from datetime import UTC, datetime, timedelta

from console.tasklogs import newest

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


class Airflow:
    """As much of Airflow's API as the search meets: runs every five minutes, newest first, and their instances of one task."""

    def __init__(self, count, instances):
        self.asked = 0
        self.runs = [
            {
                "dag_run_id": f"r{n}",
                "conf": {},
                "data_interval_start": (at := (NOW - timedelta(minutes=5 * n)).isoformat()),
                "run_after": at,
            }
            for n in range(count)
        ]
        self.instances = [
            {"dag_run_id": run["dag_run_id"], "task_id": "t", "try_number": 1, "start_date": run["run_after"], "map_index": -1, **more}
            for n, run in enumerate(self.runs)
            for more in instances(n)
        ]

    def get(self, path, *, limit, offset, order_by, task_id="t"):
        self.asked += 1
        assert order_by == "-run_after" and task_id == "t"
        what, found = {
            "/dags/d/dagRuns": ("dag_runs", self.runs),
            "/dags/d/dagRuns/~/taskInstances": ("task_instances", self.instances),
        }[path]
        return {what: found[offset : offset + limit], "total_entries": len(found)}


def found(airflow, day=None):
    run, task = newest(airflow, ["d"], "t", day)
    return run["dag_run_id"], task["map_index"]


def test_the_newest_run_that_tried_is_taken():
    airflow = Airflow(9, lambda n: [{"try_number": int(n >= 2), "state": "success"}])
    assert found(airflow) == ("r2", -1)


def test_a_day_some_days_back_is_found_in_a_few_questions():
    airflow = Airflow(2000, lambda n: [{"state": "success"}])
    run, _ = found(airflow, "2026-03-07")
    assert airflow.runs[int(run[1:])]["data_interval_start"].startswith("2026-03-08T02:55")  # before midnight in Brasília
    assert airflow.asked <= 20


def test_what_never_ran_for_a_day_is_not_found():
    airflow = Airflow(300, lambda n: [{"state": "success"}])
    assert newest(airflow, ["d"], "t", "2025-01-01") is None


def test_of_mapped_instances_the_day_is_in_the_name_and_a_failed_one_comes_first():
    def parts(n):
        days = (f"2026-03-{9 - n:02d}", f"2026-03-{8 - n:02d}")
        return [{"map_index": m, "rendered_map_index": f"scada {day} {m + 1}/2", "state": "failed" if m else "success"} for day in days for m in (0, 1)]

    airflow = Airflow(3, parts)
    assert found(airflow, "2026-03-08") == ("r0", 1)
    assert found(airflow, "2026-03-06") == ("r2", 1)
