"""What the doctor finds, each provoked for real; lost pid files; removing all data."""

import http.server
import os
import re
import shutil
import socket
import subprocess
import threading
import time
import uuid
from pathlib import Path

import pytest

from engines import SmallEngine, docker, why_no_engine

PROJECT = Path(__file__).parents[3]
AS_ROOT = os.geteuid() == 0


def environment(**more):
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("CATAVENTO", "DOCKER"))}
    return {**inherited, "CATAVENTO_RUNNER": "process", **more}


def catavento(home, *words, **more):
    return subprocess.run(
        [home / "catavento", *words], env=environment(**more), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120,
    )  # fmt: skip


def doctor(home, **more):
    """The lines that name something, and the exit code."""
    done = catavento(home, "doctor", **more)
    findings = [line for line in done.stdout.splitlines() if not line.startswith("ok ")]
    assert done.returncode == (1 if findings else 0), done.stdout
    assert all(line.startswith(("warn ", "FAIL ")) and " — " in line for line in findings), done.stdout
    return findings


def words(home, code):
    """Runs code with the script's own parts."""
    opening = """set -euo pipefail
        home=$PWD local_dir=$PWD/.local run_dir=$PWD/.local/run log_dir=$PWD/.local/logs secrets_file=$PWD/.local/secrets.env
        mkdir -p "$run_dir" "$log_dir"
        for part in infrastructure/local/lib/*.sh; do . "$part"; done
        load_settings; choose_runner; store=demo
        """
    done = subprocess.run(
        ["bash", "-c", opening + code], cwd=home, env=environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture
def clone(tmp_path):
    """A clone of its own, with nothing set up."""
    for name in ("catavento", "infrastructure", "dags", "tasks", "pom.xml", ".mvn", ".env.example"):
        (tmp_path / name).symlink_to(PROJECT / name)
    return tmp_path


@pytest.fixture
def cluster(clone):
    """A clone whose PostgreSQL runs, which is gone afterwards with all its data."""
    words(clone, "prepare_secrets; find_postgres; start_postgres")
    yield clone
    catavento(clone, "down", "--purge", "--yes")


def superuser(clone, text, database="postgres"):
    return words(clone, f"find_postgres; sql {database} -Atc \"{text}\"").strip()


def one(findings, *parts):
    found = [line for line in findings if all(part in line for part in parts)]
    assert len(found) == 1, findings
    return found[0]


def test_a_new_clone_is_told_how_to_begin(clone):
    findings = doctor(clone)
    assert one(findings, "nothing is running", "./catavento up").startswith("warn")
    assert one(findings, "not built", "./catavento build").startswith("warn")


def test_a_malformed_env_file_is_a_finding_and_not_the_end(clone):
    (clone / ".env").write_text("CATAVENTO_STORE = demo\n")
    (clone / ".env").chmod(0o600)
    findings = doctor(clone)
    assert one(findings, "line 1 of .env is not NAME=VALUE").startswith("FAIL")
    one(findings, "nothing is running")


def test_each_bad_line_is_one_finding_and_the_good_ones_hold(clone):
    (clone / ".env").write_text("CATAVENTO_STORE=Bad Name\nnonsense\nCATAVENTO_SIGEL_PARALLEL=9\nCATAVENTO_STORE=demo\nCATAVENTO_AIRFLOW_PROT=1\n")
    (clone / ".env").chmod(0o600)
    failed = [line for line in doctor(clone, CATAVENTO_STORE="demo") if line.startswith("FAIL")]
    assert [re.search("NAME=VALUE|from 1 to 4|stands twice|unknown setting", line)[0] for line in failed] == [
        "NAME=VALUE", "stands twice", "unknown setting", "from 1 to 4",
    ]  # fmt: skip


@pytest.mark.skipif(bool(why_no_engine()), reason=why_no_engine() or "")
def test_a_bad_line_makes_no_password_missing(clone):
    """Where there is data, a password that is missing is worth a finding: only a true one."""
    project = f"doctor-{uuid.uuid4().hex[:6]}"
    (clone / ".env").write_text(f"COMPOSE_PROJECT_NAME={project}\n")
    words(clone, "runner=docker; ensure_env_file")
    with (clone / ".env").open("a") as file:
        file.write("nonsense\n")
    docker("volume", "create", f"{project}_postgis")
    try:
        failed = [line for line in doctor(clone, CATAVENTO_RUNNER="docker") if line.startswith("FAIL")]
        assert not [line for line in failed if "PASSWORD" in line or "_KEY" in line], failed
        one(failed, "is not NAME=VALUE: nonsense")
    finally:
        docker("volume", "rm", f"{project}_postgis")


def test_an_env_file_that_others_can_read_is_a_finding(clone):
    (clone / ".env").write_text("CATAVENTO_STORE=demo\n")
    (clone / ".env").chmod(0o644)
    one(doctor(clone), "can be read by others (mode 644)", "chmod 600 .env")


def test_a_taken_port_is_named_with_who_has_it(clone):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        line = one(doctor(clone, CATAVENTO_AIRFLOW_PORT=str(port)), f"port {port}")
        assert line.startswith("FAIL") and f"process {os.getpid()} (" in line
        (clone / ".local" / "run" / "airflow.port").write_text(f"{port}\n")
        assert one(doctor(clone), f"port {port}", "takes a free one").startswith("warn")


def test_a_port_file_that_holds_no_port_is_a_finding(clone):
    (clone / ".local" / "run").mkdir(parents=True)
    (clone / ".local" / "run" / "airflow.port").write_text("abc\n")
    one(doctor(clone), "airflow.port holds no port: abc", "rm .local/run/airflow.port")


def test_an_engine_that_does_not_answer_is_a_finding(clone):
    findings = doctor(clone, CATAVENTO_RUNNER="docker", DOCKER_HOST="unix:///nowhere/docker.sock")
    if shutil.which("docker"):
        one(findings, "FAIL", "the container engine does not answer", "systemctl start docker")
    else:
        one(findings, "FAIL", "there is no docker command")


@pytest.mark.skipif(not AS_ROOT, reason="only root can give a folder to another user")
def test_exports_of_the_wrong_owner_are_a_finding(clone):
    exports = clone / "exports" / "demo"
    exports.mkdir(parents=True)
    settings = {"CATAVENTO_RUNNER": "docker", "DOCKER_HOST": "unix:///nowhere/docker.sock"}
    one(doctor(clone, **settings), "FAIL", "exports belongs to root", "chown -R 10001:10001")
    os.chown(clone / "exports", 10001, 10001)
    one(doctor(clone, **settings), "FAIL", f"{exports} belongs to root, the exports folder to user 10001", "chown -R 10001")


def test_a_full_disk_is_a_finding(clone):
    """In a mount namespace of its own, whose exports lie on a disk of one MiB."""
    (clone / "exports").mkdir()
    apart = ["unshare", "--mount", *([] if AS_ROOT else ["--map-root-user"])]
    if subprocess.run([*apart, "true"], stderr=subprocess.DEVNULL).returncode:
        pytest.skip("this machine lets nobody mount in a namespace of his own")
    command = "mount -t tmpfs -o size=1m none exports && ./catavento doctor"
    done = subprocess.run(
        [*apart, "sh", "-c", command], cwd=clone, env=environment(), stdout=subprocess.PIPE, text=True, timeout=120
    )
    assert "FAIL  the exports' disk" in done.stdout and "is full" in done.stdout


with_engine = pytest.mark.skipif(bool(why_no_engine()), reason=why_no_engine() or "")


@with_engine
def test_images_of_the_present_code_that_are_missing_are_a_finding(clone):
    findings = doctor(clone, CATAVENTO_RUNNER="docker", CATAVENTO_IMAGE_TAG="9.9-never-built")
    line = one(findings, "warn", "no image of the present code (9.9-never-built) for: ", "./catavento build makes them")
    assert "extract-sigel" in line and "airflow" in line


@with_engine
def test_a_container_of_older_code_is_a_finding(clone):
    name = f"doctor-{uuid.uuid4().hex[:8]}"
    (clone / ".env").write_text(f"COMPOSE_PROJECT_NAME={name}\n")
    (clone / ".env").chmod(0o600)
    (clone / "content").touch()
    subprocess.run(["tar", "-cf", clone / "image.tar", "-C", clone, "content"], check=True)
    image = docker("import", str(clone / "image.tar"))
    of_service = {"com.docker.compose.project": name, "com.docker.compose.service": "engine-gate", "dev.catavento.sources": "older"}
    container = docker("create", *(f"--label={key}={value}" for key, value in of_service.items()), image, "/nothing")
    try:
        line = one(doctor(clone, CATAVENTO_RUNNER="docker"), "containers of other code than this: engine-gate")
        assert line.startswith("warn") and "./catavento up starts them anew" in line
    finally:
        docker("rm", container)
        docker("rmi", image)


@pytest.mark.skipif(bool(SmallEngine.why_none()), reason=SmallEngine.why_none() or "")
def test_an_engine_without_base_images_whose_disk_is_full_is_two_findings(clone):
    engine = SmallEngine()
    try:
        engine.fill()
        findings = doctor(clone, CATAVENTO_RUNNER="docker", DOCKER_HOST=f"unix://{engine.socket}")
    finally:
        engine.close()
    one(findings, "FAIL", "the base image eclipse-temurin:25-jre is missing", "docker pull eclipse-temurin:25-jre")
    one(findings, "FAIL", "the container engine's disk", "is full: 0 left", "docker image prune")


def clock_off(folder, seconds):
    """A path on which this machine's clock is off by so much, as the script sees it."""
    folder.mkdir()
    now = shutil.which("date")
    (folder / "date").write_text(f'#!/bin/sh\n[ "$*" = +%s ] || exec {now} "$@"\necho $(($({now} +%s) + {seconds}))\n')
    (folder / "date").chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


def test_a_clock_that_is_off_is_a_finding(cluster):
    line = one(doctor(cluster, PATH=clock_off(cluster / "bin", 3600)), "FAIL", "the clock of PostgreSQL", "timedatectl")
    assert re.search(r" is -3(599|600|601) s off this machine's", line)
    assert not [line for line in doctor(cluster) if "clock" in line]


@pytest.mark.parametrize(("seconds", "found"), [(7200, 1), (-7200, 1), (0, 0)])
def test_a_source_whose_clock_is_off_is_a_finding(clone, seconds, found):
    class Answer(http.server.BaseHTTPRequestHandler):
        def do_HEAD(self):
            self.send_response(404)
            self.end_headers()

        def date_time_string(self, timestamp=None):
            return super().date_time_string(time.time() + seconds)

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        url = f"http://127.0.0.1:{server.server_port}/layer/0"
        done = catavento(clone, "doctor", "--store", "production", CATAVENTO_SIGEL_URL=url, NO_PROXY="*", no_proxy="*")
    finally:
        server.shutdown()
        server.server_close()
    off = [line for line in done.stdout.splitlines() if line.startswith("FAIL  the clock of the source is ")]
    assert len(off) == found, done.stdout
    assert ("ok    the clock of the source agrees" in done.stdout) is not bool(found)


def test_passwords_that_postgresql_refuses_are_findings(cluster):
    assert not [line for line in doctor(cluster) if "password" in line]
    superuser(cluster, "ALTER ROLE catavento_task_load PASSWORD 'another'; ALTER ROLE airflow PASSWORD 'another'")
    line = one(doctor(cluster), "FAIL", "PostgreSQL refuses: catavento_task_load airflow")
    assert "rm .local/cluster" in line
    (cluster / ".local" / "cluster").unlink()
    words(cluster, "find_postgres; start_postgres")
    assert not [line for line in doctor(cluster) if "password" in line]
    wrong = doctor(cluster, CATAVENTO_DB_PASSWORD_MIGRATE="another-one")
    one(wrong, "FAIL", "refuses catavento_task_migrate", "take these lines out of .env")
    superuser(cluster, "ALTER ROLE postgres PASSWORD 'another'")
    one(doctor(cluster), "FAIL", "superuser", "password authentication failed")
    secrets = cluster / ".local" / "secrets.env"
    lines = secrets.read_text()
    secrets.write_text("".join(f"{line}\n" for line in lines.splitlines() if not line.startswith("POSTGRES_PASSWORD")) + "POSTGRES_PASSWORD=another\n")
    assert not [line for line in doctor(cluster) if "password" in line]


def test_services_that_are_down_while_others_run_are_findings(cluster):
    one(doctor(cluster), "FAIL", "not at work: api-server (stopped) scheduler (stopped)")


def test_a_store_of_an_older_or_newer_schema_is_a_finding(cluster):
    superuser(cluster, "CREATE DATABASE catavento_demo")
    table = "CREATE SCHEMA ops; CREATE TABLE ops.flyway_schema_history (version text, success boolean)"
    superuser(cluster, f"{table}; INSERT INTO ops.flyway_schema_history VALUES ('001', true)", "catavento_demo")
    one(doctor(cluster), "FAIL", "the store demo has schema 1", "./catavento up migrates it")
    superuser(cluster, "INSERT INTO ops.flyway_schema_history VALUES ('900', true)", "catavento_demo")
    one(doctor(cluster), "FAIL", "has schema 900, which is newer")


def test_a_lost_pid_file_is_a_finding_and_comes_back(cluster):
    pid_file = cluster / ".local" / "run" / "postgres.pid"
    known = pid_file.read_text()
    assert not [line for line in doctor(cluster) if "pid file" in line], "its children are no services"
    pid_file.unlink()
    one(doctor(cluster), "FAIL", f"a postgres of this clone runs as process {known.split()[0]}", "./catavento up takes it back")
    taken = words(cluster, "find_postgres; one_at_a_time; start_postgres")
    assert "it has one again" in taken
    assert pid_file.read_text() == known
    pid_file.unlink()
    assert "stopped" in catavento(cluster, "down").stdout
    assert not Path(f"/proc/{known.split()[0]}").exists()


def test_a_double_whose_pid_file_is_another_s_is_ended(clone):
    code = "start_process simulator x sleep 600; cat $run_dir/simulator.pid; rm $run_dir/simulator.pid"
    first = int(words(clone, code).split()[0])
    (clone / ".local" / "run" / "simulator.port").write_text("18080\n")
    second = int(words(clone, "start_process simulator x sleep 600; cat $run_dir/simulator.pid").split()[0])
    try:
        assert f"a simulator of this clone runs as process {first}" in one(doctor(clone), "FAIL", "simulator")
        assert f"(process {first})" in catavento(clone, "down").stdout
        assert not Path(f"/proc/{first}").exists() and not Path(f"/proc/{second}").exists()
    finally:
        for pid in (first, second):
            if Path(f"/proc/{pid}").exists():
                os.kill(pid, 9)


def test_nobody_else_s_process_is_taken_for_a_service(clone, tmp_path):
    """It writes the very log, but leads no session; or leads one, and writes another file."""
    (clone / ".local" / "logs").mkdir(parents=True)
    with (clone / ".local" / "logs" / "scheduler.log").open("w") as log, (tmp_path / "scheduler.log").open("w") as other:
        follower = subprocess.Popen(["sleep", "600"], stdout=log)
        leader = subprocess.Popen(["sleep", "600"], stdout=other, start_new_session=True)
        try:
            catavento(clone, "down")
            assert follower.poll() is None and leader.poll() is None
        finally:
            for process in (follower, leader):
                process.kill()
                process.wait()


def test_a_purge_without_a_terminal_or_yes_removes_nothing(cluster):
    refused = catavento(cluster, "down", "--purge")
    assert refused.returncode == 1
    assert "nothing was removed" in refused.stdout
    assert superuser(cluster, "SELECT 1") == "1"


def test_a_purge_lists_what_it_removes_and_leaves_exports_backups_and_env_file(clone):
    words(clone, "prepare_secrets; find_postgres; start_postgres; remember_store demo")
    data = Path(words(clone, "postgres_data").strip())
    for kept in ("exports/demo/file", "backups/file"):
        (clone / kept).parent.mkdir(parents=True)
        (clone / kept).touch()
    (clone / ".env").write_text("CATAVENTO_LOG_FORMAT=text\n")
    assert data.exists()
    purged = catavento(clone, "down", "--purge", "--yes")
    assert purged.returncode == 0, purged.stdout
    for removed in (data, clone / ".local" / "secrets.env", clone / ".local" / "stores", clone / ".local" / "store"):
        assert str(removed) in purged.stdout
        assert not removed.exists()
    assert (clone / "exports/demo/file").exists() and (clone / "backups/file").exists() and (clone / ".env").exists()
    assert catavento(clone, "down").stdout == "Nothing was running.\n"


def test_a_purge_asks_for_the_name_on_a_terminal(clone):
    import pty

    words(clone, "prepare_secrets")
    for typed, removed in ((b"no\n", False), (clone.name.encode() + b"\n", True)):
        leader, follower = pty.openpty()
        asked = subprocess.Popen(
            [clone / "catavento", "down", "--purge"], env=environment(), stdin=follower, stdout=follower, stderr=follower
        )
        os.write(leader, typed)
        assert asked.wait(60) == (0 if removed else 1)
        os.close(leader)
        os.close(follower)
        assert (clone / ".local" / "secrets.env").exists() != removed


def test_yes_alone_is_wrong_usage(clone):
    assert catavento(clone, "down", "--yes").returncode == 2


def test_status_shows_no_password_and_knows_which_stores_are_there(cluster):
    none = catavento(cluster, "status")
    assert (none.returncode, "There is no store demo yet: ./catavento run --store demo makes it." in none.stdout) == (0, True), none.stdout
    asked = catavento(cluster, "status", "--store", "nosuch")
    assert (asked.returncode, "catavento_nosuch" in asked.stdout) == (1, False), asked.stdout
    assert "There is no store nosuch yet" in asked.stdout
    superuser(cluster, "CREATE DATABASE catavento_demo")
    (cluster / ".local" / "run" / "airflow.port").write_text("18088\n")
    words(cluster, "admin_password")
    shown = catavento(cluster, "status")
    kept = dict(line.split("=", 1) for line in (cluster / ".local" / "secrets.env").read_text().splitlines())
    assert shown.returncode == 0 and "user admin, password in .local/secrets.env" in shown.stdout, shown.stdout
    assert not [name for name, value in kept.items() if value in shown.stdout]
    assert kept["AIRFLOW_ADMIN_PASSWORD"] in words(cluster, "where_to_look")
