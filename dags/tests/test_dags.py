"""Policy: what every DAG of this house has."""

import re
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from airflow.dag_processing.dagbag import DagBag
from airflow.sdk import DAG
from airflow.sdk.definitions.mappedoperator import MappedOperator
from airflow.sdk.definitions.param import ParamsDict
from airflow.timetables.interval import CronDataIntervalTimetable
from airflow.timetables.trigger import CronTriggerTimetable

from pipeline import mapped_java_task
from pipeline.java_task import GRACE
from pipeline.manual import manual_of
from pipeline.run_conf import unknown_parameters

DAGS = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def bag() -> DagBag:
    return DagBag(dag_folder=DAGS, bundle_path=DAGS, bundle_name="dags-folder")


@pytest.fixture(scope="module")
def dags(bag):
    return list(bag.dags.values())


@pytest.fixture(scope="module")
def tasks(dags):
    return [task for dag in dags for task in dag.tasks]


@pytest.fixture(scope="module")
def programs(tasks):
    """The tasks that start a program; the others plan and account."""
    return [task for task in tasks if program_of(task)]


def program_of(task):
    return task.partial_kwargs.get("java_task") if isinstance(task, MappedOperator) else getattr(task, "java_task", None)


def of_program(task, name):
    return task.partial_kwargs[name] if isinstance(task, MappedOperator) else getattr(task, name)


def test_every_file_can_be_imported(bag):
    assert bag.import_errors == {}


def test_one_file_holds_one_dag_of_its_name(dags):
    assert sorted(Path(dag.fileloc).stem for dag in dags) == sorted(dag.dag_id for dag in dags)


def test_a_dag_file_is_small(dags):
    assert all(len(Path(dag.fileloc).read_text().splitlines()) <= 120 for dag in dags)


def test_only_pipeline_knows_an_operator():
    for file in DAGS.glob("*.py"):
        assert "Operator" not in file.read_text(), file


def test_the_docstring_tells_how_to_triage_each_exit_code(dags):
    for dag in dags:
        for code in ("0", "99", "75", "65", "1", "2", "137"):
            assert f"| {code} |" in dag.doc_md, (dag.dag_id, code)


def test_each_task_s_page_says_what_it_does_and_what_to_do_by_exit_code(tasks):
    codes = set(re.findall(r"^\| (\w+) \|", (DAGS.parent / "docs/exit-codes.md").read_text(), re.MULTILINE)) - {"code"}
    for task in tasks:
        title, what, *_ = task.doc_md.split("\n\n")
        assert title == f"## {program_of(task) or task.task_id}" and what.endswith("."), task.task_id
        rows = re.findall(r"^\| (\w+) \| (.+) \| (.+) \|$", task.doc_md, re.MULTILINE)
        assert codes <= {code for code, *_ in rows}, task.task_id
        assert len({code for code, *_ in rows}) == len(rows), task.task_id
        assert [row for row in rows if not all(cell.strip() for cell in row)] == [], task.task_id


def test_a_program_without_a_page_of_its_own_has_the_contract_s_words():
    page = manual_of("extract-somewhere")
    assert all(f"| {code} | " in page for code in ("0", "1", "2", "65", "75", "99", "137", "other"))


def test_a_page_may_say_itself_what_all_others_say_alike():
    of_plan, of_load = (re.findall(r"^\| 2 \|.*$", manual_of(name), re.MULTILINE) for name in ("plan", "load-postgis"))
    assert len(of_plan) == len(of_load) == 1 and of_plan != of_load
    assert "a source that is not there" in of_plan[0]


def test_pages_and_runbook_say_which_line_of_a_log_is_the_reason(dags, tasks):
    place = "the last line at level ERROR before *Task failed with exception*"
    pages = [dag.doc_md for dag in dags] + [task.doc_md.replace("Airflow's ", "") for task in tasks]
    assert all(place in " ".join(page.split()) for page in pages)
    runbook = " ".join((DAGS.parent / "docs/operating.md").read_text().split())
    assert "The last of them before *Task failed with exception* is the reason" in runbook


def test_each_dag_is_in_the_readme(dags):
    readme = (DAGS / "README.md").read_text()
    assert all(f"`{dag.dag_id}`" in readme for dag in dags)


