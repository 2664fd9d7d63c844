"""The whole installation in containers, and what it does when something breaks: each fault in turn on one installation."""

import contextlib
import hashlib
import os
import shutil
import socket
import subprocess
import threading
import time
from pathlib import Path

import pytest

from engines import SOCKET, SmallEngine, docker, wait_for, why_no_engine
from stack import BASES, PROJECT
from stack import run as run_program
from waiting import ended, trigger

pytestmark = [
    pytest.mark.stack,
    pytest.mark.skipif(bool(why_no_engine(*BASES)), reason=why_no_engine(*BASES) or ""),
]
FIRST_DAY = "2026-01-05"
GATE_SOCKET = "/run/catavento/engine-gate.sock"


def files_of(folder):
    """Hash by name of every file below."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.rglob("*") if file.is_file()
    }


# --- One command ---


def test_one_command_publishes_the_fleet(stack):
    ran = stack.catavento("run", "--day", FIRST_DAY)
    assert ran.returncode == 0, ran.stdout
    assert "extract-sigel: done" in ran.stdout and "export-tableau: done" in ran.stdout
    assert stack.sql("SELECT day FROM ops.release WHERE dataset = 'wind_fleet'") == [FIRST_DAY]
    telemetry = "SELECT day, count(*), count(DISTINCT turbine) FROM out.telemetry_wide WHERE source = 'demo' GROUP BY day ORDER BY day"
    assert stack.sql(telemetry) == [f"2026-01-0{day}|14400|100" for day in (3, 4, 5)]
    assert sorted(path.name for path in (stack.home / "exports/demo/telemetry/demo").iterdir() if not path.is_symlink()) == [
        "2026-01-03", "2026-01-04", "2026-01-05",
    ]  # fmt: skip
    stack.assert_nothing_is_left()


def test_no_container_of_ours_holds_the_engine_s_socket_but_the_gate(stack):
    holders = [
        docker("inspect", "-f", '{{index .Config.Labels "com.docker.compose.service"}}', container)
        for container in docker("ps", "-aq", "--filter", f"label=com.docker.compose.project={stack.name}").split()
        if "engine.sock" in docker("inspect", "-f", "{{.Mounts}}", container)
    ]
    assert holders == ["engine-gate"]


def test_nobody_reaches_the_gate_but_who_starts_tasks(stack):
    """It has no address, and its socket is its group's."""
    gate = stack.container("engine-gate")
    assert docker("inspect", "-f", "{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}", gate).split() == ["none"]
    assert docker("exec", stack.container("scheduler"), "stat", "-c", "%a %u:%g %F", GATE_SOCKET) == "660 10001:10001 socket"
    ping = ["curl", "-sS", "--max-time", "5", "--unix-socket", GATE_SOCKET, "http://gate/_ping"]
    assert docker("exec", stack.container("scheduler"), *ping) == "OK"
    # A user of its own in a container of its own: docker exec would keep the scheduler's groups.
    volume = ["-v", f"{stack.name}_gate:{os.path.dirname(GATE_SOCKET)}"]
    for user, reaches in (("12345:12345", False), ("50000:0", False), ("12345:10001", True)):
        image = ["--entrypoint", "curl", f"catavento/airflow:{stack.tag}"]
        stranger = ["docker", "run", "--rm", "--network", "none", "--user", user, *volume, *image, *ping[1:]]
        assert (subprocess.run(stranger, capture_output=True).returncode == 0) == reaches, user
    assert subprocess.run(["docker", "exec", stack.container("api-server"), *ping], capture_output=True).returncode != 0


