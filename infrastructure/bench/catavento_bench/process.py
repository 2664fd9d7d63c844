"""Runs a program once and says what it took, measured from outside: wall time, CPU time, peak resident memory."""

import os
import signal
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from .errors import CannotMeasure
from .places import LOGS

LONGEST_RUN_SECONDS = 300
KIB = 1024


@dataclass(frozen=True)
class Sample:
    """One run: from just before the process starts until it has ended; None is what was not measured."""

    seconds: float
    cpu_seconds: float | None = None
    peak_bytes: int | None = None

    @staticmethod
    def together(seconds: float, parts: "list[Sample]") -> "Sample":
        """Several processes one after another, as one."""
        return Sample(seconds, sum(p.cpu_seconds for p in parts), max(p.peak_bytes for p in parts))


@dataclass(frozen=True)
class Run:
    sample: Sample
    exit_code: int
    output: str
    log: Path

    def last_words(self) -> str:
        lines = [line for line in self.log.read_text(errors="replace").splitlines() if line.strip()]
        return lines[-1][:300] if lines else "it wrote nothing"


def run(
    name: str,
    command: list,
    environment: dict[str, str],
    stdin: Path | None = None,
    longest: int = LONGEST_RUN_SECONDS,
) -> Run:
    """Runs to the end, for `longest` seconds at most; its stderr is kept as the log of that name."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log, output = LOGS / f"{name}.log", LOGS / f"{name}.out"
    with open(stdin or os.devnull, "rb") as given, open(output, "wb") as out, open(log, "wb") as err:
        begun = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in command],
            env=environment,
            stdin=given,
            stdout=out,
            stderr=err,
            start_new_session=True,
        )
        sample, code = _await(process, begun, longest)
    return Run(sample, code, output.read_text(errors="replace"), log)


def succeed(
    name: str,
    command: list,
    environment: dict[str, str],
    stdin: Path | None = None,
    longest: int = LONGEST_RUN_SECONDS,
) -> Run:
    """As `run`, for a program that must end with 0."""
    done = run(name, command, environment, stdin, longest)
    if done.exit_code != 0:
        raise CannotMeasure(f"{name} ended with {done.exit_code}: {done.last_words()} (log: {done.log})")
    return done


def _await(process: subprocess.Popen, begun: float, longest: int) -> tuple[Sample, int]:
    watchdog = threading.Timer(longest, _kill, [process])
    watchdog.daemon = True
    watchdog.start()
    try:
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if seconds >= longest:
            raise CannotMeasure(f"{Path(process.args[0]).name} was still running after {longest} s")
    except BaseException:
        _kill(process)
        raise
    finally:
        watchdog.cancel()
    return Sample(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * KIB), process.returncode


def _kill(process: subprocess.Popen) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
