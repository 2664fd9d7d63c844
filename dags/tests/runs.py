"""What the tests of both runners share: a run as an operator sees it, and what it logged."""

import re
from datetime import datetime, timezone
from pathlib import Path
from types import SimpleNamespace

from airflow.sdk import Asset

from pipeline import run_parameters

FAKE = Path(__file__).parent / "fixtures" / "fake-task"
CORE = Asset("core.test")


class Run:
    """What Airflow keeps of a task's run, as far as the operator touches it."""

    def __init__(self, run_id="r1", try_number=1, conf=None, **params):
        self.xcom = {}
        self.events = {CORE: SimpleNamespace(extra={})}
        asked_at = datetime(2026, 3, 10, 15, tzinfo=timezone.utc)
        run = SimpleNamespace(run_id=run_id, data_interval_start=None, run_after=asked_at, conf=conf)
        self.context = {
            "dag": SimpleNamespace(dag_id="a_dag", params=run_parameters()),
            "params": {"day": None, "force": False, **params},
            "dag_run": run,
            "ti": SimpleNamespace(
                dag_id="a_dag", task_id="a_task", map_index=-1, try_number=try_number, xcom_push=self.xcom.__setitem__
            ),
            "outlet_events": self.events,
        }


def entries(output):
    """Level and text of each line that Airflow logged."""
    found = re.findall(r"^\S+ \[(\w+) *\] (.*?) +\[airflow\.task\.operators", output, flags=re.MULTILINE)
    assert found
    return found
