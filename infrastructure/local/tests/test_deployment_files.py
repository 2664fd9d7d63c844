"""Files for machines that no test reaches: read as their tools would read them, and held against what is here."""

import re
from pathlib import Path

import hcl2
import pytest
import yaml

PROJECT = Path(__file__).parents[3]
TERRAFORM = PROJECT / "infrastructure" / "terraform"
KUBERNETES = PROJECT / "infrastructure" / "kubernetes"
NO_TASKS = {"source-simulator", "engine-gate"}
PROGRAMS = {pom.parent.name for pom in PROJECT.glob("tasks/*/pom.xml") if "quarkus-maven-plugin" in pom.read_text()}


def parsed(name):
    with (TERRAFORM / name).open() as file:
        return hcl2.load(file)


@pytest.mark.parametrize("file", sorted(TERRAFORM.glob("*.tf")), ids=lambda file: file.name)
def test_terraform_files_are_hcl(file):
    assert parsed(file.name)


def test_every_variable_is_declared_described_and_used():
    declared = set(re.findall(r'^variable "(\w+)"', (TERRAFORM / "variables.tf").read_text(), re.MULTILINE))
    used = set(re.findall(r"\bvar\.(\w+)", (TERRAFORM / "main.tf").read_text()))
    assert declared == used
    for variable in parsed("variables.tf")["variable"]:
        (body,) = variable.values()
        assert body["description"]


def test_every_output_names_something_that_is_made():
    made = set(re.findall(r'^resource "(\w+)" "(\w+)"', (TERRAFORM / "main.tf").read_text(), re.MULTILINE))
    named = set(re.findall(r"\b((?:aws|random)_\w+)\.(\w+)", (TERRAFORM / "outputs.tf").read_text()))
    assert named <= made


def test_the_registry_holds_every_task_s_image():
    images = re.search(r'variable "images".*?default += \[(.*?)\]', (TERRAFORM / "variables.tf").read_text(), re.DOTALL)
    assert set(re.findall(r'"([\w-]+)"', images[1])) == PROGRAMS - NO_TASKS | {"airflow"}


def test_the_chart_s_values_start_this_airflow_with_the_runner_of_pods():
    values = yaml.safe_load((KUBERNETES / "values.yaml").read_text())
    dockerfile = (PROJECT / "infrastructure/docker/airflow.Dockerfile").read_text()
    assert f"ARG BASE=apache/airflow:{values['airflowVersion']}\nFROM ${{BASE}}\n" in dockerfile
    assert values["executor"] == "KubernetesExecutor"
    assert {"name": "CATAVENTO_RUNNER", "value": "kubernetes"} in values["env"]


def test_objects_of_the_cluster_are_whole():
    objects = list(yaml.safe_load_all((KUBERNETES / "store.yaml").read_text()))
    assert [found["kind"] for found in objects] == ["ConfigMap", "PersistentVolumeClaim", "Job", "NetworkPolicy"]
    (container,) = objects[2]["spec"]["template"]["spec"]["containers"]
    assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    for found in objects:
        assert found["apiVersion"] and found["metadata"]["name"].startswith("catavento-")


def test_each_task_s_secret_is_named():
    head = (KUBERNETES / "store.yaml").read_text().partition("apiVersion")[0]
    for task in PROGRAMS - NO_TASKS:
        assert f"catavento-{task.partition('-')[0]}" in head, task


def test_airflow_itself_is_told_where_alerts_go():
    values = yaml.safe_load((KUBERNETES / "values.yaml").read_text())
    told = yaml.safe_load(values["extraEnvFrom"])
    assert {"secretRef": {"name": "catavento-alerts", "optional": True}} in told
    assert {"configMapRef": {"name": "catavento-settings"}} in told
    given = (KUBERNETES / "store.yaml").read_text()
    page = (PROJECT / "docs/alerts.md").read_text()
    for setting in set(re.findall(r"CATAVENTO_ALERT_\w+", page)) - {"CATAVENTO_ALERT_"}:
        assert setting in given, setting


def test_no_user_with_a_known_password_is_made():
    text = (KUBERNETES / "values.yaml").read_text()
    values = yaml.safe_load(text)
    # which of the two a version of the chart reads, it decides itself
    assert values["webserver"]["defaultUser"]["enabled"] is False
    assert values["createUserJob"]["defaultUser"]["enabled"] is False
    made = (PROJECT / "infrastructure/docker/airflow/initialize").read_text()
    for name, role in re.findall(r'"(admin|operator|viewer)": "(\w+)"', made):
        assert re.search(rf"#.*\b{name}\b.*\b{role}\b|--role {role} --username {name}", text), name


def test_the_cluster_has_what_its_nodes_need_to_be_ready():
    modules = [body for module in parsed("main.tf")["module"] for body in module.values()]
    (cluster,) = [body for body in modules if "eks_managed_node_groups" in body]
    addons = cluster["addons"]
    assert set(addons) == {"vpc-cni", "kube-proxy", "coredns"}
    assert addons["vpc-cni"]["before_compute"] is True


def test_the_bucket_is_not_said_to_hold_the_database_s_backups():
    (bucket,) = [body for output in parsed("outputs.tf")["output"] for name, body in output.items() if name.strip('"') == "backup_bucket"]
    assert "one machine" in bucket["description"] and "CATAVENTO_BACKUP_S3_REGION" in bucket["description"]


def test_what_a_task_may_reach_is_said_as_it_is():
    text = (KUBERNETES / "store.yaml").read_text()
    policy = list(yaml.safe_load_all(text))[-1]
    assert policy["kind"] == "NetworkPolicy"
    said = text[: text.index("kind: NetworkPolicy")].rpartition("---")[2].lower()
    assert policy["spec"]["policyTypes"] == ["Ingress"]
    assert "not limited" in said and "may reach the store" not in said
