"""A real engine for tests: its command line, the gate before it, and a line to it that can be cut."""

import contextlib
import os
import re
import selectors
import socket
import subprocess
import threading
import time
from pathlib import Path

import waiting

PROJECT = Path(__file__).parents[2]
SOCKET = "/var/run/docker.sock"


def docker(*arguments, stdin=None):
    """What the command wrote."""
    ended = subprocess.run(["docker", *arguments], input=stdin, capture_output=True, text=True, timeout=120)
    assert ended.returncode == 0, f"docker {' '.join(arguments)}: {ended.stderr}"
    return ended.stdout.strip()


def why_no_engine(*images):
    """Why tests with containers cannot run here, or nothing."""
    try:
        docker("version", "--format", "{{.Server.Version}}")
    except (OSError, AssertionError):
        return "no container engine answers"
    for image in images:
        if subprocess.run(["docker", "image", "inspect", image], capture_output=True).returncode:
            return f"the engine has no image {image}"
    return None


def containers(which="-aq", **labels):
    """Ids of containers with these labels of Catavento: all, or with -q those that run."""
    return docker("ps", which, *(f"--filter=label=dev.catavento.{key}={value}" for key, value in labels.items())).split()


def said_by(container):
    """Both streams of a container until now."""
    ended = subprocess.run(["docker", "logs", container], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60)
    return ended.stdout


def wait_for(condition, seconds=60):
    """What a container does takes less than what Airflow does."""
    return waiting.wait_for(condition, seconds)


class Gate:
    """The built engine gate as a process on a free port."""

    def __init__(self, log: Path, **settings):
        with log.open("w") as stderr:
            self._process = subprocess.Popen(
                [PROJECT / "infrastructure" / "local" / "task", "engine-gate"],
                env={**os.environ, "CATAVENTO_GATE_PORT": "0", **settings},
                stdout=subprocess.DEVNULL,
                stderr=stderr,
            )
        wait_for(lambda: "listens on" in log.read_text() or self._process.poll() is not None)
        listens = re.search(r"listens on 127\.0\.0\.1:(\d+)", log.read_text())
        assert listens, log.read_text()
        self.address = ("127.0.0.1", int(listens[1]))

    @staticmethod
    def is_built():
        return (PROJECT / "tasks/engine-gate/target/quarkus-app/quarkus-run.jar").exists()

    def close(self):
        self._process.terminate()
        self._process.wait(30)


class Line:
    """A line to an engine, which can be cut and mended: TCP on a free port, or a socket file, which stays when it is cut."""

    def __init__(self, target, path=None):
        self._target, self._path, self._port, self._listener = target, path, 0, None
        self.mend()

    @property
    def url(self):
        return f"tcp://127.0.0.1:{self._port}"

    def mend(self):
        self._up, self._ends = True, []
        if self._path is None:
            self._listen(socket.create_server(("127.0.0.1", self._port), backlog=64))
            self._port = self._listener.getsockname()[1]
        elif self._listener is None:
            listener = socket.socket(socket.AF_UNIX)
            listener.bind(str(self._path))
            listener.listen(64)
            self._listen(listener)

    def cut(self):
        self._up = False
        for end in (*self._ends, *([self._listener] if self._path is None else [])):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _listen(self, listener):
        self._listener = listener
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()

    def _accept(self, listener):
        with contextlib.suppress(OSError):
            while True:
                near, _ = listener.accept()
                if not self._up:
                    near.close()
                    continue
                far = socket.socket(socket.AF_UNIX if isinstance(self._target, str) else socket.AF_INET)
                far.connect(self._target)
                self._ends += [near, far]
                threading.Thread(target=self._carry, args=(near, far), daemon=True).start()

    def _carry(self, near, far):
        other = {near: far, far: near}
        with contextlib.suppress(OSError, ValueError), selectors.DefaultSelector() as ready:
            for end in other:
                ready.register(end, selectors.EVENT_READ)
            while ready.get_map():
                for key, _ in ready.select():
                    data = key.fileobj.recv(65536)
                    if data:
                        other[key.fileobj].sendall(data)
                    else:
                        ready.unregister(key.fileobj)
                        other[key.fileobj].shutdown(socket.SHUT_WR)
        near.close()
        far.close()
