"""Operators: how one task is started and how its end is told to Airflow."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from airflow.sdk import BaseOperator
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException

from pipeline.days import resolve_day
from pipeline.exit_codes import Verdict, from_returncode, meaning, verdict
from pipeline.log_lines import parse_log_line
from pipeline.process import RunningProcess
from pipeline.run_report import parse_run_report, reason
from pipeline.task_environment import task_environment

LAUNCHER = Path(__file__).parents[2] / "infrastructure" / "local" / "task"

#: Time a task has between SIGTERM and SIGKILL, enough to roll back and report.
GRACE = timedelta(seconds=20)
#: The task's own deadline lies this much before Airflow's, so that it is the task that reports being late.
MARGIN = timedelta(seconds=40)


class ProcessTaskOperator(BaseOperator):
    """Runs a task as a process of the worker.

    The task's stderr goes to the task log line by line, each at its own level. Its run report becomes the
    XCom ``return_value``, also when it fails or has nothing to do, and the ``extra`` of its asset events.
    """

    ui_color = "#e0f0ea"

    def __init__(
        self,
        *,
        java_task: str,
        arguments: Sequence[str] = (),
        deadline: timedelta,
        launcher: Path = LAUNCHER,
        grace: timedelta = GRACE,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.java_task = java_task
        self.arguments = list(arguments)
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
        if report is not None:
            context["ti"].xcom_push("return_value", report)
            for asset in self.outlets:
                context["outlet_events"][asset].extra = report
        if ended.overdue:
            self._fail(AirflowException, f"{self.java_task} did not end within {self.deadline} and was stopped")
        return self._conclude(from_returncode(ended.returncode), report)

    def on_kill(self) -> None:
        if self._process is not None:
            self._process.stop()

    def _options(self, context: Any) -> list[str]:
        options = [*self.arguments, "--day", resolve_day(context).isoformat(), "--run-id", context["dag_run"].run_id]
        if context["params"].get("force"):
            options.append("--force")
        return options

    def _log_line(self, line: str) -> None:
        level, text = parse_log_line(line)
        self.log.log(level, "%s", text)

    def _conclude(self, code: int, report: dict[str, Any] | None) -> dict[str, Any] | None:
        said = reason(report)
        ended = f"{self.java_task} ended with {code} ({meaning(code)})"
        match verdict(code):
            case Verdict.SUCCESS:
                return report
            case Verdict.SKIP:
                raise AirflowSkipException(f"{ended}: {said}" if said else ended)
            case Verdict.FAIL:
                self._fail(AirflowFailException, f"{ended}: {said or 'see the lines above'}")
            case Verdict.RETRY:
                self._fail(AirflowException, f"{ended}: {said or 'see the lines above'}")

    def _fail(self, error: type[Exception], message: str) -> None:
        self.log.error("%s", message)
        raise error(message)