def test_the_readme_s_table_has_each_dag_s_schedule_tasks_and_time_outs(dags):
    in_words = {"0 6 * * *": "06:00 every day", "30 1 * * *": "01:30 every day", "0 3 * * 0": "03:00 on Sundays", "*/15 * * * *": "every 15 minutes", "*/5 * * * *": "every 5 minutes"}
    rows = {line.split("`")[1]: line for line in (DAGS / "README.md").read_text().splitlines() if line.startswith("| [`")}
    assert rows.keys() == {dag.dag_id for dag in dags}
    for dag in dags:
        ordered = dag.topological_sort()
        minutes = ", ".join(str(round(task.execution_timeout.total_seconds() / 60)) for task in ordered)
        tasks = " → ".join(f"`{task.task_id}`" for task in ordered)
        for words in (in_words[dag.timetable.expression] if dag.schedule else "by hand", tasks, f"| {minutes} min |"):
            assert words in rows[dag.dag_id], dag.dag_id


def test_the_dag_that_tests_use_beside_them_loads():
    folder = DAGS.parent / "infrastructure/local/tests/dags"
    bag = DagBag(dag_folder=folder, bundle_path=folder, bundle_name="of-tests")
    assert (bag.import_errors, list(bag.dags)) == ({}, ["many_days"])


def test_dags_have_owner_tags_and_description(dags):
    for dag in dags:
        assert dag.tags and dag.description, dag.dag_id
        assert all(task.owner == "data-platform" for task in dag.tasks)


def test_dags_run_one_at_a_time_without_catching_up(dags):
    for dag in dags:
        assert (dag.catchup, dag.max_active_runs) == (False, 1)


def test_schedules_are_named_with_brasilia_s_clock_and_a_day_s_interval(bag):
    daily, weekly = bag.dags["wind_fleet_daily"].timetable, bag.dags["store_maintenance_weekly"].timetable
    nightly = bag.dags["telemetry_daily"].timetable
    assert {type(daily).__name__, type(nightly).__name__} == {CronDataIntervalTimetable.__name__}
    assert (type(weekly).__name__, weekly.interval) == (CronTriggerTimetable.__name__, timedelta(days=1))
    assert (daily.expression, nightly.expression, weekly.expression) == ("0 6 * * *", "30 1 * * *", "0 3 * * 0")
    assert {str(daily.timezone), str(nightly.timezone), str(weekly.timezone)} == {"America/Sao_Paulo"}


def test_task_ids_are_task_names_in_order(dags):
    (dag,) = [dag for dag in dags if dag.dag_id == "wind_fleet_daily"]
    assert [task.task_id for task in dag.topological_sort()] == ["extract-sigel", "load-postgis", "export-tableau"]


def test_telemetry_is_planned_worked_on_part_by_part_and_accounted_for(bag):
    dag = bag.dags["telemetry_daily"]
    assert [task.task_id for task in dag.topological_sort()] == [
        "plan",
        "downsample-telemetry",
        "load-postgis",
        "plan-exports",
        "export-tableau",
        "account",
    ]
    parts = {dag.get_task(name).get_closest_mapped_task_group().group_id for name in ("downsample-telemetry", "load-postgis")}
    assert parts == {"part"}
    assert [task.task_id for task in dag.leaves] == ["account"]


def test_a_skipped_task_does_not_hide_unfinished_work(programs):
    assert {task.trigger_rule.value for task in programs if task.trigger_rule.value != "all_done"} == {"none_failed"}
    # What a part that failed left out, the export itself knows: the others do not wait for it.
    assert {task.task_id for task in programs if task.trigger_rule.value == "all_done"} == {"export-tableau"}


def test_what_accounts_for_a_run_comes_whatever_became_of_it(bag):
    account = bag.dags["telemetry_daily"].get_task("account")
    assert (account.trigger_rule.value, account.retries) == ("all_done", 0)


def test_tasks_are_retried_with_backoff(programs):
    for task in programs:
        assert task.retries >= 2
        assert task.retry_exponential_backoff
        assert timedelta(0) < task.retry_delay <= task.max_retry_delay


