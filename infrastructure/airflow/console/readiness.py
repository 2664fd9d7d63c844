"""Waits until Airflow's services are at work, and gives it what it needs beyond its configuration."""

from __future__ import annotations

import time

from console.airflow_api import AirflowApi

_COMPONENTS = ("metadatabase", "scheduler", "dag_processor", "triggerer")
_POOLS = {
    "sigel": (1, "ANEEL's SIGEL serves everybody: one extraction at a time"),
    "telemetry": (4, "days of telemetry that are downsampled at once, of all sources together"),
}


def wait_until_ready(api: AirflowApi, dag: str, seconds: float) -> bool:
    """True once every component is healthy and ``dag`` can be triggered."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        health = api.health()
        if all((health.get(name) or {}).get("status") == "healthy" for name in _COMPONENTS):
            _make_pools(api)
            if _is_there(api, dag):
                return True
        time.sleep(0.5)
    return False


def what_is_missing(api: AirflowApi, dag: str) -> str:
    """In words, after waiting was in vain."""
    health = api.health()
    if not health:
        return "the API server does not answer"
    sick = [name for name in _COMPONENTS if (health.get(name) or {}).get("status") != "healthy"]
    if sick:
        return f"not healthy: {', '.join(sick)}"
    errors = api.get("/importErrors")["import_errors"]
    return "\n".join(error["stack_trace"] for error in errors) or f"there is no DAG {dag}"


def _make_pools(api: AirflowApi) -> None:
    for name, (slots, description) in _POOLS.items():
        if api.find(f"/pools/{name}") is None:
            api.post("/pools", {"name": name, "slots": slots, "description": description})


def _is_there(api: AirflowApi, dag: str) -> bool:
    found = api.find(f"/dags/{dag}")
    return found is not None and not found["is_stale"]
