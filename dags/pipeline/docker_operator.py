"""The docker runner: a task is a container of its own image, with nothing it does not need."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property
from typing import Any

import docker.errors
from airflow.providers.docker.operators.docker import DockerOperator
from airflow.sdk.exceptions import AirflowException, AirflowFailException
from docker import APIClient
from docker.types import LogConfig

from pipeline.containers import LOST, PATIENCE, ContainerGone, TaskContainer
from pipeline.docker_settings import EXPORTS, DockerSettings
from pipeline.java_task import GRACE, JavaTask
from pipeline.leftovers import labels_of, stop_earlier_tries, sweep_orphans
from pipeline.run_report import parse_run_report
from pipeline.task_environment import container_environment

#: Airflow kills what has not ended five seconds after it was asked to: by then the container is stopped and removed.
_KILL_GRACE_SECONDS = 3
#: For one answer of the engine.
_TIMEOUT_SECONDS = 60
_PIDS = 256
#: What a task does not end with before it has reported; an engine whose disk is full drops a container's lines.
_REPORTED = (0, 99)
_LOST_REPORT = "the end of its log is lost, which a full disk of the engine does — ./catavento doctor shows how full it is"
_NO_SPACE = "no space left on device"
_TMP = "rw,exec,nosuid,nodev,size=256m"


class DockerTaskOperator(JavaTask, DockerOperator):
    """Runs a task in a container: read-only root, no capability, no new privilege, limits of memory and processors.

    What a container needs is read when it is started, and its settings reach it through ``private_environment``, which
    Airflow neither renders nor stores.
    """

    template_fields = (*DockerOperator.template_fields, "planned")

    def __init__(
        self,
        *,
        java_task: str,
        arguments: Sequence[str] = (),
        planned: Sequence[str] = (),
        deadline: timedelta,
        memory_mb: int = 512,
        cpus: float = 1.0,
        grace: timedelta = GRACE,
        patience: timedelta = PATIENCE,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            image=f"catavento/{java_task}",
            mem_limit=f"{memory_mb}m",
            cpus=cpus,
            mount_tmp_dir=False,
            auto_remove="force",
            skip_on_exit_code=99,
            **kwargs,
        )
        self.java_task = java_task
        self.arguments = list(arguments)
        self.planned = planned
        self.deadline = deadline
        self.memory_mb = memory_mb
        self.grace = grace
        self.patience = patience
        self._running: TaskContainer | None = None
        self._killed = False

    @cached_property
    def cli(self) -> APIClient:
        """The provider's own hook tells an engine that is down in many words."""
        return APIClient(base_url=self.docker_url, version="auto", timeout=_TIMEOUT_SECONDS)

    def execute(self, context: Any) -> dict[str, Any] | None:
        options = self._options(context)
        self.log.info("%s", " ".join([self.java_task, *options]))
        try:
            settings = DockerSettings.of(os.environ)
        except ValueError as missing:
            self._fail(AirflowFailException, str(missing))
        try:
            return self._execute(context, settings, options)
        except ContainerGone:
            by = "on Airflow's request" if self._killed else "by somebody else before its end was known"
            self._fail(AirflowException, f"the container of {self.java_task} was stopped and removed {by}")
        except docker.errors.ImageNotFound:
            self._fail(AirflowFailException, f"the engine has no image {self.image}: ./catavento build makes it")
        except docker.errors.APIError as refused:
            self._fail(AirflowException, self._refusal(str(refused.explanation or refused)))
        except (docker.errors.DockerException, *LOST) as lost:
            self._fail(
                AirflowException,
                f"the container engine does not answer at {self.docker_url} ({_root(lost)})"
                " — ./catavento doctor finds out whether the engine or its gate is down",
            )

    def _execute(self, context: Any, settings: DockerSettings, options: list[str]) -> dict[str, Any] | None:
        labels = labels_of(context, self.deadline)
        stop_earlier_tries(self.cli, labels, self.log.warning)
        sweep_orphans(self.cli, self.log.warning)
        self._running = self._create(settings, options, labels)
        try:
            if self._killed:
                raise ContainerGone
            ended = self._running.follow(self._log_line)
        finally:
            self._remove()
        report = parse_run_report(ended.stdout)
        if report is None and ended.code in _REPORTED:
            self.log.warning("the engine has no run report of %s, which ended with %d: %s", self.java_task, ended.code, _LOST_REPORT)
        self._hand_on(context, report)
        if ended.overdue:
            self._overdue()
        why = f"it needed more than its {self.memory_mb} MB of memory" if ended.out_of_memory else ""
        return self._conclude(ended.code, report, why)

    def _create(self, settings: DockerSettings, options: list[str], labels: dict[str, str]) -> TaskContainer:
        self.image = settings.image(self.java_task)
        self._private_environment = container_environment(self.java_task, os.environ, EXPORTS)
        created = self.cli.create_container(
            image=self.image,
            command=options,
            environment=self._private_environment,
            user=settings.user,
            labels=labels,
            stop_timeout=round(self.grace.total_seconds()),
            host_config=self.cli.create_host_config(
                network_mode=settings.network(self.java_task),
                binds=settings.binds(self.java_task),
                mem_limit=self.mem_limit,
                memswap_limit=self.mem_limit,
                nano_cpus=round(self.cpus * 1e9),
                pids_limit=_PIDS,
                read_only=True,
                tmpfs={"/tmp": _TMP},
                cap_drop=["ALL"],
                security_opt=["no-new-privileges"],
                log_config=LogConfig(type="json-file", config={"max-size": "10m", "max-file": "3"}),
            ),
        )
        return TaskContainer(
            self.cli, created["Id"], deadline=self.deadline, grace=self.grace, patience=self.patience
        )

    def _refusal(self, said: str) -> str:
        if _NO_SPACE not in said:
            return f"the container engine refused: {said}"
        return (
            f"the disk of the container engine at {self.docker_url} is full, so {self.java_task} was not started ({said})"
            " — make room there (docker image prune; ./catavento doctor shows how full it is); the task is tried again"
        )

    def _remove(self) -> None:
        """How the task ended counts, also when the engine is away now."""
        try:
            self._running.remove_patiently()
        except LOST as lost:
            self.log.warning("the container could not be removed (%s); a later task does it", _root(lost))

    def on_kill(self) -> None:
        self._killed = True
        if self._running is not None:
            self._running.stop(_KILL_GRACE_SECONDS)
            self._running.remove()


def _root(error: BaseException) -> str:
    while error.__context__ is not None:
        error = error.__context__
    return str(error)
