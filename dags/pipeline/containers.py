"""Containers of tasks on an engine: started, followed line by line, stopped in time and removed."""

from __future__ import annotations

import struct
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, NamedTuple, TypeVar

import docker.errors
import requests
import urllib3
from docker import APIClient

from pipeline.container_log import ContainerLog

#: An engine, or the gate before it, that is started again is waited for this long.
PATIENCE = timedelta(seconds=90)
#: The engine, or the gate before it, is away; what it refuses is no loss.
LOST = (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, OSError, struct.error)
#: How the engine refuses a container that is not there, or will not be in a moment.
_BEING_REMOVED = (404, 409)
#: A report is one line; more of stdout is of no use.
_STDOUT_BYTES = 1 << 20

T = TypeVar("T")


class Ended(NamedTuple):
    """How a container ended; ``overdue`` when it was stopped because its time was up."""

    code: int
    stdout: str
    overdue: bool
    out_of_memory: bool


class ContainerGone(Exception):
    """Somebody else removed the container before it had ended, or before its end was read."""


class TaskContainer:
    """One container, from its start to its removal."""

    def __init__(
        self, cli: APIClient, container_id: str, *, deadline: timedelta, grace: timedelta, patience: timedelta
    ) -> None:
        self._cli = cli
        self.id = container_id
        self._grace = round(grace.total_seconds())
        self._patience = patience.total_seconds()
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
            stdout = self._patiently(self._stdout)
            state = self._state()
        except docker.errors.APIError as refused:
            if refused.status_code in _BEING_REMOVED:
                raise ContainerGone from refused
            raise
        finally:
            timer.cancel()
        return Ended(state["ExitCode"], stdout.decode(errors="replace"), self._overdue, bool(state.get("OOMKilled")))

    def stop(self, grace_seconds: int | None = None) -> None:
        """SIGTERM now, SIGKILL after the grace period."""
        self._stopped.set()
        self._cli.stop(self.id, timeout=self._grace if grace_seconds is None else grace_seconds)

    def remove(self) -> None:
        """Removes it, running or not; one that is removed already is no error."""
        remove(self._cli, self.id)

    def remove_patiently(self) -> None:
        """As ``remove``, also when the engine, or the gate, is away for a moment."""
        self._patiently(self.remove)

    def _read_lines(self, on_line: Callable[[str], None]) -> None:
        log = ContainerLog(on_line)
        while True:
            self._read(log)
            if not self._runs():
                break
            on_line("the connection to the container's log broke off; the log goes on where it stopped")
        # A connection that breaks looks like the log's end: only after the container's end is all of it there.
        self._read(log)
        log.end()

    def _read(self, log: ContainerLog) -> None:
        pieces = self._patiently(self._follow_stderr)
        try:
            log.feed(pieces)
        except LOST:
            pass  # whether it goes on is asked next

    def _follow_stderr(self) -> Iterator[bytes]:
        return self._cli.logs(self.id, stdout=False, stderr=True, stream=True, follow=True, timestamps=True)

    def _stdout(self) -> bytes:
        """All of it: the last line of a log would be the last of both streams."""
        return self._cli.logs(self.id, stdout=True, stderr=False)[-_STDOUT_BYTES:]

    def _runs(self) -> bool:
        """The log ends a moment before the container does."""
        until = time.monotonic() + 1
        while self._state()["Running"]:
            if time.monotonic() > until:
                return True
            time.sleep(0.05)
        return False

    def _state(self) -> dict[str, Any]:
        return self._patiently(lambda: self._cli.inspect_container(self.id))["State"]

    def _run_out_of_time(self) -> None:
        if not self._stopped.is_set():
            self._overdue = True
            try:
                self._patiently(self.stop)
            except (*LOST, docker.errors.APIError):
                pass  # it ended just now; or the engine is away, and a later try or the sweep stops it

    def _patiently(self, ask: Callable[[], T]) -> T:
        """What the engine answers, also when it, or the gate, is away for a moment."""
        until = time.monotonic() + self._patience
        while True:
            try:
                return ask()
            except LOST as lost:
                if time.monotonic() > until or is_refusal(lost):
                    raise
                time.sleep(0.5)


def is_refusal(error: BaseException) -> bool:
    """True for what the engine, or its gate, answered and would answer again."""
    return isinstance(error, docker.errors.APIError) and not error.is_server_error()


def remove(cli: APIClient, container_id: str) -> None:
    try:
        cli.remove_container(container_id, force=True, v=True)
    except docker.errors.APIError as refused:
        if refused.status_code not in _BEING_REMOVED:
            raise
