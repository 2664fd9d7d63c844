"""The cluster's set-up by somebody who is no superuser, as on a managed server: a real PostgreSQL in a container."""

import subprocess
import uuid
from pathlib import Path

import pytest

from engines import docker, wait_for, why_no_engine

PROJECT = Path(__file__).parents[3]
IMAGE = "postgis/postgis:17-3.5"
VERBS = ("migrate", "extract", "load", "export", "maintain", "watch", "downsample")
PASSWORDS = {f"CATAVENTO_DB_PASSWORD_{verb.upper()}": f"of-{verb}" for verb in VERBS}

pytestmark = pytest.mark.skipif(bool(why_no_engine(IMAGE)), reason=why_no_engine(IMAGE) or "")


@pytest.fixture
def server():
    name = f"cluster-setup-{uuid.uuid4().hex[:8]}"
    set_up = f"{PROJECT}/infrastructure/postgis:/set-up:ro"
    docker("run", "-d", "--name", name, "--network", "none", "-e", "POSTGRES_PASSWORD=x", "-v", set_up, IMAGE)
    try:
        wait_for(lambda: "init process complete" in docker("logs", name) and ready(name), seconds=120)
        yield name
    finally:
        docker("rm", "-f", "-v", name)


def ready(server):
    asked = ["docker", "exec", server, "pg_isready", "-q", "-h", "127.0.0.1", "-U", "postgres"]
    return subprocess.run(asked, timeout=60).returncode == 0


def asked(server, sql, database="postgres"):
    return docker("exec", server, "psql", "-X", "-At", "-v", "ON_ERROR_STOP=1", "-U", "postgres", "-d", database, "-c", sql)


def test_the_master_of_a_managed_server_sets_up_the_cluster_again_and_again(server):
    # a managed server lets its master create the extension; this one does where the extension is trusted
    control = "/usr/share/postgresql/17/extension/postgis.control"
    docker("exec", server, "sh", "-c", f"echo 'trusted = true' >> {control}")
    asked(server, "CREATE ROLE master LOGIN CREATEDB CREATEROLE PASSWORD 'm'")
    settings = {
        **PASSWORDS,
        "PGHOST": "127.0.0.1",
        "PGUSER": "master",
        "PGPASSWORD": "m",
        "CATAVENTO_READ_PASSWORD": "r",
        "CATAVENTO_AIRFLOW_DB_PASSWORD": "a",
        "CATAVENTO_STORE": "production",
    }
    given = [word for key, value in settings.items() for word in ("-e", f"{key}={value}")]
    for _ in range(2):
        docker("exec", *given, server, "bash", "/set-up/set-up-cluster")
    owners = asked(server, "SELECT datname || ' ' || pg_get_userbyid(datdba) FROM pg_database ORDER BY 1").splitlines()
    assert {"airflow airflow", "catavento_production catavento_migrate", "catavento_template catavento_migrate"} <= set(owners)
    assert asked(server, "SELECT extname FROM pg_extension WHERE extname = 'postgis'", "catavento_production") == "postgis"
    assert asked(server, "SELECT rolsuper FROM pg_roles WHERE rolname = 'master'") == "f"
