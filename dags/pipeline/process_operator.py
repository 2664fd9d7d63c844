"""The process runner: a task is a process of the worker."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from airflow.sdk import BaseOperator

from pipeline.exit_codes import from_returncode
from pipeline.java_task import GRACE, JavaTask
from pipeline.process import RunningProcess
from pipeline.run_report import parse_run_report
from pipeline.task_environment import task_environment

LAUNCHER = Path(__file__).parents[2] / "infrastructure" / "local" / "task"


class ProcessTaskOperator(JavaTask, BaseOperator):
    """Runs a task as a process of the worker."""

    template_fields = (*BaseOperator.template_fields, "planned")

    def __init__(
        self,
        *,
        java_task: str,
        arguments: Sequence[str] = (),
        planned: Sequence[str] = (),
        deadline: timedelta,
        launcher: Path = LAUNCHER,
        grace: timedelta = GRACE,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.java_task = java_task
        self.arguments = list(arguments)
        self.planned = planned
        self.deadline = deadline
        self.launcher = launcher
        self.grace = grace
        self._process: RunningProcess | None = None

    def execute(self, context: Any) -> dict[str, Any] | None:
        command = [str(self.launcher), self.java_task, *self._options(context)]
        self.log.info("%s", " ".join(command[1:]))
        self._process = RunningProcess(
            command,
            task_environment(self.java_task, os.environ),
            deadline_seconds=self.deadline.total_seconds(),
            grace_seconds=self.grace.total_seconds(),
        )
        ended = self._process.follow(self._log_line)
        report = parse_run_report(ended.stdout)
        self._hand_on(context, report)
        if ended.overdue:
            self._overdue()
        return self._conclude(from_returncode(ended.returncode), report)

    def on_kill(self) -> None:
        if self._process is not None:
            self._process.stop()
