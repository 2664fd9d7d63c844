"""The one line on a task's stdout: what it did, as facts."""

from __future__ import annotations

import json
from typing import Any


def parse_run_report(stdout: str) -> dict[str, Any] | None:
    """The last line of stdout as an object; none where the task died before it could report."""
    lines = stdout.strip().splitlines()
    if not lines:
        return None
    try:
        report = json.loads(lines[-1])
    except ValueError:
        return None
    return report if isinstance(report, dict) else None


def reason(report: dict[str, Any] | None) -> str:
    """Why a task failed or had nothing to do, in the task's own words; empty where it gave none."""
    report = report or {}
    error = report.get("error") or {}
    said = [error.get("message"), error.get("hint")] if error else [(report.get("outputs") or {}).get("reason")]
    return " — ".join(str(words) for words in said if words)
