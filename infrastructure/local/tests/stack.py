"""One installation in containers for tests: a second clone beside this one, with its own project, ports, images' tag and state."""

import contextlib
import os
import socket
import subprocess
import uuid
from pathlib import Path

import httpx

from console.airflow_api import AirflowApi, AirflowError, run_path
from console.outcomes import log_lines
from engines import SOCKET, Line, docker, wait_for
from waiting import ended, instances, trigger

PROJECT = Path(__file__).parents[3]
DAG = "wind_fleet_daily"
#: What the engine must have before anything can be built.
BASES = ("eclipse-temurin:25-jre", "postgis/postgis:17-3.5", "apache/airflow:3.3.2")
PARTS = ("catavento", "pom.xml", ".mvn", "tasks", "dags", "infrastructure", ".env.example", "docker-compose.yml")
#: A lost task is known as such in seconds, so that a test need not wait for a minute.
OVERRIDE = """services:
  scheduler:
    environment:
      AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT: "15"
      AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_DETECTION_INTERVAL: "3"
      AIRFLOW__SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL: "10"
      AIRFLOW__SCHEDULER__TASK_QUEUED_TIMEOUT: "90"
      AIRFLOW__SCHEDULER__TASK_QUEUED_TIMEOUT_CHECK_INTERVAL: "10"
"""


