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
    name, state = name_of(task), task["state"]
    if state in _SILENT:
        return None
    report = run_report(api, dag, run, task["task_id"], index_of(task)) if state not in ("running", "upstream_failed") else {}
    match state:
        case "running" if index_of(task) >= 0 and task["try_number"] <= 1:
            return None  # one of many: its end says enough
        case "running":
            return f"{name}: running" if task["try_number"] <= 1 else f"{name}: running, try {task['try_number']}"
        case "success":
            return f"{name}: done{_took(task)}{_counts(report)}"
        case "skipped":
            return f"{name}: nothing to do{_dash(_said(report))}"
        case "upstream_failed":
            return f"{name}: not run, because a task before it failed"
        case "up_for_retry":
            return f"{name}: failed, will be tried again{_dash(_said(report))}"
    return f"{name}: {state}{_dash(_said(report))}"


def failure(api: AirflowApi, dag: str, run: str, task: dict[str, Any], logs: str) -> str:
    """The reason in the task's words, else the last error of its log; and the log's place."""
    name, attempt, index = task["task_id"], task["try_number"], index_of(task)
    said = _said(run_report(api, dag, run, name, index)) or _last_error(api, dag, run, name, attempt, index) or "no reason was given"
    place = f"{name}/map_index={index}" if index >= 0 else name
    return f"{name_of(task)} failed: {said}\n  log: {logs}/dag_id={dag}/run_id={run}/task_id={place}/attempt={attempt}.log"


def why_nothing(api: AirflowApi, dag: str, run: str, task: dict[str, Any]) -> str:
    """Why a task that was skipped had nothing to do."""
    return _said(run_report(api, dag, run, task["task_id"], index_of(task))) or f"{task['task_id']} was skipped and left no reason"


def name_of(task: dict[str, Any]) -> str:
    """The task, and which of its mapped instances."""
    index = index_of(task)
    return task["task_id"] if index < 0 else f"{task['task_id']} [{task.get('rendered_map_index') or index}]"


def index_of(task: dict[str, Any]) -> int:
    """Which of the task's mapped instances it is; -1 where it is not mapped."""
    return task.get("map_index", -1)


def run_report(api: AirflowApi, dag: str, run: str, task: str, index: int = -1) -> dict[str, Any]:
    """The task's run report; empty where it left none."""
    entry = api.find(f"{_task_path(dag, run, task)}/xcomEntries/return_value", deserialize=True, map_index=index)
    value = (entry or {}).get("value")
    return value if isinstance(value, dict) else {}


def log_lines(api: AirflowApi, dag: str, run: str, task: str, attempt: int, index: int = -1) -> list[dict[str, Any]]:
    """The task's log as Airflow serves it: entries with ``level``, ``event`` and ``timestamp``."""
    content = api.get(f"{_task_path(dag, run, task)}/logs/{attempt}", full_content=True, map_index=index)["content"]
    return [line if isinstance(line, dict) else {"event": str(line)} for line in content]


def _task_path(dag: str, run: str, task: str) -> str:
    return f"{run_path(dag, run)}/taskInstances/{quote(task, safe='')}"


def _last_error(api: AirflowApi, dag: str, run: str, task: str, attempt: int, index: int) -> str:
    lines = log_lines(api, dag, run, task, attempt, index)
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
