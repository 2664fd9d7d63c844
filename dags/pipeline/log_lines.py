"""Lines of a task's stderr, each with the level that the task gave it."""

from __future__ import annotations

import json
import logging
from typing import NamedTuple

_LEVELS = {
    "TRACE": logging.DEBUG,
    "DEBUG": logging.DEBUG,
    "FINE": logging.DEBUG,
    "INFO": logging.INFO,
    "WARN": logging.WARNING,
    "WARNING": logging.WARNING,
    "ERROR": logging.ERROR,
    "SEVERE": logging.ERROR,
    "FATAL": logging.CRITICAL,
}


class LogLine(NamedTuple):
    """One entry of the task log; a stack trace stays inside its entry."""

    level: int
    text: str


def parse_log_line(line: str) -> LogLine:
    """A JSON line keeps its own level; anything else (the JVM's own words, a crash) is a warning, as it is."""
    try:
        entry = json.loads(line)
    except ValueError:
        return LogLine(logging.WARNING, line)
    if not isinstance(entry, dict) or "message" not in entry:
        return LogLine(logging.WARNING, line)
    level = _LEVELS.get(str(entry.get("level", "")).upper(), logging.INFO)
    return LogLine(level, "\n".join(filter(None, (str(entry["message"]), _stack_trace(entry)))))


def _stack_trace(entry: dict) -> str:
    if entry.get("stackTrace"):
        return str(entry["stackTrace"]).rstrip()
    thrown = entry.get("exception")
    if isinstance(thrown, dict):
        inner = thrown.get("stackTrace") or thrown.get("frames")
        head = ": ".join(str(thrown[key]) for key in ("exceptionType", "message") if thrown.get(key))
        return f"{head}\n{inner}".strip() if isinstance(inner, str) else head
    return str(thrown) if thrown else ""
