"""What both runners have in common: how a task is called, and how its end is told to Airflow."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException

from pipeline.askers import requested_by
from pipeline.days import resolve_day
from pipeline.exit_codes import Verdict, meaning, verdict
from pipeline.log_lines import parse_log_line
from pipeline.planning import label_of
from pipeline.run_conf import unknown_parameters
from pipeline.run_report import reason

#: Time a task has between SIGTERM and SIGKILL, enough to roll back and report.
GRACE = timedelta(seconds=20)
#: The task's own deadline lies this much before Airflow's, so that it is the task that reports being late.
MARGIN = timedelta(seconds=40)
#: The contract's code of what no program is started for.
WRONG_USAGE = 2


class JavaTask:
    """One of Catavento's programs as a task of Airflow; a runner's operator is this and starts it in its own way.

    The program's stderr goes to the task log line by line, each at its own level. Its run report becomes the XCom
    ``return_value``, also when it fails or has nothing to do, and the ``extra`` of its asset events.
    """

    ui_color = "#e0f0ea"

    log: logging.Logger
    outlets: Sequence[Any]
    java_task: str
    arguments: list[str]
    #: Arguments that a task before this one planned; Airflow fills them in for each mapped instance.
    planned: list[str]
    deadline: timedelta
    #: What this try reported, for the callbacks that follow it.
    report: dict[str, Any] | None = None

    @property
    def part(self) -> str:
        """What a mapped instance is called in the UI: source, day and shard."""
        return label_of(self.planned)

    def _options(self, context: Any) -> list[str]:
        if unknown := unknown_parameters(context):
            self._fail(AirflowFailException, f"{self.java_task} was not started ({WRONG_USAGE}, {meaning(WRONG_USAGE)}): {unknown}")
        options = [*self.arguments, *self.planned, "--run-id", context["dag_run"].run_id]
        if "--day" not in options:
            options += ["--day", resolve_day(context).isoformat()]
        if context["params"].get("force"):
            options.append("--force")
        if asker := requested_by(context):
            options += ["--requested-by", asker]
        if link := getattr(context["ti"], "log_url", None):
            options += ["--log-url", link]
        return options

    def _log_line(self, line: str) -> None:
        level, text = parse_log_line(line)
        self.log.log(level, "%s", text)

    def _hand_on(self, context: Any, report: dict[str, Any] | None) -> None:
        self.report = report
        if report is not None:
            context["ti"].xcom_push("return_value", report)
            for asset in self.outlets:
                context["outlet_events"][asset].extra = report

    def _conclude(self, code: int, report: dict[str, Any] | None, why: str = "") -> dict[str, Any] | None:
        """Tells Airflow how the program ended; ``why`` is what the runner knows beyond the report."""
        said = reason(report) or why
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

    def _overdue(self) -> None:
        self._fail(AirflowException, f"{self.java_task} did not end within {self.deadline} and was stopped")
