"""The process runner: how a task's end is told to Airflow, with a real process for each end."""

from datetime import timedelta

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException

from pipeline.factory import java_task
from pipeline.process_operator import ProcessTaskOperator
from runs import CORE, FAKE, Run, entries


def operator(*arguments, **more):
    defaults = {"deadline": timedelta(minutes=2), "grace": timedelta(seconds=2), "outlets": [CORE]}
    return ProcessTaskOperator(
        task_id="load-postgis", java_task="load-postgis", arguments=arguments, launcher=FAKE, **{**defaults, **more}
    )


def test_done_gives_the_report_to_xcom_and_to_the_asset_event():
    run = Run()
    report = operator().execute(run.context)
    assert report["outcome"] == "completed"
    assert run.xcom["return_value"] == run.events[CORE].extra == report


def test_day_run_id_and_force_reach_the_task():
    report = operator().execute(Run(day="2026-01-31", force=True).context)
    assert (report["day"], report["run_id"], report["forced"]) == ("2026-01-31", "r1", True)


@pytest.mark.parametrize(
    ("conf", "said"),
    [
        ({"dy": "2026-01-31"}, "dy: no parameter of a_dag, which has day, force; did you mean day? — trigger again"),
        ({"day": "2026-01-31", "shard": 1}, "shard: no parameter of a_dag, which has day, force — trigger again"),
    ],
)
def test_a_mistyped_parameter_is_refused_before_the_task_starts(conf, said, capsys):
    run = Run(conf=conf)
    with pytest.raises(AirflowFailException) as refused:
        operator().execute(run.context)
    assert str(refused.value) == f"load-postgis was not started (2, wrong usage): {said}"
    assert run.xcom == {}
    assert entries(capsys.readouterr().out)[-1] == ("error", str(refused.value))


@pytest.mark.parametrize("conf", [None, {}, {"day": "2026-01-31"}, {"day": None, "force": False}])
def test_what_the_form_has_is_taken(conf):
    assert operator().execute(Run(conf=conf).context)["outcome"] == "completed"


def test_nothing_to_do_is_skipped_with_its_reason():
    run = Run()
    with pytest.raises(AirflowSkipException, match="this day is done"):
        operator("--exit", "99").execute(run.context)
    assert run.xcom["return_value"]["outcome"] == "nothing-new"


@pytest.mark.parametrize("code", ["1", "2", "65"])
def test_what_a_retry_cannot_mend_fails_at_once(code):
    run = Run()
    with pytest.raises(AirflowFailException, match=f"ended with {code} .*it went wrong with {code} — look closer"):
        operator("--exit", code).execute(run.context)
    assert run.xcom["return_value"]["error"]["kind"] == "contract"


@pytest.mark.parametrize("code", ["75", "125", "126", "127", "7"])
def test_everything_else_is_tried_again(code):
    with pytest.raises(AirflowException, match=f"ended with {code} ") as raised:
        operator("--exit", code).execute(Run().context)
    assert not isinstance(raised.value, (AirflowFailException, AirflowSkipException))


@pytest.mark.parametrize(("signal", "words"), [("9", r"ended with 137 \(killed.*memory"), ("15", r"ended with 143 \(term")])
def test_a_kill_is_named_and_tried_again(signal, words):
    with pytest.raises(AirflowException, match=words):
        operator("--die", signal, "--mute").execute(Run().context)


def test_each_line_keeps_its_level(capsys):
    operator("--say", "the JVM's own words").execute(Run().context)
    logged = entries(capsys.readouterr().out)
    assert ("info", "a line at INFO") in logged
    assert ("warning", "a line at WARN") in logged
    assert ("error", "a line at ERROR") in logged
    assert ("warning", "the JVM's own words") in logged


def test_a_failure_says_its_reason_at_level_error(capsys):
    with pytest.raises(AirflowFailException):
        operator("--exit", "65").execute(Run().context)
    level, text = entries(capsys.readouterr().out)[-1]
    assert (level, text.partition(": ")[2]) == ("error", "it went wrong with 65 — look closer")


def test_late_is_said_as_late():
    with pytest.raises(AirflowException, match="did not end within 0:00:01"):
        operator("--sleep", "60", deadline=timedelta(seconds=1)).execute(Run().context)


def test_no_password_of_another_task_is_seen(monkeypatch):
    monkeypatch.setenv("CATAVENTO_DB_PASSWORD_LOAD", "mine")
    monkeypatch.setenv("CATAVENTO_DB_PASSWORD_EXTRACT", "not mine")
    report = operator().execute(Run().context)
    assert report["outputs"]["sees"] == ["CATAVENTO_DB_PASSWORD"]


def test_no_secret_is_in_the_log(capsys, monkeypatch):
    monkeypatch.setenv("CATAVENTO_DB_PASSWORD_LOAD", "s3cret-value")
    with pytest.raises(AirflowFailException):
        operator("--exit", "1").execute(Run().context)
    assert "s3cret-value" not in capsys.readouterr().out


def test_nothing_is_a_template_but_what_was_planned():
    assert list(ProcessTaskOperator.template_fields) == ["planned"]


def test_what_was_planned_reaches_the_task_and_its_day_wins():
    report = operator("--say", "a line", planned=["--day", "2026-01-30"]).execute(Run(day="2026-01-31").context)
    assert report["day"] == "2026-01-30"


def test_a_part_is_called_by_source_day_and_shard():
    assert operator(planned=["--source", "a", "--day", "2026-01-30", "--shard", "1/2"]).part == "a 2026-01-30 1/2"


@pytest.mark.parametrize("runner", ["dokcer", "nomad"])
def test_a_runner_that_is_not_here_is_refused_by_name(monkeypatch, runner):
    monkeypatch.setenv("CATAVENTO_RUNNER", runner)
    with pytest.raises(ValueError, match=f"CATAVENTO_RUNNER is '{runner}'; there are: docker, kubernetes, process"):
        java_task("extract-sigel", timeout=timedelta(minutes=5))
