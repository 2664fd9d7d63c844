"""A call through the engine gate beside the same call at the engine's socket."""

import http.client
import os
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager

from ..errors import CannotMeasure
from ..ground import plain_environment
from ..places import LOGS
from ..process import Sample
from ..result import Result, Row
from ..rounds import interleave
from ..tasks import LAUNCHER, check_built
from ..workshop import Workshop

SOCKET = os.environ.get("CATAVENTO_ENGINE_SOCKET", "/var/run/docker.sock")
CALLS = 200


def measure(workshop: Workshop) -> list[Result]:
    check_built("engine-gate")
    with _gate(workshop.java_home) as file:
        taken = interleave(
            "gate",
            {
                "socket": lambda: _calls(SOCKET),
                "gate": lambda: _calls(file),
            },
        )
    socket_row = Row("reference", f"{CALLS} × GET /version at the engine's socket", taken["socket"])
    gate_row = Row("Catavento", f"{CALLS} × GET /version through the gate", taken["gate"])
    cost = (gate_row.seconds - socket_row.seconds) / CALLS * 1000
    note = f"The gate costs {cost:.1f} ms a call; a task makes about eight."
    return [Result("gate — cost of a call", [socket_row, gate_row], [], [note])]


class _AtSocket(http.client.HTTPConnection):
    def __init__(self, file: str) -> None:
        super().__init__("localhost", timeout=10)
        self._file = file

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self._file)


def _calls(file: str) -> Sample:
    begun, busy = time.perf_counter(), time.process_time()
    for _ in range(CALLS):
        asked = _AtSocket(file)
        asked.request("GET", "/v1.41/version")
        answer = asked.getresponse()
        if answer.status != 200:
            raise CannotMeasure(f"the engine answered {answer.status}: {answer.read(200)!r}")
        answer.read()
        asked.close()
    return Sample(time.perf_counter() - begun, time.process_time() - busy)


@contextmanager
def _gate(java_home: str):
    """A gate at a socket file of its own, as in containers; it may start nothing."""
    LOGS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="catavento-gate-") as folder:
        file = f"{folder}/gate.sock"
        settings = plain_environment(
            JAVA_HOME=java_home, CATAVENTO_GATE_LISTEN=file, CATAVENTO_GATE_SOCKET=SOCKET, CATAVENTO_GATE_INSTANCE="bench"
        )
        with open(LOGS / "gate.log", "wb") as log:
            process = subprocess.Popen([LAUNCHER, "engine-gate"], env=settings, stdout=log, stderr=log)
        try:
            _await(process, file)
            yield file
        finally:
            process.terminate()
            process.wait(10)


def _await(process: subprocess.Popen, file: str) -> None:
    until = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < until:
        try:
            with socket.socket(socket.AF_UNIX) as gate:
                gate.connect(file)
                return
        except OSError:
            time.sleep(0.1)
    raise CannotMeasure(f"the gate did not start (log: {LOGS / 'gate.log'})")