def test_a_task_reports_being_late_before_airflow_ends_it(programs):
    for task in programs:
        grace = task.partial_kwargs.get("grace", GRACE) if isinstance(task, MappedOperator) else task.grace
        assert of_program(task, "deadline") + grace < task.execution_timeout


def test_a_task_never_runs_beside_itself(programs):
    assert {task.max_active_tis_per_dag for task in programs if not is_mapped(task)} == {1}


def test_mapped_tasks_are_bounded_and_named_by_their_part(programs):
    mapped = [task for task in programs if is_mapped(task)]
    assert mapped
    for task in mapped:
        assert task.max_active_tis_per_dagrun == (1 if program_of(task) == "export-tableau" else 8)
        assert of_program(task, "map_index_template") == "{{ task.part }}"


def is_mapped(task):
    return isinstance(task, MappedOperator) or task.get_closest_mapped_task_group() is not None


@pytest.mark.parametrize(("given", "in_the_dag", "in_a_run"), [({}, None, 8), ({"max_active_tis_per_dag": 2}, 2, 8)])
def test_a_mapped_task_s_instances_run_side_by_side(given, in_the_dag, in_a_run):
    with DAG("shards"):
        mapped = mapped_java_task("load-postgis", over=[["--shard", "1/2"], ["--shard", "2/2"]], timeout=timedelta(minutes=5), **given)
    assert (mapped.max_active_tis_per_dag, mapped.max_active_tis_per_dagrun) == (in_the_dag, in_a_run)


def test_a_failure_that_is_tried_again_counts_for_alerts_only_after_the_slowest_try(tasks):
    rule = DAGS.parent / "tasks/watch-store/src/main/java/dev/catavento/watchstore/rules/FailedRuns.java"
    patience = timedelta(minutes=int(re.search(r"RETRIES = Duration\.ofMinutes\((\d+)\)", rule.read_text())[1]))
    assert max(task.execution_timeout for task in tasks) + max(task.max_retry_delay for task in tasks) <= patience


def test_extractions_wait_in_the_pool_of_their_source(tasks):
    assert {task.pool for task in tasks if task.task_id == "extract-sigel"} == {"sigel"}
    assert {task.pool for task in tasks if task.task_id == "downsample-telemetry"} == {"telemetry"}


def test_lineage_leads_from_raw_to_core_to_export(dags):
    (dag,) = [dag for dag in dags if dag.dag_id == "wind_fleet_daily"]
    load, export = dag.get_task("load-postgis"), dag.get_task("export-tableau")
    assert [asset.name for asset in load.inlets] == ["raw.wind_fleet"]
    assert [asset.name for asset in load.outlets] == [asset.name for asset in export.inlets] == ["core.wind_fleet"]
    assert [asset.name for asset in export.outlets] == ["exports.wind_fleet"]


@pytest.mark.parametrize("given", [{}, {"day": None}, {"day": "2026-01-31"}, {"force": True}])
def test_the_form_takes(dags, given):
    for dag in with_a_form(dags):
        form_with(dag, given).validate()


@pytest.mark.parametrize("given", [{"day": "31/01/2026"}, {"day": "2026-13-01"}, {"day": 20260131}, {"force": "yes"}])
def test_the_form_refuses(dags, given):
    for dag in with_a_form(dags):
        with pytest.raises(ValueError):
            form_with(dag, given).validate()


def test_what_looks_at_the_present_asks_nothing(dags):
    assert {dag.dag_id for dag in dags} - {dag.dag_id for dag in with_a_form(dags)} == {"store_watch", "telemetry_arrivals"}
    assert all({"day", "force"} <= dag.params.keys() for dag in with_a_form(dags))


def test_a_parameter_is_refused_by_what_takes_none(bag):
    given = {"dag": bag.dags["store_watch"], "dag_run": SimpleNamespace(conf={"day": "2026-01-31"})}
    assert unknown_parameters(given) == "day: no parameter of store_watch, which has none — trigger again"


def with_a_form(dags):
    return [dag for dag in dags if dag.params]


def form_with(dag, given) -> ParamsDict:
    form = ParamsDict(dict(dag.params.items()))
    form.update(given)
    return form
