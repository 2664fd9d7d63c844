"""Each line of a task at its own level."""

import json
import logging

import pytest

from pipeline.log_lines import parse_log_line


@pytest.mark.parametrize(
    ("level", "expected"),
    [("DEBUG", logging.DEBUG), ("INFO", logging.INFO), ("WARN", logging.WARNING), ("ERROR", logging.ERROR)],
)
def test_a_json_line_keeps_its_level(level, expected):
    assert parse_log_line(json.dumps({"level": level, "message": "m"})) == (expected, "m")


def test_a_stack_trace_stays_inside_its_entry():
    line = json.dumps({"level": "ERROR", "message": "m", "stackTrace": "java.lang.X: y\n\tat a.B.c(B.java:1)\n"})
    assert parse_log_line(line) == (logging.ERROR, "m\njava.lang.X: y\n\tat a.B.c(B.java:1)")


def test_an_exception_without_a_trace_is_named():
    thrown = {"exceptionType": "java.io.IOException", "message": "gone"}
    line = json.dumps({"level": "ERROR", "message": "m", "exception": thrown})
    assert parse_log_line(line).text == "m\njava.io.IOException: gone"


@pytest.mark.parametrize("line", ["Exception in thread", "[1, 2]", '{"no": "message"}', "{broken"])
def test_anything_else_is_a_warning_as_it_is(line):
    assert parse_log_line(line) == (logging.WARNING, line)
