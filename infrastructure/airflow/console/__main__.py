"""The script's words to Airflow: ready, run, idle, backfill, last-runs, findings, log."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

import httpx

from console import backfills, readiness, runs, tasklogs
from console.airflow_api import AirflowApi, AirflowAway, AirflowError
from console.findings import findings
from console.outcomes import index_of, log_lines, name_of, run_report


def main() -> int:
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    arguments = _arguments()
    api = AirflowApi(arguments.url, arguments.passwords)
    try:
        return arguments.act(api, arguments)
    except AirflowAway as lost:
        print(f"Airflow answers with errors only ({lost}); what was asked of it may still go on", file=sys.stderr)
        return 75
    except AirflowError as refused:
        print(f"Airflow refused: {refused}", file=sys.stderr)
        return 1
    except httpx.TransportError as lost:
        print(f"Airflow does not answer any more ({lost}); what was asked of it may still go on", file=sys.stderr)
        return 75
    except KeyboardInterrupt:
        print("\nnot waited for any longer; what was started goes on in Airflow: ./catavento status tells how it stands", file=sys.stderr)
        return 130


def _ready(api: AirflowApi, given: argparse.Namespace) -> int:
    if readiness.wait_until_ready(api, given.dag, given.seconds):
        return 0
    print(f"Airflow is not ready after {given.seconds} s: {readiness.what_is_missing(api, given.dag)}", file=sys.stderr)
    return 1


def _run(api: AirflowApi, given: argparse.Namespace) -> int:
    runs.finish_earlier(api, given.dag, _tell)
    conf = {"day": given.day, **({"last_day": given.last_day} if given.last_day else {}), **({"force": True} if given.force else {})}
    run = runs.trigger(api, given.dag, conf, given.note)
    days = f"{given.day} to {given.last_day}" if given.last_day else given.day
    _tell(f"triggered {given.dag} for {days} ({run})")
    if runs.follow(api, given.dag, run, _tell) == "success":
        if why := runs.nothing_done(api, given.dag, run):
            _tell(f"nothing new for {days}: {why}")
        return 0
    print("\n" + "\n".join(runs.failures(api, given.dag, run, given.logs)), file=sys.stderr)
    return 1


def _idle(api: AirflowApi, given: argparse.Namespace) -> int:
    runs.finish_earlier(api, given.dag, _tell)
    return 0


def _backfill(api: AirflowApi, given: argparse.Namespace) -> int:
    backfills.wait_for_earlier(api, given.dag, _tell)
    number = backfills.create(api, given.dag, given.first, given.last)
    states = backfills.follow_all(api, given.dag, number, given.first, given.last, _tell)
    print()
    for day, run in backfills.days(api, given.dag, given.first, given.last):
        if why := runs.nothing_done(api, given.dag, run["dag_run_id"]):
            print(f"{day}  nothing   {why}")
            continue
        steps = ", ".join(f"{name_of(task)} {task['state']}" for task in runs.tasks(api, given.dag, run["dag_run_id"]))
        print(f"{day}  {run['state']:8}  {steps}")
        for reason in runs.failures(api, given.dag, run["dag_run_id"], given.logs):
            print(f"  {reason}", file=sys.stderr)
    if without := backfills.missing(states, given.first, given.last):
        print(f"Airflow made no run of {', '.join(map(str, without))}", file=sys.stderr)
    return 1 if without or set(states.values()) != {"success"} else 0


def _last_runs(api: AirflowApi, given: argparse.Namespace) -> int:
    for dag in api.get("/dags")["dags"]:
        found = api.get(f"/dags/{dag['dag_id']}/dagRuns", order_by="-start_date", limit=1)["dag_runs"]
        run = f"{found[0]['state']}, day {backfills.day_of(found[0])}, {found[0]['dag_run_id']}" if found else "never ran"
        print(f"{dag['dag_id']}: {run}; next at {_in_brasilia(dag['next_dagrun_run_after'])}")
    return 0


def _in_brasilia(moment: str | None) -> str:
    return f"{datetime.fromisoformat(moment).astimezone(backfills.BRASILIA):%Y-%m-%d %H:%M} in Brasília" if moment else "no time"


def _timings(api: AirflowApi, given: argparse.Namespace) -> int:
    run = api.get(f"/dags/{given.dag}/dagRuns", order_by="-start_date", limit=1)["dag_runs"][0]
    tasks = [
        {
            "task": task["task_id"],
            "state": task["state"],
            "seconds": task["duration"],
            "own_seconds": (run_report(api, given.dag, run["dag_run_id"], task["task_id"], index_of(task)) or {}).get("duration_ms", 0) / 1000,
        }
        for task in runs.tasks(api, given.dag, run["dag_run_id"])
    ]
    whole = datetime.fromisoformat(run["end_date"]) - datetime.fromisoformat(run["queued_at"])
    print(json.dumps({"state": run["state"], "seconds": whole.total_seconds(), "tasks": tasks}))
    return 0


def _log(api: AirflowApi, given: argparse.Namespace) -> int:
    known = tasklogs.tasks_by_dag(api)
    dags = [dag for dag, tasks in known.items() if given.task in tasks]
    if not dags:
        near = get_close_matches(given.task, sorted(set().union(*known.values())), n=1)
        print(f"no DAG has a task {given.task}{f'; did you mean {near[0]}?' if near else ''}", file=sys.stderr)
        return 2
    if (found := tasklogs.newest(api, dags, given.task, given.day)) is None:
        print(f"no run of {given.task}{' for ' + given.day if given.day else ''} was found", file=sys.stderr)
        return 1
    run, task = found
    print(f"# {name_of(task)} of {run['dag_id']}, {run['dag_run_id']}, try {task['try_number']}: {task['state']}")
    for line in log_lines(api, run["dag_id"], run["dag_run_id"], given.task, task["try_number"], index_of(task)):
        print(f"{line.get('timestamp') or '':27.27}  {line.get('level') or '':8} {line['event']}")
    return 0


def _findings(api: AirflowApi, given: argparse.Namespace) -> int:
    for line in findings(api):
        print("\t".join(line).replace("\n", " "))
    return 0


def _tell(words: str) -> None:
    print(f"{datetime.now():%H:%M:%S}  {words}", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="console", description=__doc__)
    parser.add_argument("--url", required=True)
    parser.add_argument("--passwords", type=Path, help="JSON file, password by user; else admin's is in the environment")
    parser.add_argument("--logs", required=True, help="folder of the task logs")
    words = parser.add_subparsers(required=True)

    ready = words.add_parser("ready")
    ready.add_argument("dag")
    ready.add_argument("--seconds", type=float, default=300)
    ready.set_defaults(act=_ready)

    run = words.add_parser("run")
    run.add_argument("dag")
    run.add_argument("--day", required=True)
    run.add_argument("--last-day")
    run.add_argument("--force", action="store_true")
    run.add_argument("--note", default="")
    run.set_defaults(act=_run)

    idle = words.add_parser("idle")
    idle.add_argument("dag")
    idle.set_defaults(act=_idle)

    backfill = words.add_parser("backfill")
    backfill.add_argument("dag")
    backfill.add_argument("first", type=date.fromisoformat)
    backfill.add_argument("last", type=date.fromisoformat)
    backfill.set_defaults(act=_backfill)

    timings = words.add_parser("timings")
    timings.add_argument("dag")
    timings.set_defaults(act=_timings)

    words.add_parser("last-runs").set_defaults(act=_last_runs)

    words.add_parser("findings").set_defaults(act=_findings)

    log = words.add_parser("log")
    log.add_argument("task")
    log.add_argument("--day")
    log.set_defaults(act=_log)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
