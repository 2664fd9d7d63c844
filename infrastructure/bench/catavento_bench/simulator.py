"""The stand-in source, started for a benchmark on a free port."""

import json
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from .errors import CannotMeasure
from .ground import plain_environment
from .places import HOME, LOGS, TASKS

DAY = "2026-01-01"
PAGE_ROWS = 1000
_LAYER = "/arcgis/rest/services/PORTAL/WFS/MapServer/0"
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Simulator:
    def __init__(self, port: int, latency_ms: int, copies: int):
        self.latency_ms, self.copies = latency_ms, copies
        self._base = f"http://127.0.0.1:{port}"
        self.rows = 0

    @property
    def address(self) -> str:
        return self._base

    def layer(self, day: str = DAY) -> str:
        return f"{self._base}/archive/{day}{_LAYER}"

    def page_urls(self) -> list[str]:
        query = "where=1%3D1&outFields=*&f=json&returnGeometry=true&orderByFields=OBJECTID"
        return [
            f"{self.layer()}/query?{query}&resultOffset={offset}&resultRecordCount={PAGE_ROWS}"
            for offset in range(0, self.rows, PAGE_ROWS)
        ]

    def get(self, url: str) -> dict:
        with _direct.open(url, timeout=60) as answer:
            return json.load(answer)

    def answers(self) -> bool:
        try:
            with _direct.open(f"{self._base}/health", timeout=2):
                return True
        except (urllib.error.URLError, OSError):
            return False

    def count(self) -> int:
        """Also makes the simulator build the day's fleet."""
        return self.get(f"{self.layer()}/query?where=1%3D1&returnCountOnly=true&f=json")["count"]


@contextmanager
def simulator(java_home: str, latency_ms: int = 0, copies: int = 1) -> Iterator[Simulator]:
    app = TASKS / "source-simulator" / "target" / "quarkus-app"
    if not (app / "quarkus-run.jar").exists():
        raise CannotMeasure("source-simulator is not built: ./catavento build makes it")
    port = _free_port()
    settings = {"HOST": "127.0.0.1", "PORT": port, "LATENCY_MS": latency_ms, "COPIES": copies}
    cache = [f"-XX:AOTCache={app / 'app.aot'}", "-Xlog:aot=off", "-Xlog:cds=off"] if (app / "app.aot").exists() else []
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"simulator-{latency_ms}ms-{copies}x.log"
    with open(log, "wb") as output:
        process = subprocess.Popen(
            # The last -Xmx counts: ten fleets need more than a task is given.
            [f"{java_home}/bin/java", f"@{HOME / 'infrastructure/local/java-options'}", "-Xmx2g", *cache,
             "-jar", app / "quarkus-run.jar"],
            env=plain_environment(**{f"CATAVENTO_SIMULATOR_{key}": str(value) for key, value in settings.items()}),
            stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
        )  # fmt: skip
    try:
        source = Simulator(port, latency_ms, copies)
        _await(source, process, log)
        source.rows = source.count()
        yield source
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _await(source: Simulator, process: subprocess.Popen, log) -> None:
    until = time.monotonic() + 60
    while not source.answers():
        if process.poll() is not None or time.monotonic() > until:
            raise CannotMeasure(f"the simulator did not start; see {log}")
        time.sleep(0.1)
