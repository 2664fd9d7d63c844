"""The docker runner, through the engine gate, on a real engine whose disk is full."""

from datetime import timedelta
from pathlib import Path

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException

from engines import Gate, SmallEngine
from pipeline.docker_operator import DockerTaskOperator
from runs import CORE, Run, entries

PROGRAM = Path(__file__).parent / "fixtures" / "small-task"
IMAGE = "catavento/load-postgis:small"

pytestmark = [
    pytest.mark.skipif(bool(SmallEngine.why_none()), reason=SmallEngine.why_none() or ""),
    pytest.mark.skipif(not Gate.is_built(), reason="the engine gate is not built: ./catavento build makes it"),
]


@pytest.fixture(scope="module")
def engine():
    engine = SmallEngine()
    try:
        engine.make_image(IMAGE, PROGRAM)
        yield engine
    finally:
        engine.close()


@pytest.fixture(scope="module")
def gate(engine, tmp_path_factory):
    gate = Gate(
        tmp_path_factory.mktemp("gate") / "log",
        CATAVENTO_GATE_SOCKET=engine.socket,
        CATAVENTO_GATE_IMAGES=IMAGE,
        CATAVENTO_GATE_INSTANCE="small",
    )
    yield gate
    gate.close()


@pytest.fixture
def operator(gate, monkeypatch):
    for key, value in {"IMAGE_TAG": "small", "DOCKER_NETWORK": "none", "STORE": "demo"}.items():
        monkeypatch.setenv(f"CATAVENTO_{key}", value)

    def make(*arguments):
        url = "tcp://{}:{}".format(*gate.address)
        return DockerTaskOperator(
            task_id="a_task", java_task="load-postgis", arguments=arguments, docker_url=url,
            deadline=timedelta(minutes=1), outlets=[CORE],
        )  # fmt: skip

    return make


def told(capsys, level):
    return [text for its, text in entries(capsys.readouterr().out) if its == level]


def assert_refused_in_one_line(raised, said):
    (line,) = said
    assert line.startswith("the disk of the container engine at tcp://") and "is full, so load-postgis was not started" in line
    assert "no space left on device" in line and "docker image prune; ./catavento doctor" in line
    assert not isinstance(raised.value, AirflowFailException), "it is tried again"


def test_a_container_that_cannot_be_created_is_one_line_and_tried_again(engine, operator, capsys):
    engine.fill()
    try:
        with pytest.raises(AirflowException) as raised:
            operator().execute(Run().context)
        assert_refused_in_one_line(raised, told(capsys, "error"))
        assert engine.docker("ps", "-aq") == ""
    finally:
        engine.make_room()
    assert operator().execute(Run(try_number=2).context)["outcome"] == "completed"
    assert engine.docker("ps", "-aq") == ""


def test_a_container_that_cannot_be_started_is_one_line_and_removed(engine, operator, capsys, monkeypatch):
    """The disk is full between the two calls."""
    runner = operator()
    create = runner._create

    def create_and_fill(*given):
        container = create(*given)
        engine.fill()
        return container

    monkeypatch.setattr(runner, "_create", create_and_fill)
    try:
        with pytest.raises(AirflowException) as raised:
            runner.execute(Run().context)
        assert_refused_in_one_line(raised, told(capsys, "error"))
        assert engine.docker("ps", "-aq") == ""
    finally:
        engine.make_room()
    assert operator().execute(Run(try_number=2).context)["outcome"] == "completed"


def test_a_disk_that_is_full_in_mid_task_costs_its_log_and_says_so(engine, operator, capsys, monkeypatch):
    """What the task did is done: its exit code counts."""
    runner = operator("--chatty")
    monkeypatch.setattr(runner, "_log_line", lambda line: "it begins" in line and engine.fill())
    try:
        assert runner.execute(Run().context) is None
        said = told(capsys, "warning")[-1]
        assert said.startswith("the engine has no run report of load-postgis, which ended with 0: the end of its log is lost")
        assert engine.docker("ps", "-aq") == ""
    finally:
        engine.make_room()
    assert operator("--chatty").execute(Run(try_number=2).context)["outcome"] == "completed"
