"""The kubernetes runner: the pod it asks for, and how a pod's end is told. No cluster takes part."""

import json
from datetime import timedelta
from types import SimpleNamespace

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException
from kubernetes.client import ApiClient
from kubernetes.client import models as k8s

from pipeline.factory import java_task
from runs import Run

SETTINGS = {
    "CATAVENTO_RUNNER": "kubernetes",
    "CATAVENTO_IMAGE_TAG": "0.1.0-abc",
    "CATAVENTO_STORE": "production",
    "CATAVENTO_DB_URL": "jdbc:postgresql://store/catavento_production",
    "CATAVENTO_EXPORT_DIR": "/exports",
    "CATAVENTO_DB_USER_EXTRACT": "catavento_task_extract",
    "CATAVENTO_DB_PASSWORD_EXTRACT": "of-extract",
    "CATAVENTO_DB_PASSWORD_EXPORT": "of-export",
    "CATAVENTO_DB_PASSWORD_WATCH": "of-watch",
    "CATAVENTO_SIGEL_TOKEN": "the-token",
    "CATAVENTO_SECRET_SCADA": "of-a-source",
    "CATAVENTO_ALERT_SMTP_URL": "smtp://alerts:of-mail@mail.example.org",
    "CATAVENTO_ALERT_WEBHOOK_URL": "https://hooks.example.org/of-hook",
    "CATAVENTO_ALERT_MAIL_TO": "ana@example.org",
}


NO_CLUSTER = {
    "apiVersion": "v1",
    "kind": "Config",
    "clusters": [{"name": "none", "cluster": {"server": "http://127.0.0.1:1"}}],
    "contexts": [{"name": "none", "context": {"cluster": "none", "user": "none"}}],
    "users": [{"name": "none", "user": {}}],
    "current-context": "none",
}


@pytest.fixture
def operator(monkeypatch, tmp_path):
    (tmp_path / "config").write_text(json.dumps(NO_CLUSTER))
    monkeypatch.setattr("kubernetes.config.kube_config.KUBE_CONFIG_DEFAULT_LOCATION", str(tmp_path / "config"))
    for key, value in SETTINGS.items():
        monkeypatch.setenv(key, value)

    def of(name):
        made = java_task(name, timeout=timedelta(minutes=30))
        made._prepare(Run(day="2026-01-31", force=True).context)
        return made

    return of


def pod_of(operator):
    return ApiClient().sanitize_for_serialization(operator.build_pod_request_obj())


def test_the_pod_runs_the_task_with_its_options(operator):
    pod = pod_of(operator("extract-sigel"))
    (container,) = pod["spec"]["containers"]
    assert container["image"] == "catavento/extract-sigel:0.1.0-abc"
    assert container["args"] == ["--run-id", "r1", "--day", "2026-01-31", "--force"]


def test_only_who_reads_a_source_sees_the_sources_and_cannot_write_there(operator, monkeypatch):
    monkeypatch.setenv("CATAVENTO_SOURCES", "/sources/sources.yaml")
    spec = pod_of(operator("downsample-telemetry"))["spec"]
    mounts = {mount["name"]: mount for mount in spec["containers"][0]["volumeMounts"]}
    assert (mounts["sources"]["mountPath"], mounts["sources"]["readOnly"]) == ("/sources", True)
    claims = {volume["name"]: volume.get("persistentVolumeClaim") for volume in spec["volumes"]}
    assert claims["sources"] == {"claimName": "catavento-sources", "readOnly": True}
    assert "sources" not in {volume["name"] for volume in pod_of(operator("load-postgis"))["spec"]["volumes"]}


def test_what_was_planned_reaches_the_pod(operator):
    made = operator("load-postgis")
    made.planned = ["--day", "2026-01-30"]
    made._prepare(Run(day="2026-01-31").context)
    assert pod_of(made)["spec"]["containers"][0]["args"] == ["--day", "2026-01-30", "--run-id", "r1"]


def test_the_pod_has_nothing_it_does_not_need(operator):
    spec = pod_of(operator("extract-sigel"))["spec"]
    assert spec["automountServiceAccountToken"] is False
    assert spec["restartPolicy"] == "Never"
    assert spec["securityContext"]["runAsNonRoot"] is True and spec["securityContext"]["runAsUser"] == 10001
    security = spec["containers"][0]["securityContext"]
    assert security["readOnlyRootFilesystem"] is True
    assert security["allowPrivilegeEscalation"] is False
    assert security["capabilities"] == {"drop": ["ALL"]}
    assert security["seccompProfile"] == {"type": "RuntimeDefault"}
    assert [volume["name"] for volume in spec["volumes"]] == ["tmp"]