class Stack:
    """The installation; ``engine`` is its gate's line to the engine."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.name = f"faults-{uuid.uuid4().hex[:6]}"
        for part in PARTS:
            (home / part).symlink_to(PROJECT / part)
        (home / "docker-compose.override.yml").write_text(OVERRIDE)
        self.engine = Line(SOCKET, home / "engine.sock")
        (home / "engine.sock").chmod(0o666)
        self.env_file = home / ".env"
        ports = [f"CATAVENTO_{name}_PORT={port}" for name, port in zip(("POSTGRES", "AIRFLOW", "SIMULATOR"), free_ports(3))]
        own = [f"COMPOSE_PROJECT_NAME={self.name}", f"CATAVENTO_ENGINE_SOCKET={home}/engine.sock", *ports]
        self.env_file.write_text("\n".join(own) + "\n")
        self.tag = f"0.1.0-{self.name}"
        self.images: list[str] = []
        self._api: AirflowApi | None = None

    def tag_images(self) -> None:
        """The images of this code, built where they are missing, under a tag of our own, so that one may be taken away."""
        built = run([PROJECT / "catavento", "build"], CATAVENTO_RUNNER="docker")
        assert built.returncode == 0, built.stdout
        of_code = built.stdout.split()[-3]
        for image in docker("images", "--format", "{{.Repository}}:{{.Tag}}").split():
            name, _, tag = image.rpartition(":")
            if tag == of_code and name.startswith("catavento/"):
                self.images.append(f"{name}:{self.tag}")
                docker("tag", image, self.images[-1])

    def catavento(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        return run([self.home / "catavento", *arguments], CATAVENTO_RUNNER="docker", CATAVENTO_IMAGE_TAG=self.tag, **environment)

    def take_down(self) -> None:
        down = self.catavento("down", "--purge", "--yes")
        self.engine.cut()
        for image in self.images:
            subprocess.run(["docker", "rmi", image], capture_output=True)
        assert down.returncode == 0, down.stdout

    def secret(self, name: str) -> str:
        return dict(line.split("=", 1) for line in self.env_file.read_text().splitlines() if "=" in line)[name]

    def port(self, name: str) -> int:
        return int((self.home / ".local" / "run" / f"{name}.port").read_text())

    def container(self, service: str) -> str:
        labels = {"project": self.name, "service": service}
        return docker("ps", "-aq", *(f"--filter=label=com.docker.compose.{key}={value}" for key, value in labels.items()))

    def tasks(self, task: str) -> list[str]:
        """Containers of a task that run now."""
        return docker("ps", "-q", *self._of_tasks(f"task={task}")).split()

    def left(self) -> list[str]:
        """What containers of tasks there are, and how they are; those of what runs every quarter of an hour come and go."""
        columns = '{{.Label "dev.catavento.dag"}} {{.Label "dev.catavento.task"}} {{.Label "dev.catavento.run"}} {{.Status}}'
        found = docker("ps", "-a", "--format", columns, *self._of_tasks()).splitlines()
        return [container for container in found if not container.startswith("store_watch ")]

    def _of_tasks(self, *labels: str) -> list[str]:
        """Which containers this installation's gate made."""
        return [f"--filter=label=dev.catavento.{label}" for label in (f"gate={self.name}", *labels)]

    # --- Airflow ---

    def api(self) -> AirflowApi:
        if self._api is None:
            self._api = self._signed_in()
        return self._api

    def sign_in_again(self) -> None:
        """After the services were made anew."""
        self._api = self._signed_in()

    def _signed_in(self) -> AirflowApi:
        os.environ["CATAVENTO_AIRFLOW_ADMIN_PASSWORD"] = self.secret("CATAVENTO_AIRFLOW_ADMIN_PASSWORD")
        try:
            api = AirflowApi(f"http://127.0.0.1:{self.port('airflow')}", None)
            api.get("/dags")
            return api
        finally:
            del os.environ["CATAVENTO_AIRFLOW_ADMIN_PASSWORD"]

    def trigger(self, day: str) -> str:
        return trigger(self.api(), DAG, day=day)

    def when(self, run: str, task: str, *states: str, attempt: int = 1, seconds: int = 120) -> None:
        """Waits until a task is in one of these states at this try or a later one."""
        found = {}

        def reached():
            with contextlib.suppress(AirflowError, httpx.TransportError):  # its database may be away just now
                found.update(instances(self.api(), DAG, run)[task])
            return found.get("state") in states and found["try_number"] >= attempt

        try:
            wait_for(reached, seconds)
        except AssertionError as late:
            raise AssertionError(f"{task} is not {states} but {found}") from late

    def is_lost(self, run: str, task: str) -> None:
        """Waits until Airflow knows that a running task is lost, and does not wait for its retry.

        It finds out in one of two ways, whichever comes first: the task's heartbeat is missing, then it is to be retried
        after a pause; or its scheduler's is, then it is an orphan and tried again at once.
        """
        found = {}

        def known():
            with contextlib.suppress(AirflowError, httpx.TransportError):
                found.update(instances(self.api(), DAG, run)[task])
            return found.get("state") == "up_for_retry" or found.get("try_number", 1) >= 2

        wait_for(known, 180)
        if found["state"] == "up_for_retry":
            self.clear(run, task)

    def errors(self, run: str, task: str, attempt: int = 1) -> list[str]:
        return self.said(run, task, attempt, "error")

    def said(self, run: str, task: str, attempt: int, level: str) -> list[str]:
        lines = log_lines(self.api(), DAG, run, task, attempt)
        return [line["event"] for line in lines if line.get("level") == level and "Task failed with" not in line["event"]]

    def clear(self, run: str, task: str) -> None:
        """As an operator does who does not wait for the retry, or finds a run that has ended in failure.

        A failed task ends its run a moment later; cleared in that moment it stays without a state, in a failed run.
        """
        if instances(self.api(), DAG, run)[task]["state"] == "failed":
            ended(self.api(), DAG, run)
        body = {"dry_run": False, "dag_run_id": run, "task_ids": [task], "only_failed": False, "include_downstream": True}
        self.api().post(f"/dags/{DAG}/clearTaskInstances", body)

    def ends_well(self, run: str) -> None:
        api = self.api()
        assert ended(api, DAG, run, 180)["state"] == "success", {name: task["state"] for name, task in instances(api, DAG, run).items()}

    def add_workers(self, dag_file: str) -> None:
        """Starts again with two workers, TLS to the store and one more DAG."""
        file = PROJECT / "infrastructure" / "local" / "tests" / "dags" / dag_file
        mounted = f'    volumes: ["{file}:/opt/airflow/dags/{dag_file}:ro"]\n'
        others = ("dag-processor", "api-server", "worker-1", "worker-2")
        override = OVERRIDE + mounted + "".join(f"  {service}:\n{mounted}" for service in others)
        (self.home / "docker-compose.override.yml").write_text(override)
        up = self.catavento("up", CATAVENTO_EXECUTOR="CeleryExecutor", CATAVENTO_DB_TLS="on")
        assert up.returncode == 0, up.stdout
        self._api = None
        name = dag_file.removesuffix(".py")
        wait_for(lambda: self.api().find(f"/dags/{name}"), 120)

    def mapped(self, dag: str, run: str) -> list[dict]:
        return self.api().get(f"{run_path(dag, run)}/taskInstances")["task_instances"]

    # --- The store ---

    def sql(self, query: str, database: str = "catavento_demo") -> list[str]:
        psql = ["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", query]
        return docker("exec", "-u", "postgres", self.container("postgis"), *psql).splitlines()

    @contextlib.contextmanager
    def load_held(self):
        """Every load stops in the middle of its transaction, until the block ends or the server does."""
        hold = "BEGIN; LOCK TABLE core.wind_turbine IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(600)"
        psql = ["docker", "exec", "-u", "postgres", "-e", "PGAPPNAME=holder", self.container("postgis"), "psql", "-X", "-d", "catavento_demo"]
        holder = subprocess.Popen([*psql, "-c", hold], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(lambda: self.sql("SELECT 1 FROM pg_stat_activity WHERE application_name = 'holder' AND wait_event = 'PgSleep'"))
        try:
            yield
        finally:
            with contextlib.suppress(AssertionError):
                self.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'holder'")
            holder.wait(60)

    def load_waits(self) -> None:
        waiting = "SELECT 1 FROM pg_stat_activity WHERE usename = 'catavento_task_load' AND wait_event_type = 'Lock'"
        wait_for(lambda: self.sql(waiting), 90)

    def assert_nothing_is_left(self) -> None:
        """No container of a task, no lock, no day that is published by halves."""
        with contextlib.suppress(AssertionError):
            wait_for(lambda: not self.left(), 30)
        assert self.left() == []
        wait_for(lambda: not self.sql("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'"), 30)
        twice = self.sql("SELECT dataset, source, day, shard_index FROM ops.release GROUP BY 1, 2, 3, 4 HAVING count(*) > 1")
        assert twice == []
        assert [str(path) for path in (self.home / "exports" / "demo").rglob(".*")] == []


def free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as open_ones:
        return [open_ones.enter_context(socket.create_server(("127.0.0.1", 0))).getsockname()[1] for _ in range(count)]


def run(command, **environment: str) -> subprocess.CompletedProcess:
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("AIRFLOW", "CATAVENTO"))}
    return subprocess.run(
        command, env={**inherited, **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=900
    )


