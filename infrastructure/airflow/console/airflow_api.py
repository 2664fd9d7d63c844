"""Airflow's REST API, as much of it as the script needs."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx


#: Airflow gives no more at once, whatever is asked.
_PAGE = 100
#: The password of admin where no file tells it: in the API server's container.
_PASSWORD = "CATAVENTO_AIRFLOW_ADMIN_PASSWORD"


class AirflowError(Exception):
    """Airflow refused a request; the text is its own reason."""


class AirflowAway(AirflowError):
    """Airflow itself fails, most often since its database went away; the text is short."""


class AirflowApi:
    """A signed-in user's view of one Airflow."""

    def __init__(self, url: str, passwords: Path | None, user: str = "admin") -> None:
        self._client = httpx.Client(base_url=url, timeout=120, trust_env=False)
        self._passwords = passwords
        self._user = user

    def health(self) -> dict[str, Any]:
        """Health by component; empty where nobody answers."""
        try:
            return self._client.get("/api/v2/monitor/health", timeout=10).json()
        except (httpx.HTTPError, ValueError):
            return {}

    def get(self, path: str, **params: Any) -> Any:
        return self._request("GET", path, params=params)

    def post(self, path: str, body: dict[str, Any]) -> Any:
        return self._request("POST", path, json=body)

    def patch(self, path: str, body: dict[str, Any]) -> Any:
        return self._request("PATCH", path, json=body)

    def find(self, path: str, **params: Any) -> Any | None:
        """What ``get`` gives, or none where there is no such thing."""
        answer = self._send("GET", path, params=params)
        return None if answer.status_code == 404 else self._body(answer)

    def _request(self, method: str, path: str, **parts: Any) -> Any:
        return self._body(self._send(method, path, **parts))

    def _send(self, method: str, path: str, **parts: Any) -> httpx.Response:
        if "Authorization" not in self._client.headers:
            self._sign_in()
        for attempt in range(5):
            try:
                answer = self._client.request(method, f"/api/v2{path}", **parts)
            except httpx.TransportError:
                if method != "GET" or attempt == 4:
                    raise
                time.sleep(1)
                continue
            if answer.status_code != 401:
                return answer
            self._sign_in()
        return answer

    def _sign_in(self) -> None:
        password = json.loads(self._passwords.read_text())[self._user] if self._passwords else os.environ[_PASSWORD]
        answer = self._client.post("/auth/token", json={"username": self._user, "password": password})
        self._client.headers["Authorization"] = f"Bearer {self._body(answer)['access_token']}"

    @staticmethod
    def _body(answer: httpx.Response) -> Any:
        if answer.is_success:
            return answer.json() if answer.content else None
        if answer.status_code >= 500:
            raise AirflowAway(f"HTTP {answer.status_code}")
        try:
            detail = answer.json().get("detail", answer.text)
        except ValueError:
            detail = answer.text
        raise AirflowError(detail if isinstance(detail, str) else json.dumps(detail))


def each(api: AirflowApi, path: str, entries: str, **params: Any) -> Iterator[dict[str, Any]]:
    """Every entry of a list that Airflow gives in pages."""
    given = 0
    while True:
        page = api.get(path, limit=_PAGE, offset=given, **params)
        yield from page[entries]
        given += len(page[entries])
        if not page[entries] or given >= page["total_entries"]:
            return


def run_path(dag: str, run: str) -> str:
    return f"/dags/{quote(dag, safe='')}/dagRuns/{quote(run, safe='')}"
