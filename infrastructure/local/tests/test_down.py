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


def test_a_lost_env_file_begins_no_second_installation(installation):
    clone, project = installation
    (clone / ".env").rename(clone / "copy-of-env")
    refused = words_of_the_script(clone, "ensure_env_file; echo went on", CATAVENTO_RUNNER="docker")
    assert (refused.returncode, "went on" in refused.stdout) == (1, False)
    assert f"there is no .env, but data of this installation ({project}_postgis)" in refused.stdout
    assert not (clone / ".env").exists()
    found = catavento("doctor", home=clone, CATAVENTO_RUNNER="docker").stdout
    assert f"FAIL  there is no .env, but data of this installation ({project}_postgis)" in found and "PASSWORD" not in found
    (clone / "copy-of-env").rename(clone / ".env")
    again = words_of_the_script(clone, "ensure_env_file; project_name", CATAVENTO_RUNNER="docker")
    assert (again.returncode, again.stdout) == (0, f"{project}\n")


def test_containers_know_the_installation_that_nothing_here_remembers(installation):
    clone, project = installation
    (clone / ".env").unlink()
    (clone / ".local" / "project").unlink()
    labels = {"com.docker.compose.project": project, "com.docker.compose.project.working_dir": clone}
    docker("run", "-d", "--network", f"{project}_data", *(f"--label={key}={value}" for key, value in labels.items()), "--entrypoint", "sleep", JRE, "600")
    refused = words_of_the_script(clone, "ensure_env_file", CATAVENTO_RUNNER="docker")
    assert f"but data of this installation ({project}_postgis)" in refused.stdout, refused.stdout


def test_purge_knows_an_installation_whose_env_file_is_lost(installation):
    clone, project = installation
    (clone / ".env").unlink()
    docker("run", "-d", "--network", f"{project}_data", "--label", f"com.docker.compose.project={project}", "--entrypoint", "sleep", JRE, "600")
    down = catavento("down", "--purge", "--yes", home=clone, CATAVENTO_RUNNER="docker")
    assert down.returncode == 0 and f"the volume {project}_postgis" in down.stdout, down.stdout
    of_project = f"label=com.docker.compose.project={project}"
    for kind in ("container", "network", "volume"):
        assert docker(kind, "ls", "-q", "--filter", of_project) == ""
    made = words_of_the_script(clone, "ensure_env_file; grep -c COMPOSE_PROJECT_NAME=. .env", CATAVENTO_RUNNER="docker")
    assert made.returncode == 0, made.stdout
