"""Files of path-pattern sources: which have come or changed since they were last looked at, and the runs they ask for."""

from __future__ import annotations

import glob
import hashlib
import os
import re
import time
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from airflow.sdk import TriggerRule, Variable, get_current_context, task
from airflow.sdk.exceptions import AirflowFailException, AirflowSkipException

from pipeline.alerts import task_failed, task_succeeded
from pipeline.days import today
from pipeline.exit_codes import meaning
from pipeline.manual import manual_of
from pipeline.planning import MOST_PARTS, planned_sources
from pipeline.sources import Source, WrongSources

_QUICK = timedelta(minutes=4)
_VARIABLE = "catavento_files_seen"
#: A file that was written to just now may not be whole yet.
_SETTLED_SECONDS = 30
_DAY = "{day}"

#: Of one source: each day's file as it was seen, by its time of change and size.
Seen = dict[str, str]


def files_of(source: Source) -> Seen:
    """The whole days whose file lies there, settled, and how it is marked. Today's is not whole."""
    escaped = [re.escape(part) for part in source.path_pattern.split(_DAY)]
    # The first place gives the day, any other must say the same.
    named = re.compile(escaped[0] + r"(?P<day>\d{4}-\d\d-\d\d)" + "(?P=day)".join(escaped[1:]))
    found: Seen = {}
    for path in glob.iglob("*".join(glob.escape(part) for part in source.path_pattern.split(_DAY))):
        if (match := named.fullmatch(path)) and _is_past(match["day"]) and (state := _settled(path)):
            found[match["day"]] = f"{state.st_mtime_ns}-{state.st_size}"
    return found


def runs_for(source: Source, files: Seen, seen: Seen) -> list[dict[str, Any]]:
    """Runs of telemetry_daily for each stretch of days whose files are new or changed, of no more days than one run takes.

    The id of a run follows from its files.
    """
    most = MOST_PARTS // source.shards
    new = sorted(date.fromisoformat(day) for day, mark in files.items() if seen.get(day) != mark)
    stretches: list[list[date]] = []
    for day in new:
        if stretches and day - stretches[-1][-1] == timedelta(days=1) and len(stretches[-1]) < most:
            stretches[-1].append(day)
        else:
            stretches.append([day])
    return [
        {
            "trigger_run_id": f"arrived__{source.name}__{days[0]}__{days[-1]}__{_mark(days, files)}",
            "conf": {"source": source.name, "day": days[0].isoformat(), "last_day": days[-1].isoformat()},
        }
        for days in stretches
    ]


@task(
    task_id="look",
    doc_md=manual_of("look"),
    execution_timeout=_QUICK,
    retries=0,  # the next look comes by itself
    on_failure_callback=task_failed,
    on_success_callback=task_succeeded,
)
def look() -> list[dict[str, Any]]:
    """The runs to start. What a source had when it was first looked at is only remembered: a backfill does those days."""
    try:
        sources = [source for source in planned_sources() if source.path_pattern]
    except WrongSources as wrong:
        raise AirflowFailException(f"nothing was looked at (1, {meaning(1)}): {wrong}") from None
    before = _remembered()
    now = {source.name: files_of(source) for source in sources}
    known = [source for source in sources if source.name in before]
    runs = [run for source in known for run in runs_for(source, now[source.name], before[source.name])]
    if not runs:
        if now != before:
            Variable.set(_VARIABLE, now, serialize_json=True)
        raise AirflowSkipException("no file has come or changed" if sources else "no source of files by day is configured")
    get_current_context()["ti"].xcom_push("files", now)
    return runs


@task(
    task_id="remember",
    doc_md=manual_of("remember"),
    execution_timeout=_QUICK,
    # Also where each run was there already; not where nothing has come.
    trigger_rule=TriggerRule.NONE_FAILED_MIN_ONE_SUCCESS,
)
def remember() -> None:
    """Once the runs are started, their files are known."""
    Variable.set(_VARIABLE, get_current_context()["ti"].xcom_pull(task_ids="look", key="files"), serialize_json=True)


def start_what_arrived(dag_id: str) -> None:
    """Look, start a run of ``dag_id`` for what came, remember it."""
    from airflow.providers.standard.operators.trigger_dagrun import TriggerDagRunOperator

    runs = look()
    start = TriggerDagRunOperator.partial(
        task_id="start",
        doc_md=manual_of("start"),
        trigger_dag_id=dag_id,
        # A run of this id was started for these very files.
        skip_when_already_exists=True,
        execution_timeout=_QUICK,
        map_index_template="{{ task.conf.source }} {{ task.conf.day }}",
    ).expand_kwargs(runs)
    [runs, start] >> remember()


def _remembered() -> Mapping[str, Seen]:
    return Variable.get(_VARIABLE, default=None, deserialize_json=True) or {}


def _settled(path: str) -> os.stat_result | None:
    """The file's state; none while it is written to, or where it has gone since it was listed, as what a dangling link names."""
    try:
        state = os.stat(path)
    except FileNotFoundError:
        return None
    return state if time.time() - state.st_mtime >= _SETTLED_SECONDS else None


def _is_past(day: str) -> bool:
    try:
        return date.fromisoformat(day) < today()
    except ValueError:
        return False


def _mark(days: list[date], files: Seen) -> str:
    return hashlib.sha256(" ".join(files[day.isoformat()] for day in days).encode()).hexdigest()[:12]
