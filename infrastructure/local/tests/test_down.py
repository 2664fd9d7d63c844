"""./catavento down on what is left of an installation in containers, on a real engine."""

import shutil
import subprocess
import uuid

import pytest

from engines import docker, why_no_engine
from test_script import PROJECT, catavento, words_of_the_script

JRE = "eclipse-temurin:25-jre"
pytestmark = pytest.mark.skipif(bool(why_no_engine(JRE)), reason=why_no_engine(JRE) or "")


@pytest.fixture
def installation(tmp_path):
    """A clone with the network, the volume and .env of an installation of which nothing runs."""
    for name in ("catavento", "infrastructure", "dags", "tasks", "pom.xml", ".mvn", ".env.example", "docker-compose.yml"):
        (tmp_path / name).symlink_to(PROJECT / name)
    project = f"down-{uuid.uuid4().hex[:6]}"
    (tmp_path / ".env").write_text(f"COMPOSE_PROJECT_NAME={project}\n")
    made = words_of_the_script(tmp_path, "ensure_env_file", CATAVENTO_RUNNER="docker")
    assert made.returncode == 0, made.stdout
    own = ["--label", f"com.docker.compose.project={project}"]
    docker("network", "create", "--internal", *own, "--label", "com.docker.compose.network=data", f"{project}_data")
    docker("volume", "create", *own, "--label", "com.docker.compose.volume=postgis", f"{project}_postgis")
    yield tmp_path, project
    for container in docker("ps", "-aq", "--filter", f"network={project}_data").split():
        docker("rm", "-f", container)
    for kind in ("network", "volume"):
        for name in docker(kind, "ls", "-q", "--filter", f"label=com.docker.compose.project={project}").split():
            subprocess.run(["docker", kind, "rm", name], capture_output=True)
    shutil.rmtree(tmp_path / ".local")


@pytest.mark.parametrize("label", ["gate", "by-hand"])
def test_a_task_that_nobody_waits_for_stops_neither_down_nor_purge(installation, label):
    """Its scheduler was lost; on its network, it would keep that, and --purge would end before the data."""
    clone, project = installation
    task = docker("run", "-d", "--network", f"{project}_data", "--label", f"dev.catavento.{label}={project}", "--entrypoint", "sleep", JRE, "600")
    foreign = docker("run", "-d", "--network", "none", "--label", f"dev.catavento.{label}={project}-of-others", "--entrypoint", "sleep", JRE, "600")
    try:
        down = catavento("down", "--purge", "--yes", home=clone, CATAVENTO_RUNNER="docker")
        assert down.returncode == 0, down.stdout
        left = docker("ps", "-aq", "--no-trunc").split()
        assert task not in left and foreign in left
        of_project = f"label=com.docker.compose.project={project}"
        assert docker("network", "ls", "-q", "--filter", of_project) == docker("volume", "ls", "-q", "--filter", of_project) == ""
    finally:
        docker("rm", "-f", foreign)
    assert catavento("down", home=clone, CATAVENTO_RUNNER="docker").stdout == "Nothing was running.\n"
