"""The one factory of tasks."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from airflow.sdk import BaseOperator, TriggerRule

from pipeline.java_task import MARGIN


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
    return _operator()(
        task_id=name,
        java_task=name,
        arguments=arguments,
        deadline=timeout - MARGIN,
        execution_timeout=timeout,
        trigger_rule=TriggerRule.NONE_FAILED,
        max_active_tis_per_dag=1,
        inlets=list(inlets),
        outlets=list(outlets),
        **airflow,
    )


def _operator() -> type[BaseOperator]:
    """The runner's operator; a runner that is not used need not be installed."""
    runner = os.environ.get("CATAVENTO_RUNNER") or "process"
    match runner:
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