def test_the_export_is_the_process_runner_s_byte_for_byte(stack, tmp_path):
    """The same day as processes, into another store of the same cluster."""
    postgis = stack.container("postgis")
    make = ["psql", "-X", "-q", "-v", "store=twin", "-d", "postgres", "-f", "/set-up/make-store.sql"]
    docker("exec", "-u", "postgres", "-w", "/set-up", postgis, *make)
    for task, *options in (
        ["migrate-store"],
        ["extract-sigel", "--day", FIRST_DAY],
        ["load-postgis", "--dataset", "wind_fleet", "--day", FIRST_DAY],
        ["export-tableau", "--dataset", "wind_fleet", "--day", FIRST_DAY],
    ):
        verb = task.split("-")[0]
        ended = run_program(
            [PROJECT / "infrastructure/local/task", task, *options],
            CATAVENTO_DB_URL=f"jdbc:postgresql://127.0.0.1:{stack.port('postgres')}/catavento_twin",
            CATAVENTO_DB_USER=f"catavento_task_{verb}",
            CATAVENTO_DB_PASSWORD=stack.secret(f"CATAVENTO_DB_PASSWORD_{verb.upper()}"),
            CATAVENTO_STORE="demo",
            CATAVENTO_EXPORT_DIR=str(tmp_path),
            CATAVENTO_SIGEL_URL=(
                f"http://127.0.0.1:{stack.port('simulator')}/archive/{{day}}/arcgis/rest/services/PORTAL/WFS/MapServer/0"
            ),
        )
        assert ended.returncode == 0, ended.stdout
    of_containers = files_of(stack.home / "exports" / "demo" / "wind_fleet")
    assert len(of_containers) > 5
    assert files_of(tmp_path / "wind_fleet") == of_containers


def test_a_second_up_waits_for_the_first_and_changes_nothing(stack):
    before = docker("ps", "-q", "--filter", f"label=com.docker.compose.project={stack.name}")
    both = []
    threads = [threading.Thread(target=lambda: both.append(stack.catavento("up"))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [up.returncode for up in both] == [0, 0], [up.stdout for up in both]
    assert any("another ./catavento is starting or stopping services here: waiting for it" in up.stdout for up in both)
    assert docker("ps", "-q", "--filter", f"label=com.docker.compose.project={stack.name}") == before


# --- What the operator got wrong ---


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        ("CATAVENTO_POSTGRES_PASSWORD", None, ".env has no value for CATAVENTO_POSTGRES_PASSWORD"),
        ("CATAVENTO_AIRFLOW_FERNET_KEY", "CATAVENTO_AIRFLOW_FERNET_KEY=short", "CATAVENTO_AIRFLOW_FERNET_KEY in .env is malformed"),
        ("CATAVENTO_DB_PASSWORD_LOAD", "CATAVENTO_DB_PASSWORD_LOAD=p@ss/word:no", "CATAVENTO_DB_PASSWORD_LOAD in .env is malformed"),
        ("CATAVENTO_AIRFLOW_PORT", "CATAVENTO_AIRFLOW_PROT=18099", "did you mean CATAVENTO_AIRFLOW_PORT?"),
        ("COMPOSE_PROJECT_NAME", "COMPOSE_PROJECT_NAME=Not A Name", "COMPOSE_PROJECT_NAME=Not A Name: it must be lower-case letters"),
    ],
)
def test_a_wrong_env_file_is_one_line_and_touches_nothing(stack, name, line, words):
    right = stack.env_file.read_text()
    wrong = [kept for kept in right.splitlines() if not kept.startswith(f"{name}=")] + ([line] if line else [])
    before = docker("ps", "-aq", "--filter", f"label=com.docker.compose.project={stack.name}")
    stack.env_file.write_text("\n".join(wrong) + "\n")
    try:
        refused = stack.catavento("up")
    finally:
        stack.env_file.write_text(right)
    assert refused.returncode == 1
    said = [said for said in refused.stdout.splitlines() if said.startswith("catavento:")]
    assert len(said) == 1 and words in said[0], refused.stdout
    assert docker("ps", "-aq", "--filter", f"label=com.docker.compose.project={stack.name}") == before


def test_a_port_that_is_taken_is_said(stack):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        refused = stack.catavento("up", CATAVENTO_AIRFLOW_PORT=port)
    assert refused.returncode == 1
    assert f"CATAVENTO_AIRFLOW_PORT={port}: another program listens on that port" in refused.stdout
    assert stack.catavento("up").returncode == 0


# --- What breaks under way ---


def test_an_engine_that_is_down_is_one_line_and_the_task_is_tried_again(stack):
    stack.engine.cut()
    try:
        run = stack.trigger("2026-01-06")
        stack.when(run, "extract-sigel", "up_for_retry")
        (said,) = stack.errors(run, "extract-sigel")
        assert "engine" in said and "does not answer" in said
    finally:
        stack.engine.mend()
    stack.clear(run, "extract-sigel")
    stack.ends_well(run)
    stack.assert_nothing_is_left()


