"""The one factory of tasks."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from airflow.sdk import BaseOperator, TriggerRule
from airflow.sdk.definitions.mappedoperator import MappedOperator

from pipeline.alerts import task_failed, task_succeeded
from pipeline.java_task import MARGIN
from pipeline.manual import manual_of

#: As many as the two workers of the profile scale have places for.
_MAPPED_AT_ONCE = 8


def java_task(
    name: str,
    *arguments: str,
    timeout: timedelta,
    inlets: Sequence[Any] = (),
    outlets: Sequence[Any] = (),
    **airflow: Any,
) -> BaseOperator:
    """The task ``name`` with ``arguments``; day, run id and force come from the run.

    ``timeout`` is Airflow's; the task's own deadline is a little shorter. A skipped upstream does not hide
    unfinished work (``none_failed``), and a task never runs beside itself.
    """
    return _operator()(arguments=arguments, **_common(name, timeout, inlets, outlets, airflow))


def mapped_java_task(
    name: str,
    *arguments: str,
    over: Any,
    timeout: timedelta,
    inlets: Sequence[Any] = (),
    outlets: Sequence[Any] = (),
    **airflow: Any,
) -> MappedOperator:
    """The task ``name`` once for each list of arguments in ``over``, one flat mapping.

    ``over`` is a list of lists or what an upstream task returns; ``--day`` in one of them wins over the run's day.
    Its instances run side by side, as many as a run of the DAG may have at once (``max_active_tis_per_dagrun``).
    """
    return _operator().partial(arguments=arguments, **_mapped(name, timeout, inlets, outlets, airflow)).expand(planned=over)


def java_task_in_group(
    name: str,
    *arguments: str,
    planned: Any,
    timeout: timedelta,
    inlets: Sequence[Any] = (),
    outlets: Sequence[Any] = (),
    **airflow: Any,
) -> BaseOperator:
    """The task ``name`` in a mapped group of tasks; ``planned`` is what the group is given for each of its instances."""
    return _operator()(arguments=arguments, planned=planned, **_mapped(name, timeout, inlets, outlets, airflow))


def _mapped(name: str, timeout: timedelta, inlets: Sequence[Any], outlets: Sequence[Any], airflow: dict) -> dict[str, Any]:
    """As ``_common``, with instances side by side."""
    side_by_side = {
        "max_active_tis_per_dag": None,
        "max_active_tis_per_dagrun": _MAPPED_AT_ONCE,
        "map_index_template": "{{ task.part }}",
    }
    return _common(name, timeout, inlets, outlets, {**side_by_side, **airflow})


def _common(name: str, timeout: timedelta, inlets: Sequence[Any], outlets: Sequence[Any], airflow: dict) -> dict[str, Any]:
    if _runner() == "process":
        # A process has what its machine has.
        airflow = {key: value for key, value in airflow.items() if key != "memory_mb"}
    return {
        "task_id": name,
        "java_task": name,
        "doc_md": manual_of(name),
        "deadline": timeout - MARGIN,
        "execution_timeout": timeout,
        "trigger_rule": TriggerRule.NONE_FAILED,
        "max_active_tis_per_dag": 1,
        "inlets": list(inlets),
        "outlets": list(outlets),
        "on_failure_callback": task_failed,
        "on_success_callback": task_succeeded,
        **airflow,
    }


def _operator() -> type[BaseOperator]:
    """The runner's operator; a runner that is not used need not be installed."""
    match runner := _runner():
        case "process":
            from pipeline.process_operator import ProcessTaskOperator

            return ProcessTaskOperator
        case "docker":
            from pipeline.docker_operator import DockerTaskOperator

            return DockerTaskOperator
        case "kubernetes":
            from pipeline.kubernetes_operator import KubernetesTaskOperator

            return KubernetesTaskOperator
    raise ValueError(f"CATAVENTO_RUNNER is {runner!r}; there are: docker, kubernetes, process")


def _runner() -> str:
    return os.environ.get("CATAVENTO_RUNNER") or "process"
