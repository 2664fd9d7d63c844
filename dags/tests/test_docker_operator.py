"""The docker runner: real containers of a real engine, at its socket and through the engine gate."""

import json
import os
import re
import shutil
import signal
import threading
import time
import uuid
from datetime import timedelta
from types import SimpleNamespace

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException

from engines import SOCKET, Gate, Line, containers, docker, said_by, wait_for, why_no_engine
from pipeline.docker_operator import DockerTaskOperator
from pipeline.docker_settings import DockerSettings
from pipeline.leftovers import labels_of
from runs import CORE, FAKE, Run, entries

BASE = "apache/airflow:3.3.2"
MARK = f"operator-test-{uuid.uuid4().hex[:8]}"
TASKS = ("extract-sigel", "downsample-telemetry", "load-postgis", "export-tableau")
NOT_STARTABLE, NOT_BUILT = "load-nowhere", "load-nothing"
NETWORKS = {"data": f"{MARK}_data", "sources": f"{MARK}_sources"}

pytestmark = pytest.mark.skipif(bool(why_no_engine(BASE)), reason=why_no_engine(BASE) or "")


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    """Images of tasks that behave as told, networks and a folder of exports; nothing of it is left."""
    context = tmp_path_factory.mktemp("image")
    shutil.copy(FAKE, context)
    for task in (*TASKS, NOT_STARTABLE):
        program = "/fake-task" if task in TASKS else "/nowhere"
        recipe = f'FROM {BASE}\nUSER 0:0\nCOPY fake-task /fake-task\nENTRYPOINT ["{program}", "{task}"]\n'
        (context / "Dockerfile").write_text(recipe)
        docker("build", "-q", "-t", f"catavento/{task}:{MARK}", str(context))
    for network in NETWORKS.values():
        docker("network", "create", "--internal", network)
    exports = tmp_path_factory.mktemp("exports")
    sources_of(exports).mkdir()
    sources_of(exports).chmod(0o777)
    (sources_of(exports) / "sources.yaml").write_text("sources: []\n")
    (exports / "demo").mkdir()
    (exports / "demo").chmod(0o777)
    yield exports
    ours = docker("ps", "-aq", "--filter", f"network={NETWORKS['data']}", "--filter", f"network={NETWORKS['sources']}")
    for left in {*ours.split(), *containers(run=MARK)}:
        docker("rm", "-f", left)
    docker("rmi", "-f", *(f"catavento/{task}:{MARK}" for task in (*TASKS, NOT_STARTABLE)))
    docker("network", "rm", *NETWORKS.values())


def sources_of(ground):
    return ground.parent / f"{ground.name}-sources"


@pytest.fixture(scope="module", params=["socket", "gate"])
def engine(request, ground):
    """Where the runner finds its engine; ``target`` is what a line to it leads to."""
    if request.param == "socket":
        yield SimpleNamespace(url=f"unix:/{SOCKET}", target=SOCKET)
        return
    if not Gate.is_built():
        pytest.skip("the engine gate is not built: ./catavento build makes it")
    gate = Gate(
        ground.parent / f"{MARK}.log",
        CATAVENTO_GATE_IMAGES=",".join(f"catavento/{task}:{MARK}" for task in (*TASKS, NOT_STARTABLE, NOT_BUILT)),
        CATAVENTO_GATE_BINDS=str(ground),
        CATAVENTO_GATE_SOURCES=str(sources_of(ground)),
        CATAVENTO_GATE_NETWORKS=",".join(NETWORKS.values()),
        CATAVENTO_GATE_INSTANCE=MARK,
    )
    yield SimpleNamespace(url="tcp://{}:{}".format(*gate.address), target=gate.address)
    gate.close()


@pytest.fixture(autouse=True)
def settings(monkeypatch, ground):
    for key, value in {
        "IMAGE_TAG": MARK,
        "DOCKER_NETWORK": NETWORKS["data"],
        "DOCKER_SOURCE_NETWORK": NETWORKS["sources"],
        "EXPORT_HOST_DIR": str(ground),
        "SOURCES": "/sources/sources.yaml",
        "SOURCES_HOST_DIR": str(sources_of(ground)),
        "SECRET_SCADA": "s3cret-of-scada",
        "EXPORT_DIR": "/exports",
        "STORE": "demo",
        "DB_URL": "jdbc:postgresql://postgis/catavento_demo",
        "DB_PASSWORD_LOAD": "s3cret-of-load",
        "DB_PASSWORD_EXTRACT": "s3cret-of-extract",
        "SIGEL_URL": "http://demo-source/layer",
    }.items():
        monkeypatch.setenv(f"CATAVENTO_{key}", value)


