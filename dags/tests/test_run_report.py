"""The one line on a task's stdout."""

import pytest

from pipeline.run_report import parse_run_report, reason


def test_the_last_line_is_the_report():
    assert parse_run_report('noise\n{"task": "t"}\n') == {"task": "t"}


@pytest.mark.parametrize("stdout", ["", "\n", "not json", "[1]"])
def test_a_task_that_died_left_none(stdout):
    assert parse_run_report(stdout) is None


def test_a_failure_gives_message_and_hint():
    assert reason({"error": {"kind": "k", "message": "what", "hint": "do this"}}) == "what — do this"


def test_nothing_to_do_gives_its_reason():
    assert reason({"error": None, "outputs": {"reason": "done already"}}) == "done already"


def test_no_report_gives_no_reason():
    assert reason(None) == ""
