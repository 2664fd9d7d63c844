"""What a task's exit code means to Airflow: the contract between the tasks and their scheduler."""

from __future__ import annotations

from enum import Enum


class Verdict(Enum):
    """What Airflow does with a task that ended."""

    SUCCESS = "success"
    SKIP = "skipped"
    FAIL = "failed, a retry would not help"
    RETRY = "failed, to be tried again"


_CONTRACT = {
    0: (Verdict.SUCCESS, "done"),
    1: (Verdict.FAIL, "a bug or a wrong configuration"),
    2: (Verdict.FAIL, "wrong usage"),
    65: (Verdict.FAIL, "the source broke its contract, the publish gate refused, or stored data are damaged"),
    75: (Verdict.RETRY, "the source or the store is unavailable, or another run holds the lock"),
    99: (Verdict.SKIP, "nothing to do"),
    125: (Verdict.RETRY, "the task's container could not be started"),
    126: (Verdict.RETRY, "the task's command cannot be executed"),
    127: (Verdict.RETRY, "the task's command was not found"),
    137: (Verdict.RETRY, "killed, most often for lack of memory"),
    143: (Verdict.RETRY, "terminated from outside"),
}


def verdict(code: int) -> Verdict:
    """Unknown codes are retried."""
    return _CONTRACT.get(code, (Verdict.RETRY, ""))[0]


def meaning(code: int) -> str:
    """The code in words, for logs and for people."""
    return _CONTRACT.get(code, (Verdict.RETRY, "not a code of the contract"))[1]


def from_returncode(returncode: int) -> int:
    """A process that died of signal n counts as 128 + n, as a shell and a container engine say it."""
    return 128 - returncode if returncode < 0 else returncode