@pytest.fixture
def operator(engine):
    def make(*arguments, task="load-postgis", **more):
        defaults = {"deadline": timedelta(minutes=2), "grace": timedelta(seconds=2), "outlets": [CORE], "docker_url": engine.url}
        return DockerTaskOperator(task_id="a_task", java_task=task, arguments=arguments, **{**defaults, **more})

    return make


@pytest.fixture
def line(engine):
    line = Line(engine.target)
    yield line
    line.cut()


@pytest.fixture(autouse=True)
def nothing_is_left(ground):
    yield
    wait_for(lambda: containers(run=MARK) == [], seconds=10)


def run(**more):
    return Run(run_id=MARK, **more)


def meanwhile(action, sign="a line at ERROR"):
    """Does something to the run's container as soon as it has said its sign."""

    def wait():
        container = wait_for(lambda: containers("-q", run=MARK))[0]
        wait_for(lambda: sign in said_by(container))
        action(container)

    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    return thread


def retried(raised):
    return not isinstance(raised.value, (AirflowFailException, AirflowSkipException))


# --- What a task did, told to Airflow ---


def test_done_gives_the_report_to_xcom_and_to_the_asset_event(operator):
    its = run()
    report = operator().execute(its.context)
    assert report["outcome"] == "completed"
    assert its.xcom["return_value"] == its.events[CORE].extra == report


def test_day_run_id_and_force_reach_the_task(operator):
    report = operator().execute(run(day="2026-01-31", force=True).context)
    assert (report["task"], report["day"], report["run_id"], report["forced"]) == ("load-postgis", "2026-01-31", MARK, True)


def test_a_report_counts_though_the_program_says_more_afterwards(operator, capsys):
    assert operator("--last", "a late word").execute(run().context)["outcome"] == "completed"
    assert ("warning", "a late word") in entries(capsys.readouterr().out)


def test_nothing_to_do_is_skipped_with_its_reason(operator):
    its = run()
    with pytest.raises(AirflowSkipException, match="this day is done"):
        operator("--exit", "99").execute(its.context)
    assert its.xcom["return_value"]["outcome"] == "nothing-new"


@pytest.mark.parametrize("code", ["1", "2", "65"])
def test_what_a_retry_cannot_mend_fails_at_once(operator, code):
    its = run()
    with pytest.raises(AirflowFailException, match=f"ended with {code} .*it went wrong with {code} — look closer"):
        operator("--exit", code).execute(its.context)
    assert its.xcom["return_value"]["error"]["kind"] == "contract"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("75", "source or the store is unavailable"),
        ("125", "could not be started"),
        ("126", "cannot be executed"),
        ("127", "was not found"),
        ("7", "not a code of the contract"),
    ],
)
def test_everything_else_is_tried_again(operator, code, words):
    with pytest.raises(AirflowException, match=f"ended with {code} .*{words}") as raised:
        operator("--exit", code).execute(run().context)
    assert retried(raised)


@pytest.mark.parametrize(("name", "words"), [("KILL", r"ended with 137 \(killed"), ("TERM", r"ended with 75 .*stopped by SIGTERM")])
def test_a_kill_from_outside_is_named_and_tried_again(operator, name, words):
    meanwhile(lambda container: docker("kill", "-s", name, container))
    with pytest.raises(AirflowException, match=words) as raised:
        operator("--sleep", "60").execute(run().context)
    assert retried(raised)


def test_terminated_is_named(operator):
    with pytest.raises(AirflowException, match=r"ended with 143 \(terminated"):
        operator("--exit", "143", "--mute").execute(run().context)


def test_out_of_memory_is_said_with_the_limit(operator):
    with pytest.raises(AirflowException, match=r"ended with 137 .*it needed more than its 64 MB of memory") as raised:
        operator("--grow", memory_mb=64).execute(run().context)
    assert retried(raised)


# --- Its words ---