def test_a_gate_that_is_down_is_one_line_and_one_that_restarts_in_the_middle_costs_no_try(stack):
    docker("stop", "-t", "2", stack.container("engine-gate"))
    run = stack.trigger("2026-01-07")
    stack.when(run, "extract-sigel", "up_for_retry")
    (said,) = stack.errors(run, "extract-sigel")
    assert said.startswith("the container engine does not answer at unix:///run/catavento/engine-gate.sock")
    docker("start", stack.container("engine-gate"))
    with stack.load_held():
        stack.clear(run, "extract-sigel")
        stack.load_waits()
        docker("restart", "-t", "2", stack.container("engine-gate"))
        wait_for(lambda: docker("inspect", "-f", "{{.State.Health.Status}}", stack.container("engine-gate")) == "healthy")
    stack.ends_well(run)
    assert stack.said(run, "load-postgis", 1, "warning") == [
        "the connection to the container's log broke off; the log goes on where it stopped"
    ]
    stack.assert_nothing_is_left()


def test_a_missing_image_is_one_line_and_no_retry(stack):
    image = f"catavento/export-tableau:{stack.tag}"
    identity = docker("inspect", "-f", "{{.Id}}", image)
    docker("rmi", image)
    try:
        run = stack.trigger("2026-01-08")
        stack.when(run, "export-tableau", "failed", "up_for_retry")
        assert stack.errors(run, "export-tableau") == [f"the engine has no image {image}: ./catavento build makes it"]
        stack.when(run, "export-tableau", "failed")
    finally:
        docker("tag", identity, image)
    stack.clear(run, "export-tableau")
    stack.ends_well(run)
    stack.assert_nothing_is_left()


def test_postgis_restarting_in_mid_load_publishes_nothing_and_a_retry_does(stack):
    with stack.load_held():
        run = stack.trigger("2026-01-09")
        stack.load_waits()
        docker("restart", "-t", "10", stack.container("postgis"))
    stack.when(run, "load-postgis", "up_for_retry", seconds=180)
    assert any("load-postgis ended with 75" in said for said in stack.errors(run, "load-postgis"))
    assert stack.sql("SELECT 1 FROM ops.release WHERE day = '2026-01-09'") == []
    stack.clear(run, "load-postgis")
    stack.ends_well(run)
    stack.assert_nothing_is_left()


#: The executor's process that waits for the task; another waits at the queue, with its lock.
BUSY_WORKER = r"grep -lzE '^airflow worker.*LocalExecutor: [^<]' /proc/[0-9]*/cmdline | cut -d/ -f3 | xargs kill -9"


@pytest.mark.parametrize(("whom", "day"), [("kill -9 -1", "2026-01-10"), (BUSY_WORKER, "2026-01-12")], ids=["scheduler", "worker"])
def test_a_killed_scheduler_or_worker_never_has_its_task_twice_at_once(stack, whom, day):
    running, over = [], threading.Event()

    def watch():
        while not over.is_set():
            running.append(len(stack.tasks("load-postgis")))
            time.sleep(0.3)

    watcher = threading.Thread(target=watch, daemon=True)
    with stack.load_held():
        run = stack.trigger(day)
        stack.load_waits()
        watcher.start()
        scheduler = stack.container("scheduler")
        subprocess.run(["docker", "exec", scheduler, "bash", "-c", whom], capture_output=True)
        wait_for(lambda: docker("inspect", "-f", "{{.State.Health.Status}}", scheduler) == "healthy", 120)
        stack.is_lost(run, "load-postgis")
        stack.when(run, "load-postgis", "running", attempt=2)
        wait_for(lambda: stack.said(run, "load-postgis", 2, "warning"), 60)
    stack.ends_well(run)
    over.set()
    watcher.join()
    assert max(running) == 1
    assert "try 1 had left its container (running): it was stopped and removed" in stack.said(run, "load-postgis", 2, "warning")
    stack.assert_nothing_is_left()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk and another owner's folder")
@pytest.mark.parametrize(
    ("fault", "day", "words"),
    [
        ("full", "2026-01-13", "no space left in the export folder /exports"),
        ("not ours", "2026-01-14", "the export folder /exports cannot be written"),
    ],
)
def test_exports_that_cannot_be_written_leave_the_last_ones_as_they_were(stack, fault, day, words):
    folder = stack.home / "exports" / "demo"
    before = files_of(folder)
    with small_disk(folder) if fault == "full" else owned_by_root(folder):
        run = stack.trigger(day)
        stack.when(run, "export-tableau", "failed", "up_for_retry")
        assert words in stack.errors(run, "export-tableau")[-1]
        assert files_of(folder) == before
    assert stack.catavento("up").returncode == 0
    stack.clear(run, "export-tableau")
    stack.ends_well(run)
    stack.assert_nothing_is_left()


