"""What a task instance did, in words."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from console.airflow_api import AirflowApi, run_path

_SILENT = (None, "scheduled", "queued", "none", "restarting", "removed")
#: Airflow's own line over the traceback of what the task raised; the reason stands before it.
_TRACEBACK = "Task failed with exception"


def describe(api: AirflowApi, dag: str, run: str, task: dict[str, Any]) -> str | None:
    """One line for a state worth telling."""
    name, state = task["task_id"], task["state"]
    if state in _SILENT:
        return None
    match state:
        case "running":
            return f"{name}: running" if task["try_number"] <= 1 else f"{name}: running, try {task['try_number']}"
        case "success":
            return f"{name}: done{_took(task)}{_counts(run_report(api, dag, run, name))}"
        case "skipped":
            return f"{name}: nothing to do{_dash(_said(run_report(api, dag, run, name)))}"
        case "upstream_failed":
            return f"{name}: not run, because a task before it failed"
        case "up_for_retry":
            return f"{name}: failed, will be tried again{_dash(_said(run_report(api, dag, run, name)))}"
    return f"{name}: {state}{_dash(_said(run_report(api, dag, run, name)))}"


def failure(api: AirflowApi, dag: str, run: str, task: dict[str, Any], logs: str) -> str:
    """The reason in the task's words, else the last error of its log; and the log's place."""
    name, attempt = task["task_id"], task["try_number"]
    said = _said(run_report(api, dag, run, name)) or _last_error(api, dag, run, name, attempt) or "no reason was given"
    return f"{name} failed: {said}\n  log: {logs}/dag_id={dag}/run_id={run}/task_id={name}/attempt={attempt}.log"


def why_nothing(api: AirflowApi, dag: str, run: str, task: str) -> str:
    """Why a task that was skipped had nothing to do."""
    return _said(run_report(api, dag, run, task)) or f"{task} was skipped and left no reason"


def run_report(api: AirflowApi, dag: str, run: str, task: str) -> dict[str, Any]:
    """The task's run report; empty where it left none."""
    entry = api.find(f"{_task_path(dag, run, task)}/xcomEntries/return_value", deserialize=True)
    value = (entry or {}).get("value")
    return value if isinstance(value, dict) else {}


def log_lines(api: AirflowApi, dag: str, run: str, task: str, attempt: int) -> list[dict[str, Any]]:
    """The task's log as Airflow serves it: entries with ``level``, ``event`` and ``timestamp``."""
    content = api.get(f"{_task_path(dag, run, task)}/logs/{attempt}", full_content=True)["content"]
    return [line if isinstance(line, dict) else {"event": str(line)} for line in content]


def _task_path(dag: str, run: str, task: str) -> str:
    return f"{run_path(dag, run)}/taskInstances/{quote(task, safe='')}"


def _last_error(api: AirflowApi, dag: str, run: str, task: str, attempt: int) -> str:
    lines = log_lines(api, dag, run, task, attempt)
    errors = [line["event"] for line in lines if line.get("level") == "error" and line["event"] != _TRACEBACK]
    return errors[-1] if errors else ""


def _said(report: dict[str, Any]) -> str:
    error = report.get("error") or {}
    said = [error.get("message"), error.get("hint")] if error else [(report.get("outputs") or {}).get("reason")]
    return " — ".join(str(words) for words in said if words)


def _counts(report: dict[str, Any]) -> str:
    rows = report.get("rows") or {}
    words = [f"{count:,} {what}" for what, count in rows.items() if isinstance(count, int) and count]
    return _dash("rows: " + ", ".join(words) if words else "")


def _took(task: dict[str, Any]) -> str:
    return f" in {task['duration']:.1f} s" if task.get("duration") else ""


def _dash(text: str) -> str:
    return f" — {text}" if text else ""