def test_each_line_keeps_its_level_and_a_stack_trace_stays_one_entry(operator, capsys):
    trace = json.dumps({"level": "ERROR", "message": "it broke", "stackTrace": "java.lang.Bug: x\n\tat a.B.c(B.java:1)\n"})
    operator("--say", "the JVM's own words", "--say", trace, "--long", "50000").execute(run().context)
    shown = capsys.readouterr().out
    logged = entries(shown)
    for level, text in [("info", "a line at INFO"), ("warning", "a line at WARN"), ("error", "a line at ERROR")]:
        assert (level, text) in logged
    assert ("warning", "the JVM's own words") in logged
    assert ("warning", "z" * 50_000) in logged
    assert re.search(r"\[error *\] it broke\njava.lang.Bug: x\n\tat a.B.c\(B.java:1\) +\[airflow", shown)


def test_a_failure_says_its_reason_at_level_error(operator, capsys):
    with pytest.raises(AirflowFailException):
        operator("--exit", "65").execute(run().context)
    level, text = entries(capsys.readouterr().out)[-1]
    assert (level, text.partition(": ")[2]) == ("error", "it went wrong with 65 — look closer")


def test_a_log_line_is_told_while_the_task_runs(operator, monkeypatch):
    """The task ends well before its minute is over only if its line is heard."""
    heard = threading.Event()
    runner = operator("--sleep", "60")
    monkeypatch.setattr(runner, "_log_line", lambda line: "ERROR" in line and heard.set())
    stopper = threading.Thread(target=lambda: heard.wait(60) and runner.on_kill(), daemon=True)
    stopper.start()
    began = time.monotonic()
    with pytest.raises(AirflowException):
        runner.execute(run().context)
    stopper.join()
    assert time.monotonic() - began < 40


# --- What it is and may do ---


def looks(operator, task):
    return operator("--look", task=task).execute(run().context)["outputs"]


def test_it_may_do_nothing_it_does_not_need(operator):
    seen = looks(operator, "load-postgis")
    assert seen["ids"] == [10001, 10001]
    assert (seen["capabilities"], seen["no_new_privileges"]) == ([""], "1")
    assert seen["writable"] == ["/tmp"]
    assert seen["executable_tmp"] is True


@pytest.mark.parametrize(
    ("task", "network", "exports"),
    [
        ("extract-sigel", "sources", False),
        ("downsample-telemetry", "sources", False),
        ("load-postgis", "data", False),
        ("export-tableau", "data", True),
    ],
)
def test_network_and_exports_are_by_verb(operator, task, network, exports):
    found = {}
    watcher = meanwhile(lambda container: found.update(json.loads(docker("inspect", container))[0]))
    seen = operator("--look", "--sleep", "1", task=task).execute(run().context)["outputs"]
    watcher.join(30)
    assert found["HostConfig"]["NetworkMode"] == NETWORKS[network]
    assert seen["exports"] is exports
    assert ("/exports" in seen["writable"]) is exports
    assert seen["settings"].get("CATAVENTO_EXPORT_DIR") == ("/exports" if exports else None)
    assert ("CATAVENTO_SIGEL_URL" in seen["settings"]) is (task == "extract-sigel")


def test_only_who_reads_a_source_sees_the_folder_of_sources_and_cannot_write_there(operator):
    seen = looks(operator, "downsample-telemetry")
    assert seen["sources"] is True
    assert seen["writable"] == ["/tmp"]
    assert seen["settings"]["CATAVENTO_SOURCES"] == "/sources/sources.yaml"
    assert "CATAVENTO_SOURCES_HOST_DIR" not in seen["settings"]
    assert seen["settings"]["CATAVENTO_SECRET_SCADA"] == "s3cret-of-scada"
    other = looks(operator, "load-postgis")
    assert other["sources"] is False
    assert not {"CATAVENTO_SOURCES", "CATAVENTO_SECRET_SCADA"} & other["settings"].keys()


def test_what_was_planned_reaches_the_container(operator):
    report = operator(planned=["--day", "2026-01-30"]).execute(run(day="2026-01-31").context)
    assert report["day"] == "2026-01-30"


def test_an_export_is_written_into_the_store_s_own_folder(operator, ground):
    operator("--leave", "kept", task="export-tableau").execute(run().context)
    assert (ground / "demo" / "kept").exists()


def test_limits_and_labels(operator):
    found = {}
    watcher = meanwhile(lambda container: found.update(json.loads(docker("inspect", container))[0]))
    operator("--sleep", "1", memory_mb=96, cpus=0.5).execute(run(try_number=3).context)
    watcher.join(30)
    host = found["HostConfig"]
    assert (host["Memory"], host["MemorySwap"], host["NanoCpus"]) == (96 << 20, 96 << 20, 500_000_000)
    assert (host["PidsLimit"], host["ReadonlyRootfs"], host["Privileged"]) == (256, True, False)
    labels = {key.removeprefix("dev.catavento."): value for key, value in found["Config"]["Labels"].items()}
    assert {key: labels[key] for key in ("dag", "task", "run", "try", "map-index")} == {
        "dag": "a_dag",
        "task": "a_task",
        "run": MARK,
        "try": "3",
        "map-index": "-1",
    }
    assert 0 < int(labels["deadline"]) - time.time() < 120


