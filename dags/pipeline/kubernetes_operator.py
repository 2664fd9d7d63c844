"""The kubernetes runner: a task is a pod. Its pod specification is tested; no cluster has run it yet (docs/scaling.md)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property
from typing import Any

from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from airflow.providers.cncf.kubernetes.utils.pod_manager import OnFinishAction, PodManager
from airflow.sdk.exceptions import AirflowException
from kubernetes.client import models as k8s

from pipeline.docker_settings import EXPORTS, SOURCES, reads_sources, writes_files
from pipeline.java_task import GRACE, JavaTask
from pipeline.run_report import parse_run_report
from pipeline.task_environment import container_environment, is_secret

_CONTAINER = "base"
#: The Secret with the addresses that alerts go to, which Airflow itself has too; without it nobody is told.
_ALERTS = "catavento-alerts"
_USER = 10001


class KubernetesTaskOperator(JavaTask, KubernetesPodOperator):
    """Runs a task in a pod: read-only root, no capability, no service account token, limits of memory and processors.

    Passwords are not in the pod's specification: they come from the Secret ``catavento-VERB``, whose keys are the names
    of the settings, which only tasks of that verb are given; the addresses that alerts go to, from ``catavento-alerts``.
    """

    template_fields = (*KubernetesPodOperator.template_fields, "planned")

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
        **kwargs: Any,
    ) -> None:
        limits = {"memory": f"{memory_mb}Mi", "cpu": f"{round(cpus * 1000)}m"}
        super().__init__(
            name=java_task,
            image=f"catavento/{java_task}",
            base_container_name=_CONTAINER,
            container_resources=k8s.V1ResourceRequirements(
                limits=limits, requests={"memory": limits["memory"], "cpu": "250m"}
            ),
            container_security_context=_LOCKED_DOWN,
            security_context=k8s.V1PodSecurityContext(
                run_as_non_root=True, run_as_user=_USER, run_as_group=_USER, fs_group=_USER, seccomp_profile=_SECCOMP
            ),
            automount_service_account_token=False,
            termination_grace_period=round(grace.total_seconds()),
            active_deadline_seconds=round(deadline.total_seconds()),
            on_finish_action=OnFinishAction.DELETE_POD,
            reattach_on_restart=True,
            do_xcom_push=False,
            get_logs=True,
            **kwargs,
        )
        self.java_task = java_task
        self.planned = planned
        self.deadline = deadline
        self.memory_mb = memory_mb
        self._task_arguments = list(arguments)

    @cached_property
    def pod_manager(self) -> PodManager:
        return _TaskPodManager(self)

    def execute(self, context: Any) -> dict[str, Any] | None:
        self._prepare(context)
        self.log.info("%s", " ".join([self.java_task, *self.arguments]))
        super().execute(context)
        return self._report

    def _prepare(self, context: Any) -> None:
        """What is known only when the task runs: options of this run, image, settings, volumes."""
        self._report: dict[str, Any] | None = None
        self.arguments = self._task_arguments
        self.arguments = self._options(context)
        prefix = os.environ.get("CATAVENTO_IMAGE_REGISTRY", "")
        self.image = f"{prefix}catavento/{self.java_task}:{os.environ['CATAVENTO_IMAGE_TAG']}"
        verb = self.java_task.partition("-")[0]
        settings = container_environment(self.java_task, os.environ, EXPORTS)
        self.env_vars = [k8s.V1EnvVar(name=key, value=value) for key, value in settings.items() if not is_secret(key)]
        self.env_from = [k8s.V1EnvFromSource(secret_ref=k8s.V1SecretEnvSource(name=f"catavento-{verb}"))]
        if verb == "watch":
            self.env_from.append(k8s.V1EnvFromSource(secret_ref=k8s.V1SecretEnvSource(name=_ALERTS, optional=True)))
        self.volumes = [k8s.V1Volume(name="tmp", empty_dir=k8s.V1EmptyDirVolumeSource(medium="Memory", size_limit="256Mi"))]
        self.volume_mounts = [k8s.V1VolumeMount(name="tmp", mount_path="/tmp")]
        if reads_sources(self.java_task) and os.environ.get("CATAVENTO_SOURCES"):
            claim = k8s.V1PersistentVolumeClaimVolumeSource(claim_name="catavento-sources", read_only=True)
            self.volumes.append(k8s.V1Volume(name="sources", persistent_volume_claim=claim))
            self.volume_mounts.append(k8s.V1VolumeMount(name="sources", mount_path=SOURCES, read_only=True))
        if writes_files(self.java_task):
            claim = k8s.V1PersistentVolumeClaimVolumeSource(claim_name="catavento-exports")
            self.volumes.append(k8s.V1Volume(name="exports", persistent_volume_claim=claim))
            self.volume_mounts.append(
                k8s.V1VolumeMount(name="exports", mount_path=EXPORTS, sub_path=os.environ["CATAVENTO_STORE"])
            )

    def cleanup(self, pod: Any, remote_pod: Any, xcom_result: Any = None, context: Any = None) -> None:
        """The provider calls this when the pod is over: its end is told as the contract says, not as the provider would."""
        if self._killed or not remote_pod:
            return
        try:
            self._report = parse_run_report(self._last_line(remote_pod))
        finally:
            self.process_pod_deletion(remote_pod, reraise=False)
        self._hand_on(context, self._report)
        if remote_pod.status.reason == "DeadlineExceeded":
            self._overdue()
        ended = _terminated(remote_pod)
        if ended is None:
            self._fail(AirflowException, f"the pod of {self.java_task} went away before its end was known")
        why = f"it needed more than its {self.memory_mb} MB of memory" if ended.reason == "OOMKilled" else ""
        self._conclude(ended.exit_code, self._report, why)

    def _last_line(self, pod: Any) -> str:
        """The report is the last that a task says: stdout and stderr are one in a pod's log."""
        return self.client.read_namespaced_pod_log(
            pod.metadata.name, pod.metadata.namespace, container=_CONTAINER, tail_lines=1
        )


class _TaskPodManager(PodManager):
    """Hands each line of the log on at its own level, in place of all at INFO."""

    def __init__(self, operator: KubernetesTaskOperator) -> None:
        super().__init__(kube_client=operator.client, callbacks=operator.callbacks)
        self._on_line = operator._log_line

    def _log_message(self, message: str, *_: Any, **__: Any) -> None:
        if parse_run_report(message) is None or '"outcome"' not in message:
            self._on_line(message)


def _terminated(pod: Any) -> Any:
    for status in pod.status.container_statuses or []:
        if status.name == _CONTAINER and status.state.terminated is not None:
            return status.state.terminated
    return None


_SECCOMP = k8s.V1SeccompProfile(type="RuntimeDefault")
_LOCKED_DOWN = k8s.V1SecurityContext(
    read_only_root_filesystem=True,
    allow_privilege_escalation=False,
    privileged=False,
    run_as_non_root=True,
    capabilities=k8s.V1Capabilities(drop=["ALL"]),
    seccomp_profile=_SECCOMP,
)