@contextlib.contextmanager
def small_disk(folder):
    """The folder with what it holds on a disk that has 512 KB left."""
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    copy = folder.parent / "copy"
    as_root("cp", "-a", folder, copy)
    as_root("mount", "-t", "tmpfs", "-o", f"mode=755,uid=10001,gid=10001,size={size + (512 << 10)}", "none", folder)
    try:
        as_root("cp", "-a", f"{copy}/.", folder)
        yield
    finally:
        as_root("umount", folder)
        shutil.rmtree(copy)


@contextlib.contextmanager
def owned_by_root(folder):
    """As after a copy by root; ./catavento up gives it back."""
    as_root("chown", "-R", "0:0", folder)
    yield


def as_root(*command):
    subprocess.run(command, check=True)


@pytest.mark.skipif(bool(SmallEngine.why_none()), reason=SmallEngine.why_none() or "")
def test_a_full_disk_of_the_engine_is_one_line_and_the_day_is_published_once_there_is_room(stack):
    """Behind the installation's gate is another engine for a while, one whose disk can be filled."""
    small = SmallEngine()
    try:
        small.make_image(f"catavento/extract-sigel:{stack.tag}", PROJECT / "dags/tests/fixtures/small-task")
        small.fill()
        stack.engine.lead_to(small.socket)
        run = stack.trigger("2026-01-15")
        stack.when(run, "extract-sigel", "failed", "up_for_retry")
        (said,) = stack.errors(run, "extract-sigel")
        assert said.startswith(f"the disk of the container engine at unix://{GATE_SOCKET} is full, so extract-sigel was not started")
        stack.when(run, "extract-sigel", "up_for_retry")
        assert small.docker("ps", "-aq") == ""
        assert stack.sql("SELECT 1 FROM raw.capture WHERE day = '2026-01-15'") == []
    finally:
        stack.engine.lead_to(SOCKET)
        small.close()
    stack.clear(run, "extract-sigel")
    stack.ends_well(run)
    stack.assert_nothing_is_left()


# --- With two workers, and TLS to the store ---


def test_mapped_tasks_run_on_both_workers_and_one_that_is_killed_loses_nothing(stack):
    stack.add_workers("many_days.py")
    assert stack.sql("SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = 'airflow'") == ["t"]
    assert stack.secret("CATAVENTO_REDIS_PASSWORD") not in docker("top", stack.container("queue"), "-eo", "pid,args")
    run, seen = trigger(stack.api(), "many_days"), set()

    def both_were_at_work_and_one_is():
        at_work = {task["hostname"] for task in stack.mapped("many_days", run) if task["state"] == "running"}
        seen.update(task["hostname"] for task in stack.mapped("many_days", run) if task["hostname"])
        return seen >= {"worker-1", "worker-2"} and at_work

    killed = sorted(wait_for(both_were_at_work_and_one_is, 180))[0]
    docker("kill", stack.container(killed))
    assert ended(stack.api(), "many_days", run, 300)["state"] == "success"
    tasks = stack.mapped("many_days", run)
    assert {task["state"] for task in tasks} <= {"success", "skipped"} and len(tasks) == 8
    days = stack.sql("SELECT day FROM raw.capture WHERE day BETWEEN '2026-02-01' AND '2026-02-08' ORDER BY day")
    assert days == [f"2026-02-{day:02}" for day in range(1, 9)]
    stack.assert_nothing_is_left()


# --- After all of it ---


def test_every_day_is_published_once_and_the_log_holds_no_secret(stack):
    days = stack.sql("SELECT day FROM ops.release WHERE dataset = 'wind_fleet' ORDER BY day")
    assert days[0] == FIRST_DAY and len(days) == len(set(days))
    secrets = [line.split("=", 1)[1] for line in stack.env_file.read_text().splitlines() if "PASSWORD" in line or "KEY" in line]
    logs = docker("exec", stack.container("scheduler"), "bash", "-c", "cat $(find /opt/airflow/logs -type f)")
    assert secrets and [secret for secret in secrets if secret in logs] == []
