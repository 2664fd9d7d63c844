"""Runs a program to its end: its log lines as they come, its stdout as a whole, and no longer than it may."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class Ended(NamedTuple):
    """How a program ended; ``overdue`` when it was stopped because its time was up."""

    returncode: int
    stdout: str
    overdue: bool


class RunningProcess:
    """One program in a process group of its own, so that stopping it stops all of it."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        deadline_seconds: float,
        grace_seconds: float,
    ) -> None:
        self._grace_seconds = grace_seconds
        self._reading = False
        self._kill_at: float | None = None
        self._overdue = False
        self._process = subprocess.Popen(
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self._stop_at = time.monotonic() + deadline_seconds

    def follow(self, on_stderr_line: Callable[[str], None]) -> Ended:
        """Reads both streams until they end; ``on_stderr_line`` is called for each line as it comes."""
        stdout = bytearray()
        pending = bytearray()
        self._reading = True
        try:
            with selectors.DefaultSelector() as streams:
                streams.register(self._process.stdout, selectors.EVENT_READ)
                streams.register(self._process.stderr, selectors.EVENT_READ)
                while streams.get_map() and not self._abandoned():
                    for key, _ in streams.select(timeout=0.2):
                        chunk = os.read(key.fd, 65536)
                        if not chunk:
                            streams.unregister(key.fileobj)
                        elif key.fileobj is self._process.stdout:
                            stdout += chunk
                        else:
                            pending += chunk
                            *lines, rest = pending.split(b"\n")
                            pending = bytearray(rest)
                            _hand_on(lines, on_stderr_line)
                    self._keep_time()
            _hand_on([pending], on_stderr_line)
        finally:
            self._reading = False
        return Ended(self._wait(), stdout.decode(errors="replace"), self._overdue)

    def stop(self) -> None:
        """SIGTERM now, SIGKILL after the grace period; may be called from a signal handler while ``follow`` runs."""
        if self._kill_at is None:
            self._kill_at = time.monotonic() + self._grace_seconds
            self._signal(signal.SIGTERM)
        if not self._reading:
            self._wait()

    def _keep_time(self) -> None:
        now = time.monotonic()
        if now >= self._stop_at and self._kill_at is None:
            self._overdue = True
            self.stop()
        if self._kill_at is not None and now >= self._kill_at:
            self._signal(signal.SIGKILL)

    def _abandoned(self) -> bool:
        """Killed, yet somebody outside its group still holds the pipes: nothing more is expected from them."""
        return self._kill_at is not None and time.monotonic() > self._kill_at + 5 and self._process.poll() is not None

    def _wait(self) -> int:
        """The program may have closed its streams and still run: it has until its deadline, or its grace."""
        if self._kill_at is None:
            try:
                return self._process.wait(timeout=max(0.0, self._stop_at - time.monotonic()))
            except subprocess.TimeoutExpired:
                self._overdue = True
                self.stop()
        try:
            return self._process.wait(timeout=max(0.0, self._kill_at - time.monotonic()))
        except subprocess.TimeoutExpired:
            self._signal(signal.SIGKILL)
            return self._process.wait()

    def _signal(self, number: signal.Signals) -> None:
        try:
            os.killpg(self._process.pid, number)
        except ProcessLookupError:
            pass


def _hand_on(lines: Sequence[bytes | bytearray], on_line: Callable[[str], None]) -> None:
    for line in lines:
        text = line.decode(errors="replace").rstrip("\r")
        if text:
            on_line(text)
