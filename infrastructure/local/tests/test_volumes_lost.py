"""All volumes of the installation in containers are lost, and a backup brings it back. Last of those that share it."""

import re
import time

import httpx
import pytest

from engines import docker, why_no_engine
from stack import BASES, DAG
from waiting import ended

pytestmark = [
    pytest.mark.stack,
    pytest.mark.skipif(bool(why_no_engine(*BASES)), reason=why_no_engine(*BASES) or ""),
]
DAY, NEXT_DAY = "2026-04-01", "2026-04-02"
LONGEST_SECONDS = 15 * 60
#: Everything of these tables, whatever its order; ops.audit gets a line by the restore.
CONTENT = "SELECT md5(string_agg(md5(each::text), '' ORDER BY md5(each::text) COLLATE \"C\")) FROM {} AS each"
TABLES = ("raw.page", "raw.snapshot", "raw.capture", "core.wind_turbine", "ops.release", "ops.data_issue", "out.wind_turbine")


def content(stack):
    return {table: stack.sql(CONTENT.format(table)) for table in TABLES}


def volumes(stack):
    return docker("volume", "ls", "-q", "--filter", f"label=com.docker.compose.project={stack.name}").split()


def runs(stack):
    return {run["dag_run_id"]: run["state"] for run in stack.api().get(f"/dags/{DAG}/dagRuns")["dag_runs"]}


def test_a_backup_on_empty_volumes_gives_the_same_content_and_a_working_ui(stack, tmp_path):
    if not stack.container("scheduler"):
        ran = stack.catavento("run", "--day", DAY)
        assert ran.returncode == 0, ran.stdout
    before, runs_before = content(stack), runs(stack)
    assert before["out.wind_turbine"] != [""] and "success" in runs_before.values()
    backed_up = stack.catavento("backup", "--to", str(tmp_path))
    assert backed_up.returncode == 0, backed_up.stdout
    sha256 = re.search("Content: SHA-256 ([0-9a-f]{64})", backed_up.stdout)[1]
    purged = stack.catavento("down", "--purge", "--yes")
    assert purged.returncode == 0, purged.stdout
    assert volumes(stack) == []

    began = time.monotonic()
    restored = stack.catavento("restore", str(tmp_path))
    assert restored.returncode == 0, restored.stdout
    stack.sign_in_again()
    assert runs(stack) == runs_before
    page = httpx.get(f"http://127.0.0.1:{stack.port('airflow')}/", follow_redirects=True, trust_env=False)
    assert page.status_code == 200 and "text/html" in page.headers["content-type"]
    assert time.monotonic() - began < LONGEST_SECONDS

    assert f"Content: SHA-256 {sha256}, the same as when it was backed up" in restored.stdout
    assert content(stack) == before
    run = stack.trigger(NEXT_DAY)
    assert ended(stack.api(), DAG, run, 180)["state"] == "success"
    stack.assert_nothing_is_left()