def test_no_password_of_another_task_is_seen(operator):
    assert operator().execute(run().context)["outputs"]["sees"] == ["CATAVENTO_DB_PASSWORD"]


def test_no_secret_is_in_the_log_nor_in_what_airflow_renders(operator, capsys):
    runner = operator("--exit", "1")
    with pytest.raises(AirflowFailException):
        runner.execute(run().context)
    shown = capsys.readouterr().out
    rendered = {field: getattr(runner, field, None) for field in runner.template_fields}
    assert "s3cret" not in shown
    assert "s3cret" not in json.dumps(rendered, default=str)


# --- Its time ---


@pytest.mark.parametrize(("deaf", "seconds"), [([], 20), (["--deaf"], 25)])
def test_late_is_said_as_late(operator, deaf, seconds):
    began = time.monotonic()
    with pytest.raises(AirflowException, match="did not end within 0:00:02") as raised:
        operator("--sleep", "60", *deaf, deadline=timedelta(seconds=2)).execute(run().context)
    assert retried(raised)
    assert time.monotonic() - began < seconds


@pytest.mark.parametrize("deaf", [[], ["--deaf"]])
def test_on_kill_the_container_is_gone_within_ten_seconds(operator, deaf):
    """As Airflow does it: in the handler of a signal, which comes while the log is read."""
    runner, gone = operator("--sleep", "60", *deaf), []

    def on_signal(*_):
        began = time.monotonic()
        runner.on_kill()
        gone.append(time.monotonic() - began if containers(run=MARK) == [] else None)

    before = signal.signal(signal.SIGUSR1, on_signal)
    try:
        meanwhile(lambda container: os.kill(os.getpid(), signal.SIGUSR1))
        with pytest.raises(AirflowException, match="was stopped and removed on Airflow's request"):
            runner.execute(run().context)
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert gone[0] < 10


def test_what_is_killed_before_it_began_never_begins(operator, capsys):
    runner = operator("--sleep", "60")
    runner.on_kill()
    with pytest.raises(AirflowException, match="on Airflow's request"):
        runner.execute(run().context)
    assert "a line at INFO" not in capsys.readouterr().out


# --- What others left ---


def abandoned(runner, its, *arguments):
    """A container of a try whose worker is gone."""
    labels = labels_of(its.context, runner.deadline)
    left = runner._create(DockerSettings.of(os.environ), [*arguments, "--sleep", "600"], labels)
    docker("start", left.id)
    return left.id


def test_an_earlier_try_s_container_is_stopped_first(operator, capsys):
    left = abandoned(operator(), run(try_number=1), "--deaf")
    operator().execute(run(try_number=2).context)
    assert not docker("ps", "-aq", "--no-trunc", "--filter", f"id={left}")
    logged = entries(capsys.readouterr().out)
    assert ("warning", "try 1 had left its container (running): it was stopped and removed") in logged


def test_orphans_are_swept_and_a_living_one_of_another_task_is_left(operator, capsys):
    other, orphan = run(), run()
    other.context["ti"].task_id = "another_task"
    orphan.context["ti"].task_id = "a_lost_task"
    living = abandoned(operator(), other)
    lost = abandoned(operator(deadline=timedelta(minutes=-3)), orphan)
    operator().execute(run().context)
    try:
        assert docker("ps", "-q", "--no-trunc", "--filter", f"id={living}") == living
        assert not docker("ps", "-aq", "--no-trunc", "--filter", f"id={lost}")
        swept = "a container of a_lost_task had outlived its deadline: it was stopped and removed"
        assert ("warning", swept) in entries(capsys.readouterr().out)
    finally:
        docker("rm", "-f", living)


