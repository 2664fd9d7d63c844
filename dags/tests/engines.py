"""A real engine for tests: its command line, the gate before it, and a line to it that can be cut."""

import contextlib
import os
import re
import selectors
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import waiting

PROJECT = Path(__file__).parents[2]
SOCKET = "/var/run/docker.sock"
_SAID = b'{"message":"unable to remove filesystem: device or resource busy"}'
_REFUSAL = (
    b"HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(_SAID), _SAID)
)


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


class SmallEngine:
    """A second engine with a small disk of its own, which can be filled; its containers have no network."""

    def __init__(self, mib: int = 48) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="catavento-engine-"))
        self._disk, self.socket = self._folder / "disk", f"{self._folder}/engine.sock"
        self._disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={mib}m", "none", self._disk], check=True)
        places = {"data-root": self._disk, "exec-root": self._folder / "run", "pidfile": self._folder / "pid", "host": f"unix://{self.socket}"}
        apart = ["--bridge=none", "--iptables=false", "--ip6tables=false", "--containerd-namespace=small"]
        with (self._folder / "log").open("w") as log:
            # In a network of its own: an engine without a bridge takes away the one it finds, which is the other engine's.
            command = ["unshare", "--net", "dockerd", *(f"--{name}={place}" for name, place in places.items()), *apart]
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            wait_for(lambda: self._process.poll() is not None or self._answers(), 60)
            assert self._process.poll() is None, (self._folder / "log").read_text()[-2000:]
        except AssertionError:
            self.close()
            raise

    @staticmethod
    def why_none():
        """Why there can be none here, or nothing."""
        if shutil.which("dockerd") is None:
            return "there is no dockerd here"
        if os.geteuid() != 0:
            return "only root may start an engine"
        tried = subprocess.run(["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, text=True)
        return f"nothing can be mounted here: {tried.stderr.strip()}" if tried.returncode else None

    def docker(self, *arguments):
        return docker("--host", f"unix://{self.socket}", *arguments)

    def make_image(self, name: str, program: Path) -> None:
        """An image of a few MB: a shell script with the shell, and what it is linked with."""
        shell = ["/bin/sh", "/bin/sleep"]
        linked = subprocess.run(["ldd", *shell], capture_output=True, text=True, check=True).stdout
        files = sorted({*shell, *re.findall(r"(?<=[\s])(/[^\s:]+)(?= \()", linked)})
        archive = self._folder / "image.tar"
        rename = f"--transform=s#^{program}$#program#"
        subprocess.run(["tar", "-chPf", archive, rename, *files, program], check=True)
        self.docker("import", "--change", 'ENTRYPOINT ["/program"]', str(archive), name)

    def fill(self) -> None:
        with contextlib.suppress(OSError), (self._disk / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(bytes(4096))

    def make_room(self) -> None:
        (self._disk / "filler").unlink()

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(60)
        subprocess.run(["umount", "--lazy", self._disk], check=True)
        shutil.rmtree(self._folder)

    def _answers(self):
        command = ["docker", "--host", f"unix://{self.socket}", "version"]
        return subprocess.run(command, capture_output=True).returncode == 0


class Line:
    """A line to an engine, which can be cut and mended: TCP on a free port, or a socket file, which stays when it is cut.

    It can also refuse what an engine refuses only when its machine is ill.
    """

    def __init__(self, target, path=None):
        self._target, self._path, self._port, self._listener = target, path, 0, None
        self._refused = None
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

    def lead_to(self, target):
        """What is connected stays as it is."""
        self._target = target

    def cut(self):
        self._up = False
        for end in (*self._ends, *([self._listener] if self._path is None else [])):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def refuse(self, what):
        """Answers requests that begin so in the engine's place, as one that cannot do it; all others reach the engine."""
        self._refused = what.encode()

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
                    if self._refused and key.fileobj is near and re.match(self._refused, data):
                        near.sendall(_REFUSAL)
                    elif data:
                        other[key.fileobj].sendall(data)
                    else:
                        ready.unregister(key.fileobj)
                        other[key.fileobj].shutdown(socket.SHUT_WR)
        near.close()
        far.close()
