"""A real PostgreSQL cluster with one store, set up by the scripts that set up every other."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[3]
sys.path[:0] = [str(PROJECT / "infrastructure" / part) for part in ("airflow", "local/tests")]
sys.path[:0] = [str(PROJECT / "dags" / "tests" / part) for part in ("", "live")]
LOGINS = ["MIGRATE", "EXTRACT", "DOWNSAMPLE", "LOAD", "EXPORT", "MAINTAIN", "WATCH"]


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    if found:
        return found[-1]
    return Path(subprocess.run(["pg_config", "--bindir"], stdout=subprocess.PIPE, text=True, check=True).stdout.strip())


def _unprivileged(command):
    if os.geteuid() != 0:
        return command
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command]


@pytest.fixture(scope="session")
def cluster():
    """The environment of a superuser's psql on a cluster of its own."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="catavento-cluster-"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run(_unprivileged([programs / "initdb", "-D", data, *options]), check=True, stdout=subprocess.DEVNULL, cwd="/")
    settings = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"]
    server = subprocess.Popen(
        _unprivileged([programs / "postgres", "-D", data, "-p", str(port), *settings]), cwd="/", stderr=subprocess.DEVNULL
    )
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith(("PG", "CATAVENTO"))},
        "PATH": f"{programs}:{os.environ['PATH']}",
        "PGHOST": "127.0.0.1",
        "PGPORT": str(port),
        "PGUSER": "postgres",
        "PGPASSWORD": "none-is-asked",
    }
    try:
        until = time.monotonic() + 60
        while subprocess.run([programs / "pg_isready", "-q"], env=environment).returncode != 0:
            assert time.monotonic() < until, "PostgreSQL did not start"
            time.sleep(0.1)
        yield environment
    finally:
        server.terminate()
        server.wait(60)
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def published_store(cluster):
    """The store demo with a failed and a completed load and an open issue; the environment of psql as catavento_read."""
    names = [*(f"CATAVENTO_DB_PASSWORD_{login}" for login in LOGINS), "CATAVENTO_READ_PASSWORD", "CATAVENTO_AIRFLOW_DB_PASSWORD"]
    passwords = {name: f"{name}-{number:02}".lower() for number, name in enumerate(names)}
    for _ in range(2):
        subprocess.run(
            [PROJECT / "infrastructure/postgis/set-up-cluster"], env={**cluster, **passwords, "CATAVENTO_STORE": "demo"}, check=True
        )
    store = {**cluster, "PGDATABASE": "catavento_demo"}
    migrate = {
        "CATAVENTO_DB_URL": f"jdbc:postgresql://127.0.0.1:{cluster['PGPORT']}/catavento_demo",
        "CATAVENTO_DB_USER": "catavento_task_migrate",
        "CATAVENTO_DB_PASSWORD": passwords["CATAVENTO_DB_PASSWORD_MIGRATE"],
    }
    subprocess.run(
        [PROJECT / "infrastructure/local/task", "migrate-store"], env={**cluster, **migrate}, check=True, stdout=subprocess.DEVNULL
    )
    rows = """
        INSERT INTO ops.store (store_name, source_id, is_demo) VALUES ('demo', 'generated', true);
        INSERT INTO ops.task_run (task, dataset, day, run_id, forced, outcome, exit_code, started_at, duration_ms,
                                  rows_read, rows_written, rows_unchanged, rows_quarantined, issues, outputs, error_message)
        VALUES ('load-postgis', 'wind_fleet', '2026-01-01', 'r1', false, 'completed', 0, now() - interval '1 day', 1500, 3, 2, 1, 0, '{}', '{}', NULL),
               ('load-postgis', 'wind_fleet', '2026-01-02', 'r2', false, 'failed', 65, now(), 700, 0, 0, 0, 0, '{}', '{}', 'the gate refused');
        INSERT INTO ops.task_run (task, dataset, day, run_id, forced, outcome, exit_code, started_at, duration_ms,
                                  rows_read, rows_written, rows_unchanged, rows_quarantined, issues, outputs, error_message)
        SELECT 'downsample-telemetry', 'telemetry', '2026-01-01', 'r' || n, false, outcome, code, now(), 10 * rows, rows, 0, 0, 0, '{}',
               jsonb_build_object('source', source, 'shard', shard), said
          FROM (VALUES (1, 'living', '1/1', 'failed', 65, 1, 'divided otherwise since'), (2, 'living', '2/2', 'completed', 0, 70, NULL),
                       (3, 'dead', '1/1', 'failed', 75, 0, 'the source is not there'), (4, 'living', '2/2', 'failed', 65, 2, 'the source lied'),
                       (5, 'living', '1/2', 'completed', 0, 90, NULL)) AS ran (n, source, shard, outcome, code, rows, said) ORDER BY n;
        INSERT INTO ops.data_issue (rule, severity, dataset, subject_id, field, first_seen_day, last_seen_day)
        VALUES ('odd "name"\\', 'warning', 'wind_fleet', gen_random_uuid()::text, 'POT_MW', '2026-01-01', '2026-01-01');
    """
    subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"], input=rows, text=True, env=store, check=True)
    return {**store, "PGUSER": "catavento_read"}


@pytest.fixture
def cluster_at(tmp_path):
    """Makes clusters that a test may dump, fill and break."""
    from clusters import Cluster

    started = []

    def start(name):
        started.append(Cluster(tmp_path / name))
        return started[-1]

    yield start
    for cluster in started:
        cluster.stop()


@pytest.fixture(scope="session")
def stack():
    """One installation in containers for all tests that need one; the first that asks brings it up."""
    from stack import Stack

    home = Path(tempfile.mkdtemp(prefix="catavento-stack-"))
    home.chmod(0o755)
    stack = Stack(home)
    try:
        stack.tag_images()
        yield stack
    finally:
        stack.take_down()
        shutil.rmtree(home, ignore_errors=True)