def test_the_pod_ends_before_airflow_gives_it_up(operator):
    task = operator("extract-sigel")
    spec = pod_of(task)["spec"]
    assert spec["activeDeadlineSeconds"] + spec["terminationGracePeriodSeconds"] < task.execution_timeout.total_seconds()


def test_limits_are_asked_for(operator):
    resources = pod_of(operator("extract-sigel"))["spec"]["containers"][0]["resources"]
    assert resources["limits"] == {"memory": "512Mi", "cpu": "1000m"}


def test_no_secret_is_in_the_pod(operator):
    task = operator("extract-sigel")
    pod = pod_of(task)
    assert not {"of-extract", "of-export", "the-token"} & set(json.dumps(pod).split('"'))
    (container,) = pod["spec"]["containers"]
    assert container["envFrom"] == [{"secretRef": {"name": "catavento-extract"}}]
    names = {variable["name"] for variable in container["env"]}
    assert {"CATAVENTO_DB_URL", "CATAVENTO_STORE", "CATAVENTO_LOG_FORMAT"} <= names


@pytest.mark.parametrize("name", ["extract-sigel", "downsample-telemetry", "load-postgis", "export-tableau", "maintain-store", "watch-store"])
def test_no_task_s_pod_has_any_secret(operator, name):
    said = json.dumps(pod_of(operator(name)))
    for secret in ("of-extract", "of-export", "of-watch", "the-token", "of-a-source", "of-mail", "of-hook"):
        assert secret not in said


def test_what_watches_is_told_where_alerts_go(operator):
    (container,) = pod_of(operator("watch-store"))["spec"]["containers"]
    assert container["envFrom"] == [
        {"secretRef": {"name": "catavento-watch"}},
        {"secretRef": {"name": "catavento-alerts", "optional": True}},
    ]
    assert {"name": "CATAVENTO_ALERT_MAIL_TO", "value": "ana@example.org"} in container["env"]


def test_only_what_writes_files_sees_the_exports(operator):
    (container,) = pod_of(operator("export-tableau"))["spec"]["containers"]
    assert {"name": "exports", "mountPath": "/exports", "subPath": "production"} in container["volumeMounts"]
    assert len(pod_of(operator("load-postgis"))["spec"]["containers"][0]["volumeMounts"]) == 1


def over(code, *, reason=None, pod_reason=None):
    """A pod that has ended."""
    terminated = k8s.V1ContainerStateTerminated(exit_code=code, reason=reason)
    status = k8s.V1ContainerStatus(
        name="base", image="i", image_id="i", ready=False, restart_count=0, state=k8s.V1ContainerState(terminated=terminated)
    )
    return k8s.V1Pod(
        metadata=k8s.V1ObjectMeta(name="p", namespace="n"),
        status=k8s.V1PodStatus(phase="Failed", reason=pod_reason, container_statuses=[status]),
    )


def end(task, pod, report):
    run = Run()
    task._killed = False
    task.client = SimpleNamespace(read_namespaced_pod_log=lambda *_, **__: report)
    task.process_pod_deletion = lambda *_, **__: True
    task.cleanup(pod, pod, context=run.context)
    return run


def report(outcome, **more):
    return json.dumps({"task": "load-postgis", "outcome": outcome, **more})


@pytest.mark.parametrize(
    ("pod", "said", "error", "words"),
    [
        (over(99), report("nothing-new", outputs={"reason": "this day is done"}), AirflowSkipException, "this day is done"),
        (over(65), report("failed", error={"message": "the gate refused", "hint": "look"}), AirflowFailException, "the gate refused — look"),
        (over(75), report("failed", error={"message": "away", "hint": "wait"}), AirflowException, "away — wait"),
        (over(137, reason="OOMKilled"), "", AirflowException, "more than its 512 MB"),
        (over(143, pod_reason="DeadlineExceeded"), "", AirflowException, "did not end within"),
    ],
)
def test_an_end_is_told_as_the_contract_says(operator, pod, said, error, words):
    with pytest.raises(error, match=words):
        end(operator("load-postgis"), pod, said)


def test_done_hands_the_report_on(operator):
    run = end(operator("load-postgis"), over(0), report("completed"))
    assert run.xcom["return_value"]["outcome"] == "completed"
