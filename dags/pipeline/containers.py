"""Containers of tasks on an engine: started, followed line by line, stopped in time, swept when nobody waits for them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, NamedTuple

import docker.errors
import requests
from docker import APIClient

LABEL = "dev.catavento."
#: A container that outlives its deadline by this has nobody left that waits for it.
_ORPHANED_AFTER = timedelta(minutes=2)
#: An engine, or the gate before it, that is started again is waited for this long.
_PATIENCE = timedelta(seconds=90)
_LOST = (requests.exceptions.RequestException, docker.errors.APIError, OSError)


class Ended(NamedTuple):
    """How a container ended; ``overdue`` when it was stopped because its time was up."""

    code: int
    stdout: str
    overdue: bool
    out_of_memory: bool


class TaskContainer:
    """One container, from its start to its removal."""

    def __init__(self, cli: APIClient, container_id: str, *, deadline: timedelta, grace: timedelta) -> None:
        self._cli = cli
        self.id = container_id
        self._grace = round(grace.total_seconds())
        self._stop_at = time.monotonic() + deadline.total_seconds()
        self._stopped = threading.Event()
        self._overdue = False

    def follow(self, on_stderr_line: Callable[[str], None]) -> Ended:
        """Starts it and hands on each line of stderr as it comes; a connection that breaks is made again."""
        self._cli.start(self.id)
        timer = threading.Timer(max(0.0, self._stop_at - time.monotonic()), self._run_out_of_time)
        timer.daemon = True
        timer.start()
        try:
            self._read_lines(on_stderr_line)
            code = self._code()
        finally:
            timer.cancel()
        state = self._patiently(lambda: self._cli.inspect_container(self.id))["State"]
        stdout = self._patiently(lambda: self._cli.logs(self.id, stdout=True, stderr=False, tail=1))
        return Ended(code, stdout.decode(errors="replace"), self._overdue, bool(state.get("OOMKilled")))

    def stop(self, grace: int | None = None) -> None:
        """SIGTERM now, SIGKILL after the grace period."""
        self._stopped.set()
        self._cli.stop(self.id, timeout=self._grace if grace is None else grace)

    def remove(self) -> None:
        try:
            self._cli.remove_container(self.id, force=True)
        except docker.errors.NotFound:
            pass

    def _read_lines(self, on_line: Callable[[str], None]) -> None:
        since: float | None = None
        while True:
            lines, began = _Lines(on_line), time.time()
            try:
                for chunk in self._patiently(lambda: self._follow_since(since)):
                    lines.feed(chunk)
                lines.end()
                if not self._patiently(lambda: self._cli.inspect_container(self.id))["State"]["Running"]:
                    return
            except _LOST as lost:
                lines.end()
                on_line(f"the log of the container broke off ({lost}); it goes on, the last second may be told twice")
            since = max(began, time.time() - 1)

    def _follow_since(self, since: float | None) -> Any:
        return self._cli.logs(self.id, stdout=False, stderr=True, stream=True, follow=True, since=since)

    def _code(self) -> int:
        return self._patiently(lambda: self._cli.wait(self.id))["StatusCode"]

    def _run_out_of_time(self) -> None:
        if not self._stopped.is_set():
            self._overdue = True
            try:
                self.stop()
            except _LOST:
                pass  # the engine is away, and a later try or the sweep stops it

    def _patiently(self, ask: Callable[[], Any]) -> Any:
        """What the engine answers, also when it, or the gate, is away for a moment."""
        until = time.monotonic() + _PATIENCE.total_seconds()
        while True:
            try:
                return ask()
            except docker.errors.NotFound:
                raise
            except _LOST:
                if time.monotonic() > until:
                    raise
                time.sleep(1)


class _Lines:
    """Whole lines out of chunks."""

    def __init__(self, on_line: Callable[[str], None]) -> None:
        self._on_line = on_line
        self._pending = b""

    def feed(self, chunk: bytes) -> None:
        *lines, self._pending = (self._pending + chunk).split(b"\n")
        for line in lines:
            self._say(line)

    def end(self) -> None:
        self._say(self._pending)
        self._pending = b""

    def _say(self, line: bytes) -> None:
        if text := line.decode(errors="replace").rstrip("\r"):
            self._on_line(text)


def stop_earlier_tries(cli: APIClient, labels: Mapping[str, str], tell: Callable[[str], None]) -> None:
    """Removes what earlier tries of the same task of the same run left: a task never runs beside itself."""
    same = {key: value for key, value in labels.items() if key in _IDENTITY}
    for found in cli.containers(all=True, filters={"label": [f"{key}={value}" for key, value in same.items()]}):
        _stop_and_remove(cli, found["Id"])
        tell(f"try {found['Labels'].get(LABEL + 'try', '?')} had left its container ({found['State']}): it was stopped and removed")


def sweep_orphans(cli: APIClient, tell: Callable[[str], None]) -> int:
    """Removes containers whose deadline is over: whoever started them is gone. Returns how many."""
    latest, swept = time.time() - _ORPHANED_AFTER.total_seconds(), 0
    for found in cli.containers(all=True, filters={"label": [LABEL + "deadline"]}):
        deadline = found["Labels"].get(LABEL + "deadline", "")
        if deadline.isdecimal() and int(deadline) < latest:
            _stop_and_remove(cli, found["Id"])
            tell(f"container of {found['Labels'].get(LABEL + 'task', '?')} outlived its deadline: stopped and removed")
            swept += 1
    return swept


_IDENTITY = frozenset(LABEL + key for key in ("dag", "task", "run", "map-index"))


def labels_of(context: Any, deadline: timedelta) -> dict[str, str]:
    """Whose container it is, and until when somebody waits for it."""
    instance = context["ti"]
    labels = {
        "dag": instance.dag_id,
        "task": instance.task_id,
        "run": context["dag_run"].run_id,
        "map-index": instance.map_index,
        "try": instance.try_number,
        "deadline": round(time.time() + deadline.total_seconds()),
    }
    return {LABEL + key: str(value) for key, value in labels.items()}


def _stop_and_remove(cli: APIClient, container_id: str) -> None:
    try:
        cli.stop(container_id, timeout=5)
        cli.remove_container(container_id, force=True)
    except docker.errors.NotFound:
        pass
