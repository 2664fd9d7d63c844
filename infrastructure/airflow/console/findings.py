"""What the script's doctor asks Airflow: a line each, level, what, and what to do, separated by tabs."""

from __future__ import annotations

from datetime import UTC, datetime

from console.airflow_api import AirflowApi, AirflowError, each

_HEARTBEAT = "latest_{}_heartbeat"
_COMPONENTS = ("scheduler", "dag_processor", "triggerer")
_LOGS = "./catavento up starts it again where it is down"


def findings(api: AirflowApi) -> list[tuple[str, str, str]]:
    """Health first, which needs no password; then what only a signed-in user sees."""
    found = _health(api)
    try:
        errors = list(each(api, "/importErrors", "import_errors"))
    except AirflowError as refused:
        return [*found, ("FAIL", f"Airflow refuses admin's password: {refused}", "./catavento up gives admin the password of this installation")]
    found += [
        ("FAIL", f"{error['filename']} cannot be loaded: {error['stack_trace'].strip().splitlines()[-1]}", "mend the file; Airflow reads it again within seconds")
        for error in errors
    ]
    dags = api.get("/dags", limit=100)["dags"]
    found += [("warn", f"the DAG {dag['dag_id']} is paused", "unpause it in the UI when it is to run") for dag in dags if dag["is_paused"]]
    return found if errors else [*found, ("ok", f"Airflow lets admin in, and its {len(dags)} DAGs load", "")]


def _health(api: AirflowApi) -> list[tuple[str, str, str]]:
    health = api.health()
    if not health:
        return [("FAIL", "Airflow's API does not answer", "wait a minute, then ./catavento up")]
    found = []
    if health["metadatabase"]["status"] != "healthy":
        found.append(("FAIL", "Airflow does not reach its database", "./catavento up starts PostgreSQL"))
    for name in _COMPONENTS:
        if (health.get(name) or {}).get("status") != "healthy":
            found.append(("FAIL", f"Airflow's {name} {_beat(health.get(name) or {}, name)}", _LOGS))
    return found or [("ok", "Airflow's hearts beat: scheduler, DAG processor, triggerer", "")]


def _beat(component: dict, name: str) -> str:
    last = component.get(_HEARTBEAT.format(name))
    if not last:
        return "has shown no sign of life"
    return f"was last heard of {(datetime.now(UTC) - datetime.fromisoformat(last)).total_seconds():.0f} s ago"
