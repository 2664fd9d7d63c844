"""What admin, operator and viewer may do, asked of Airflow's own manager of permissions in its image, on a database of its own."""

import json
import subprocess
from pathlib import Path

import pytest

from engines import docker, why_no_engine
from stack import BASES

_ABSENT = why_no_engine(*BASES)
pytestmark = [pytest.mark.stack, pytest.mark.skipif(bool(_ABSENT), reason=_ABSENT or "")]
INITIALIZE = Path(__file__).parents[2] / "docker" / "airflow" / "initialize"

ASK = """
import json
from airflow.api_fastapi.auth.managers.models.resource_details import DagAccessEntity, DagDetails
from airflow.providers.fab.auth_manager.cli_commands.utils import get_application_builder

with get_application_builder() as builder:
    from airflow.api_fastapi.app import get_auth_manager
    fab = get_auth_manager()
    dag, said = DagDetails(id="wind_fleet_daily"), {}
    for name in ("admin", "operator", "viewer"):
        user = builder.sm.find_user(name)
        may = said[name] = {}
        for method in ("GET", "POST", "PUT", "DELETE"):
            may["DAG " + method] = fab.is_authorized_dag(method=method, user=user, details=dag)
            for what in ("RUN", "TASK_INSTANCE", "XCOM"):
                entity = getattr(DagAccessEntity, what)
                may[what + " " + method] = fab.is_authorized_dag(method=method, user=user, access_entity=entity, details=dag)
            for what in ("backfill", "connection", "variable", "pool", "asset"):
                may[what + " " + method] = getattr(fab, "is_authorized_" + what)(method=method, user=user)
    print("SAID " + json.dumps({name: sorted(do for do, can in may.items() if can) for name, may in said.items()}))
"""
OF_OLD = """
from airflow.providers.fab.auth_manager.cli_commands.utils import get_application_builder

with get_application_builder() as builder:
    user = builder.sm.find_user("operator")
    user.roles = [builder.sm.find_role("Op")]
    builder.sm.update_user(user)
"""


@pytest.fixture(scope="module")
def airflow(stack):
    """Runs a program in one container of the image, whose database is a file in it."""
    settings = {f"CATAVENTO_AIRFLOW_{name}_PASSWORD": "a-password-of-tests" for name in ("ADMIN", "OPERATOR", "VIEWER")}
    settings["AIRFLOW__CORE__AUTH_MANAGER"] = "airflow.providers.fab.auth_manager.fab_auth_manager.FabAuthManager"
    settings["AIRFLOW__API__SECRET_KEY"] = settings["AIRFLOW__API_AUTH__JWT_SECRET"] = "a-key-of-tests-long-enough-to-sign-with"
    given = [f"--env={key}={value}" for key, value in settings.items()]
    container = docker("run", "-d", "--network=none", "--entrypoint=sleep", *given, f"catavento/airflow:{stack.tag}", "900").strip()

    def run(*command, stdin=""):
        done = subprocess.run(["docker", "exec", "-i", container, *command], input=stdin, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    try:
        docker("cp", str(INITIALIZE), f"{container}:/tmp/initialize")
        run("bash", "/tmp/initialize")
        yield run
    finally:
        docker("rm", "-f", container)


def may(airflow):
    lines = airflow("python", "-", stdin=ASK).splitlines()
    return json.loads(next(line for line in lines if line.startswith("SAID ")).removeprefix("SAID "))


def test_an_operator_sees_all_that_a_viewer_sees_and_triggers_clears_and_backfills(airflow):
    people = may(airflow)
    assert set(people["viewer"]) < set(people["operator"]) < set(people["admin"])
    assert set(people["operator"]) - set(people["viewer"]) == {
        "DAG PUT",
        "RUN POST",
        "RUN PUT",
        "TASK_INSTANCE POST",
        "TASK_INSTANCE PUT",
        "backfill POST",
        "backfill PUT",
    }


def test_an_operator_removes_nothing_and_sees_no_connection(airflow):
    people = may(airflow)
    assert [what for what in people["operator"] if what.endswith("DELETE") or what.startswith(("connection", "variable"))] == []
    assert {"RUN DELETE", "connection DELETE"} <= set(people["admin"])


def test_an_operator_of_an_earlier_version_gets_the_narrower_role(airflow):
    narrow = may(airflow)["operator"]
    airflow("python", "-", stdin=OF_OLD)
    assert "RUN DELETE" in may(airflow)["operator"]
    airflow("bash", "/tmp/initialize")
    assert may(airflow)["operator"] == narrow
