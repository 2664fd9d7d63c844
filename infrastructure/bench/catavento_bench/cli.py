"""bench [NAME] [--own-cluster]: measures, prints, keeps the figures as JSON."""

import fcntl
import json
import signal
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from . import machine
from .benches import BENCHES
from .errors import CannotMeasure
from .places import HOME, RESULTS
from .result import Result
from .rounds import COUNTED, tell
from .table import show
from .workshop import Workshop

ALL = "all"
OWN_CLUSTER = "--own-cluster"
DONE, NOT_RUN, WRONG_USAGE = 0, 1, 2


def main(arguments: list[str]) -> int:
    if arguments == ["--list"]:
        return _list()
    names = [word for word in arguments if word != OWN_CLUSTER] or [ALL]
    name = names[0]
    if len(names) > 1 or name not in (*BENCHES, ALL):
        print(f"bench: give one of {', '.join([*BENCHES, ALL])}; {OWN_CLUSTER} keeps off the clone's", file=sys.stderr)
        return WRONG_USAGE
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        with _alone():
            return _measure(name, OWN_CLUSTER in arguments)
    except CannotMeasure as problem:
        return _not_run(problem)
    except KeyboardInterrupt:
        tell("")
        return 128 + signal.SIGINT


def _list() -> int:
    for name, bench in BENCHES.items():
        print(f"{name:8} {bench.__doc__.splitlines()[0]}")
    print(f"{ALL:8} All of them, about ten minutes; images and gate need a container engine.")
    return DONE


def _measure(asked: str, own_cluster: bool) -> int:
    begun = datetime.now(UTC)
    found: dict[str, list[Result]] = {}
    code = DONE
    with Workshop(own_cluster) as workshop:
        facts = machine.describe(workshop.java_home) | {"postgres": workshop.cluster.describe()}
        print(_headline(begun, facts))
        for name in list(BENCHES) if asked == ALL else [asked]:
            try:
                found[name] = BENCHES[name].measure(workshop)
            except CannotMeasure as problem:
                tell("")
                code = _not_run(problem, name)
                continue
            for result in found[name]:
                print(show(result), flush=True)
    _keep(asked, begun, facts, found)
    return code


def _headline(begun: datetime, facts: dict) -> str:
    postgres = facts["postgres"]
    lines = [
        f"Catavento bench, {begun:%Y-%m-%d %H:%M} UTC: {facts['cores']} cores ({facts['processor']}), "
        f"{facts['memory_gb']} GB; JDK {facts['jdk']}; PostgreSQL {postgres['server_version']}, "
        f"PostGIS {postgres['postgis']}, fsync {postgres['fsync']}",
        f"Medians of {COUNTED} after one warm-up, product and references in turn; process start included. "
        "Reaching a target is measured, not tested.",
    ]
    if facts["load_at_start"] > machine.QUIET_LOAD:
        lines.append(f"The machine is not quiet (load {facts['load_at_start']}): figures are worse than on a quiet one.")
    return "\n".join(lines) + "\n"


def _keep(asked: str, begun: datetime, facts: dict, found: dict[str, list[Result]]) -> None:
    content = {
        "begun_at": begun.isoformat(timespec="seconds"),
        "machine": facts,
        "benches": {name: [result.as_json() for result in results] for name, results in found.items()},
    }
    file = RESULTS / f"{begun:%Y%m%dT%H%M%SZ}-{asked}.json"
    file.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")
    print(f"All figures, each run's included: {file.relative_to(HOME)}")


def _not_run(problem: CannotMeasure, name: str = "") -> int:
    print(f"bench{' ' + name if name else ''}: {problem}", file=sys.stderr, flush=True)
    return NOT_RUN


@contextmanager
def _alone():
    """Two benchmarks at a time would measure each other."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    with open(Path(RESULTS, "lock"), "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotMeasure("another benchmark is running in this clone") from None
        yield
