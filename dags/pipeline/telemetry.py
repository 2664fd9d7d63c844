"""The tasks of telemetry around the programs: what is to be done, and what became of it."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from airflow.sdk import TriggerRule, get_current_context, task, task_group
from airflow.sdk.exceptions import AirflowFailException, AirflowSkipException

from pipeline.alerts import task_failed, task_succeeded
from pipeline.assets import CORE_TELEMETRY, RAW_TELEMETRY, TABLEAU_TELEMETRY
from pipeline.exit_codes import meaning
from pipeline.factory import java_task_in_group, mapped_java_task
from pipeline.manual import manual_of
from pipeline.planning import Part, WrongPlan, exports_of, label_of, parts_of, planned_sources
from pipeline.run_report import reason
from pipeline.sources import WrongSources

log = logging.getLogger(__name__)

_QUICK = timedelta(minutes=5)
_DONE = ("success", "skipped")
_WRONG_USAGE, _WRONG_CONFIGURATION = 2, 1


@task(
    task_id="plan",
    doc_md=manual_of("plan"),
    execution_timeout=_QUICK,
    on_failure_callback=task_failed,
    on_success_callback=task_succeeded,
)
def plan() -> list[Part]:
    """The parts of this run: every source, day and shard, each the arguments of the programs."""
    try:
        parts = parts_of(get_current_context(), planned_sources())
    except (WrongPlan, WrongSources) as wrong:
        code = _WRONG_USAGE if isinstance(wrong, WrongPlan) else _WRONG_CONFIGURATION
        message = f"nothing was started ({code}, {meaning(code)}): {wrong}"
        log.error("%s", message)
        raise AirflowFailException(message) from None
    if not parts:
        raise AirflowSkipException("no source of telemetry is configured (CATAVENTO_SOURCES; docs/adding-a-source.md)")
    for part in parts:
        log.info("%s", label_of(part))
    return parts


@task(task_id="plan-exports", doc_md=manual_of("plan-exports"), execution_timeout=_QUICK)
def plan_exports(parts: list[Part]) -> list[Part]:
    """Each source and day once."""
    return exports_of(parts)


@task(task_id="account", doc_md=manual_of("account"), execution_timeout=_QUICK, retries=0, trigger_rule=TriggerRule.ALL_DONE)
def account(planned: dict[str, str]) -> None:
    """Fails where a part failed, and names each; ``planned`` is, by program, the task that planned its parts."""
    context = get_current_context()
    instance, run = context["ti"], context["dag_run"]
    states = instance.get_task_states(dag_id=instance.dag_id, run_ids=[run.run_id]).get(run.run_id, {})
    failed, unplanned, parts = [], [], 0
    for planner, programs in _by_planner(planned).items():
        if states.get(planner) not in _DONE:
            failed.append(f"{planner} ended as {states.get(planner)}")
            unplanned.append(planner)
        for index, part in enumerate(instance.xcom_pull(task_ids=planner) or []):
            parts += planner == "plan"
            broken = next((name for name in programs if states.get(f"{name}_{index}") not in _DONE), None)
            if broken:
                failed.append(_told(instance, broken, index, part))
    if not failed:
        log.info("all %d parts are done", parts)
        return
    for line in failed:
        log.error("%s", line)
    raise AirflowFailException(f"{len(failed)} failed, {what_stands(unplanned)}: {'; '.join(failed)}")


def what_stands(unplanned: list[str]) -> str:
    """What became of the rest; ``unplanned`` are the tasks that should have planned and have not."""
    if "plan" in unplanned:
        return "nothing was published"
    return "nothing was exported" if unplanned else "all others are published"


def _by_planner(planned: dict[str, str]) -> dict[str, list[str]]:
    """The programs, in the order in which they follow each other, by the task that planned their parts."""
    found: dict[str, list[str]] = {}
    for program, planner in planned.items():
        found.setdefault(planner, []).append(program)
    return found


def _told(instance: Any, program: str, index: int, part: Part) -> str:
    report = instance.xcom_pull(task_ids=program, map_indexes=index)
    why = reason(report if isinstance(report, dict) else None)
    return f"{label_of(part)}: {program} failed{f' ({why})' if why else ''}"


def publish_telemetry(*options: str, timeout: timedelta) -> None:
    """Plan, downsample and load part by part, export day by day, account: a DAG's tasks from end to end.

    ``options`` are for the downsampling, which ``timeout`` is for too.
    """
    parts = plan()

    @task_group(group_id="part", prefix_group_id=False)
    def one_part(part: Any) -> None:
        downsample = java_task_in_group(
            "downsample-telemetry", *options, planned=part, timeout=timeout, pool="telemetry", memory_mb=1024, outlets=[RAW_TELEMETRY]
        )
        load = java_task_in_group(
            "load-postgis",
            "--dataset",
            "telemetry",
            planned=part,
            timeout=timedelta(minutes=30),
            inlets=[RAW_TELEMETRY],
            outlets=[CORE_TELEMETRY],
        )
        downsample >> load

    worked_on = one_part.expand(part=parts)
    days = plan_exports(parts)
    export = mapped_java_task(
        "export-tableau",
        "--dataset",
        "telemetry",
        over=days,
        timeout=timedelta(minutes=30),
        inlets=[CORE_TELEMETRY],
        outlets=[TABLEAU_TELEMETRY],
        # Exports of one source move one link to the newest: one after the other.
        max_active_tis_per_dagrun=1,
        # What a part that failed has left out, the export itself knows; the other days do not wait for it.
        trigger_rule=TriggerRule.ALL_DONE,
    )
    planned = {"downsample-telemetry": "plan", "load-postgis": "plan", "export-tableau": "plan-exports"}
    [parts, worked_on] >> export >> account(planned)