def test_an_orphan_that_the_engine_cannot_remove_is_told_and_stops_nobody_else(operator, line, capsys):
    orphan = run()
    orphan.context["ti"].task_id = "a_lost_task"
    lost = abandoned(operator(deadline=timedelta(minutes=-3)), orphan)
    line.refuse(rf"DELETE /v[0-9.]+/containers/{lost}")
    try:
        assert operator(docker_url=line.url).execute(run().context)["outcome"] == "completed"
        told = [text for level, text in entries(capsys.readouterr().out) if level == "warning" and "a_lost_task" in text]
        assert told == [
            "a container of a_lost_task had outlived its deadline and could not be removed"
            f" (unable to remove filesystem: device or resource busy): see docker inspect {lost[:12]}"
        ]
    finally:
        docker("rm", "-f", lost)


def test_an_earlier_try_that_the_engine_cannot_remove_is_not_run_beside(operator, line):
    left = abandoned(operator(), run(try_number=1))
    line.refuse(rf"DELETE /v[0-9.]+/containers/{left}")
    try:
        with pytest.raises(AirflowException, match="the container engine refused: unable to remove filesystem") as raised:
            operator(docker_url=line.url).execute(run(try_number=2).context)
        assert retried(raised)
    finally:
        docker("rm", "-f", left)


# --- What is missing or away ---


def test_a_missing_image_is_one_clear_line_and_no_retry(operator, capsys):
    with pytest.raises(AirflowFailException):
        operator(task=NOT_BUILT).execute(run().context)
    said = [entry for entry in entries(capsys.readouterr().out) if entry[0] == "error"]
    assert said == [("error", f"the engine has no image catavento/{NOT_BUILT}:{MARK}: ./catavento build makes it")]


def test_a_missing_setting_is_one_clear_line_and_no_retry(operator, monkeypatch):
    monkeypatch.delenv("CATAVENTO_IMAGE_TAG")
    with pytest.raises(AirflowFailException, match="the docker runner needs CATAVENTO_IMAGE_TAG; ./catavento up sets them"):
        operator().execute(run().context)


def test_a_program_that_cannot_be_started_is_named(operator):
    with pytest.raises(AirflowException, match="the container engine refused: .*/nowhere.*no such file") as raised:
        operator(task=NOT_STARTABLE).execute(run().context)
    assert retried(raised)


def test_an_engine_that_is_down_is_one_clear_line_and_tried_again(operator, line, capsys):
    line.cut()
    with pytest.raises(AirflowException) as raised:
        operator(docker_url=line.url).execute(run().context)
    assert retried(raised)
    said = [entry for entry in entries(capsys.readouterr().out) if entry[0] == "error"]
    assert len(said) == 1
    assert re.fullmatch(rf"the container engine does not answer at {line.url} \(.*Connection refused\) — .*doctor.*", said[0][1])


@pytest.mark.parametrize(("count", "away"), [("60", 2), ("15", 4)], ids=["goes on", "ended meanwhile"])
def test_a_connection_lost_in_the_middle_loses_no_line(operator, line, capsys, count, away):
    def lose(_):
        line.cut()
        time.sleep(away)
        line.mend()

    meanwhile(lose, sign="line 5")
    report = operator("--count", count, docker_url=line.url).execute(run().context)
    assert report["outcome"] == "completed"
    numbers = [int(text.split()[1]) for _, text in entries(capsys.readouterr().out) if re.fullmatch(r"line \d+", text)]
    assert numbers == list(range(int(count)))


def test_an_engine_that_stays_away_is_tried_again_and_the_next_try_stops_the_container(operator, line, capsys):
    meanwhile(lambda container: line.cut(), sign="line 2")
    runner = operator("--count", "600", docker_url=line.url, patience=timedelta(seconds=1))
    with pytest.raises(AirflowException, match="the container engine does not answer") as raised:
        runner.execute(run().context)
    assert retried(raised)
    assert "the container could not be removed" in capsys.readouterr().out
    operator().execute(run(try_number=2).context)
    assert "try 1 had left its container (running)" in capsys.readouterr().out


def test_a_container_is_removed_also_when_the_engine_is_away_just_then(operator, line):
    runner = operator(docker_url=line.url)
    container = runner._create(DockerSettings.of(os.environ), [], labels_of(run().context, timedelta(minutes=2)))
    line.cut()
    threading.Timer(2, line.mend).start()
    container.remove_patiently()
    assert container.id not in docker("ps", "-aq", "--no-trunc").split()


def test_a_container_removed_by_hand_is_named_and_tried_again(operator):
    meanwhile(lambda container: docker("rm", "-f", container))
    with pytest.raises(AirflowException, match="load-postgis was stopped and removed by somebody else before") as raised:
        operator("--sleep", "60").execute(run().context)
    assert retried(raised)
