"""The metrics of a real store are OpenMetrics, and the dashboard asks for nothing that is not among them."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families

PROJECT = Path(__file__).parents[3]
METRICS = PROJECT / "infrastructure" / "metrics"
DASHBOARD = json.loads((METRICS / "grafana-dashboard.json").read_text())
FAMILIES = set(re.findall(r"^ +\(\d+, '(\w+)', '(?:counter|gauge)'", (METRICS / "openmetrics.sql").read_text(), re.MULTILINE))


@pytest.fixture(scope="module")
def told(published_store):
    shown = subprocess.run(
        ["psql", "-X", "-q", "-At", "-f", METRICS / "openmetrics.sql"],
        env=published_store,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    return {family.name: family for family in text_string_to_metric_families(shown)}


def test_every_family_is_told_with_its_kind_unit_and_meaning(told):
    assert set(told) == FAMILIES
    for family in told.values():
        assert family.documentation
        assert family.unit == "" or family.name.endswith(f"_{family.unit}")


def test_each_sample_names_its_store(told):
    samples = [sample for family in told.values() for sample in family.samples]
    assert samples and {sample.labels["store"] for sample in samples} == {"demo"}


def test_the_numbers_are_the_store_s(told):
    loads = {s.labels["outcome"]: s.value for s in told["catavento_task_runs"].samples if s.labels["task"] == "load-postgis"}
    assert loads == {"completed": 1, "failed": 1}
    rows = {s.labels["kind"]: s.value for s in of_loads(told["catavento_task_last_rows"])}
    assert rows == {"read": 3, "written": 2, "unchanged": 1, "quarantined": 0}
    assert [s.value for s in of_loads(told["catavento_task_last_duration_seconds"])] == [1.5]
    assert [s.value for s in of_loads(told["catavento_task_last_exit_code"])] == [65]
    (issue,) = told["catavento_issues_open"].samples
    assert (issue.labels["rule"], issue.labels["severity"], issue.value) == ('odd "name"\\', "warning", 1)


def of_loads(family):
    return [s for s in family.samples if s.labels["task"] == "load-postgis" and s.labels["dataset"] == "wind_fleet"]


def test_each_source_and_shard_of_telemetry_has_numbers_of_its_own(told):
    def of_parts(family, *more):
        return {
            tuple(sample.labels[name] for name in ("source", "shard", *more)): sample.value
            for sample in told[family].samples
            if sample.labels["dataset"] == "telemetry"
        }

    assert of_parts("catavento_task_last_exit_code") == {("living", "1/2"): 0, ("living", "2/2"): 65, ("dead", "1/1"): 75}
    assert of_parts("catavento_task_last_start_timestamp_seconds").keys() == of_parts("catavento_task_last_exit_code").keys()
    assert of_parts("catavento_task_last_duration_seconds") == {("living", "1/2"): 0.9, ("living", "2/2"): 0.7}
    rows = of_parts("catavento_task_last_rows", "kind")
    assert (rows["living", "1/2", "read"], rows["living", "2/2", "read"]) == (90, 70)
    assert not any("source" in sample.labels for sample in of_loads(told["catavento_task_last_exit_code"]))


def test_the_dashboard_asks_for_what_is_there():
    asked = {
        name for panel in DASHBOARD["panels"] for target in panel["targets"] for name in re.findall(r"catavento_\w+", target["expr"])
    }
    assert {name.removesuffix("_total") if name not in FAMILIES else name for name in asked} <= FAMILIES
    assert len(asked) >= 10


def test_the_dashboard_s_panels_have_ids_and_places_of_their_own():
    ids = [panel["id"] for panel in DASHBOARD["panels"]]
    assert len(set(ids)) == len(ids)
    taken = set()
    for panel in DASHBOARD["panels"]:
        place = panel["gridPos"]
        cells = {(x, y) for x in range(place["x"], place["x"] + place["w"]) for y in range(place["y"], place["y"] + place["h"])}
        assert not cells & taken and place["x"] + place["w"] <= 24, panel["title"]
        taken |= cells
