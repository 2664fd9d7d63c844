"""Airflow's own word where the store cannot know of a failure: a task that did not start, died, or met no store.

What is in the ledger is told by ``watch-store``; of ``watch-store`` itself nobody else tells. An incident is open in an
Airflow variable until the task succeeds for its day or a later one, so it is told once, and its recovery once; a skipped
run is no recovery. A part that was planned, of which a run has several days side by side, is an incident by its day, and
only that day's success its recovery. What a way does not take is tried again for a moment, and at the task's next end: the
opening first.
"""

from __future__ import annotations

import logging
import os
import time
from datetime import UTC, datetime
from typing import Any

from airflow.sdk import Variable

from pipeline.alert_channels import Notice, NotTaken, channels
from pipeline.days import resolve_day

log = logging.getLogger(__name__)

_WATCHER = "watch-store"
#: A second and third attempt begin only so soon after the first; Airflow gives a task that has ended a minute
#: (AIRFLOW__CORE__TASK_SUCCESS_OVERTIME).
_AGAIN_WITHIN_SECONDS = 20
_PAUSES_SECONDS = (0.5, 2)


def task_failed(context: Any) -> None:
    """For ``on_failure_callback``, which Airflow calls when no try is left."""
    task, ways = context["task"], channels(os.environ)
    report = getattr(task, "report", None) or {}
    if not ways or (report.get("in_store") and _name(task) != _WATCHER):
        return
    name, day = _variable(context), _day(context)
    state = _state(name)
    if state is None or state["recovered"]:
        # What a way has not heard the end of goes on, for it; for the others it is another, under the same id.
        left = [way for way in state["told"] if way not in state["recovered"]] if state else []
        notice = {**_opened(context), **({"id": state["notice"]["id"]} if left else {})}
        state = {"notice": notice, "told": left, "recovered": [], "day": day}
    _keep(name, {**state, "day": max(day, state["day"])})
    _tell_opening(name, ways)


def task_succeeded(context: Any) -> None:
    """For ``on_success_callback``."""
    task, ways = context["task"], channels(os.environ)
    name = _variable(context)
    if not ways or _state(name) is None:
        return
    state = _tell_opening(name, ways)
    if _day(context) < state["day"]:
        return
    due = (set(state["told"]) - set(state["recovered"])) & set(ways)
    state["recovered"] += _tell(ways, _recovered(state["notice"], task), due)
    if set(ways) <= set(state["recovered"]):
        Variable.delete(name)
    else:
        _keep(name, state)


def _state(name: str) -> dict[str, Any] | None:
    """The open incident: its ``notice``, who was ``told`` and who of its recovery, and the newest ``day`` that failed."""
    state = Variable.get(name, default=None, deserialize_json=True)
    return state and {"recovered": [], "day": state["notice"]["day"], **state}


def _keep(name: str, state: dict[str, Any]) -> None:
    Variable.set(name, state, serialize_json=True)


def _tell_opening(name: str, ways: dict[str, Any]) -> dict[str, Any]:
    """To each way that has not heard of it yet; gives the incident as it then is."""
    state = _state(name)
    told = _tell(ways, state["notice"], set(ways) - set(state["told"]))
    if told:
        state["told"] += told
        _keep(name, state)
    return state


def _tell(ways: dict[str, Any], notice: Notice, names: set[str]) -> list[str]:
    """The ways by which it has arrived; the others are tried again when the task ends next."""
    told, left, until = [], sorted(names), time.monotonic() + _AGAIN_WITHIN_SECONDS
    for pause in (*_PAUSES_SECONDS, None):
        again = []
        for name in left:
            try:
                ways[name](notice)
                told.append(name)
            except NotTaken as failure:  # a broken alert must not hide the failure it tells of
                log.error("the alert was not taken by %s at %s", name, failure)
                if failure.again:
                    again.append(name)
        left = again
        if not left or pause is None or time.monotonic() + pause > until:
            break
        time.sleep(pause)
    return told


def _opened(context: Any) -> Notice:
    task, run, store = context["task"], context["dag_run"], os.environ.get("CATAVENTO_STORE") or "?"
    program, day, dataset = _name(task), _day(context), _dataset(task)
    about = ", ".join(filter(None, (program, dataset, *_part(context), *([] if _planned_day(context) else [day]))))
    why = str(context.get("exception") or "no reason was given")
    return {
        "version": 1,
        "event": "opened",
        "id": "/".join([store, "airflow", run.run_id, program, *_part(context)]),
        "key": _key(context),
        "kind": "task-failed",
        "store": store,
        "demo": store == "demo",
        "task": program,
        "dataset": dataset,
        "day": day,
        "run_id": run.run_id,
        "opened_at": _now(),
        "recovered_at": None,
        "title": {"pt": f"tarefa falhou ({about})", "en": f"task failed ({about})"},
        "reason": {
            "pt": f"{program} não começou, morreu ou não alcançou o banco; mensagem do programa: {why}",
            "en": f"{program} did not start, died, or did not reach the store: {why}",
        },
        "hint": {
            "pt": "veja a máquina, o motor de contêineres e o PostgreSQL (./catavento status); depois repita a tarefa",
            "en": "look at the machine, the container engine and PostgreSQL (./catavento status), then clear the task",
        },
        "recovery": None,
        "log_url": getattr(context["ti"], "log_url", None),
    }


def _recovered(opened: Notice, task: Any) -> Notice:
    title = opened["title"]
    return {
        **opened,
        "event": "recovered",
        "recovered_at": _now(),
        "title": {"pt": f"resolvido: {title['pt']}", "en": f"recovered: {title['en']}"},
        "recovery": {"pt": f"{_name(task)} voltou a ser concluída", "en": f"{_name(task)} completed again"},
    }


def _name(task: Any) -> str:
    """The program's; of a task without one its own."""
    return getattr(task, "java_task", None) or task.task_id


def _dataset(task: Any) -> str | None:
    return _after("--dataset", getattr(task, "arguments", ()))


def _part(context: Any) -> list[str]:
    """Source, shard and day of a mapped instance, whose number may be another's tomorrow; the number where it was not planned yet."""
    if planned := _planned(context):
        return [value for option in ("--source", "--shard", "--day") if (value := _after(option, planned)) and value != "1/1"]
    index = getattr(context["ti"], "map_index", -1)
    return [] if index is None or index < 0 else [str(index)]


def _planned(context: Any) -> list[str]:
    """The arguments that a task before this one planned for it."""
    planned = getattr(context["task"], "planned", ())
    return planned if isinstance(planned, list) else []


def _planned_day(context: Any) -> str | None:
    return _after("--day", _planned(context))


def _day(context: Any) -> str:
    return _planned_day(context) or resolve_day(context).isoformat()


def _after(option: str, arguments: Any) -> str | None:
    return arguments[arguments.index(option) + 1] if option in arguments else None


def _key(context: Any) -> str:
    task = context["task"]
    return "/".join(["task-failed", _name(task), _dataset(task) or "-", *_part(context)])


def _variable(context: Any) -> str:
    task = context["task"]
    return "_".join(filter(None, ["catavento_alert", _name(task), _dataset(task), *_part(context)])).replace("/", "-of-")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
