"""Ctrl-C, and ./catavento down, while the script waits for containers: a real engine, a stand-in for what runs in them."""

import os
import signal
import subprocess
import uuid

import pytest

from engines import docker, wait_for, why_no_engine
from test_script import PROJECT

IMAGE = "debian:13"
pytestmark = pytest.mark.skipif(bool(why_no_engine(IMAGE)), reason=why_no_engine(IMAGE) or "")
#: In place of the console: says what it was asked for, and leaves word of how it ended.
CONSOLE = """#!/bin/bash
trap 'echo interrupted >/tmp/ended; exit 130' INT
echo "follows $*"; touch /tmp/begun
while :; do sleep 0.1; done
"""
OPENING = """set -euo pipefail
home=$PWD local_dir=$PWD/.local run_dir=$PWD/.local/run log_dir=$PWD/.local/logs secrets_file=$PWD/.local/secrets.env
mkdir -p "$run_dir" "$log_dir"
for part in infrastructure/local/lib/*.sh; do . "$part"; done
load_settings; choose_runner
"""


@pytest.fixture
def installation(tmp_path):
    """A clone in containers, of which api-server and scheduler are there."""
    for name in ("catavento", "infrastructure", "dags", "tasks", "pom.xml", ".mvn", ".env.example", "docker-compose.yml"):
        (tmp_path / name).symlink_to(PROJECT / name)
    project = f"interrupted-{uuid.uuid4().hex[:6]}"
    (tmp_path / ".env").write_text(f"COMPOSE_PROJECT_NAME={project}\n")
    (tmp_path / "python").write_text(CONSOLE)
    (tmp_path / "python").chmod(0o755)
    tmp_path.chmod(0o755)
    healthy = ["--health-cmd", "true", "--health-interval", "1s"]
    started = []
    for service in ("api-server", "scheduler"):
        of_service = [f"--label=com.docker.compose.project={project}", f"--label=com.docker.compose.service={service}"]
        mount = ["-v", f"{tmp_path}/python:/usr/local/bin/python:ro"]
        started.append(docker("run", "-d", "--network", "none", *of_service, *mount, *healthy, IMAGE, "sleep", "600").strip())
    yield tmp_path, *started
    docker("rm", "-f", *started)


def begin(clone, code):
    """The script's own words in a process group of their own, as a terminal starts them."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("CATAVENTO")}
    return subprocess.Popen(
        ["bash", "-c", OPENING + code], cwd=clone, env={**inherited, "CATAVENTO_RUNNER": "docker"}, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def has(container, file):
    return subprocess.run(["docker", "exec", container, "test", "-e", file], capture_output=True).returncode == 0


FOLLOWING = [
    "bring_up() { :; }; summarize() { echo another day; }; . infrastructure/local/verbs/run.sh; main --day 2026-01-01",
    "bring_up() { :; }; . infrastructure/local/verbs/backfill.sh; main wind_fleet_daily 2026-01-01 2026-01-02",
]


@pytest.mark.parametrize("code", FOLLOWING)
def test_ctrl_c_ends_the_following_and_says_that_the_run_goes_on(installation, code):
    clone, api_server, _ = installation
    following = begin(clone, code)
    wait_for(lambda: has(api_server, "/tmp/begun"))
    os.killpg(following.pid, signal.SIGINT)
    said, _ = following.communicate(timeout=60)
    assert following.returncode == 130, said
    assert "what was started goes on in Airflow: ./catavento status" in said and "another day" not in said
    wait_for(lambda: has(api_server, "/tmp/ended"), 20)  # nobody follows inside any more, who would still trigger
    assert subprocess.run(["docker", "exec", api_server, "sh", "-c", "ls /tmp/console.*"], capture_output=True).stdout == b""


@pytest.mark.parametrize("code", FOLLOWING)
def test_a_stop_of_airflow_meanwhile_is_no_failed_run(installation, code):
    clone, api_server, scheduler = installation
    following = begin(clone, code)
    wait_for(lambda: has(api_server, "/tmp/begun"))
    docker("stop", "-t", "0", scheduler, api_server)
    said, _ = following.communicate(timeout=60)
    assert following.returncode == 1, said
    assert "Airflow was stopped meanwhile: ./catavento up" in said and "failed" not in said


def test_ctrl_c_while_containers_start_says_to_run_it_again(installation):
    """The compose command ends with an error of its own then."""
    clone, *_ = installation
    code = """
        compose() { touch .local/composing; (trap 'exit 1' INT; sleep 60); }
        bring_up_containers() { start_containers postgis; echo went on; }
        store=demo source=demo; bring_up"""
    starting = begin(clone, code)
    wait_for(lambda: (clone / ".local" / "composing").exists())
    os.killpg(starting.pid, signal.SIGINT)
    said, _ = starting.communicate(timeout=60)
    assert starting.returncode == 130, said
    assert said.splitlines()[-1].startswith("catavento: interrupted before everything ran: run it again"), said
    assert "went on" not in said and "not every container started" not in said
