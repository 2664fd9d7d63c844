"""bench [NAME] [--own-cluster] [--quick] [--only PART,…]: measures, prints, keeps the figures as JSON."""

import argparse
import fcntl
import json
import signal
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from . import machine
from .benches import BENCHES, LONG
from .errors import CannotMeasure
from .places import HOME, RESULTS
from .result import Result
from .rounds import COUNTED, tell
from .table import show
from .workshop import Workshop

ALL = "all"
DONE, NOT_RUN, WRONG_USAGE = 0, 1, 2


def main(arguments: list[str]) -> int:
    asked = _asked(arguments)
    if asked.list:
        return _list()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        with _alone():
            return _measure(asked)
    except CannotMeasure as problem:
        return _not_run(problem)
    except KeyboardInterrupt:
        tell("")
        return 128 + signal.SIGINT


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = _Words(prog="bench", add_help=False)
    parser.add_argument("name", nargs="?", default=ALL)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--own-cluster", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", type=lambda words: words.split(","), default=[])
    asked = parser.parse_args(arguments)
    if asked.name not in (*BENCHES, ALL):
        parser.error(f"give one of {', '.join([*BENCHES, ALL])}; --own-cluster keeps off the clone's")
    parts = getattr(BENCHES.get(asked.name), "PARTS", {})
    if asked.quick and asked.name not in LONG:
        parser.error(f"--quick is for {' and '.join(LONG)}")
    if unknown := [part for part in asked.only if part not in parts]:
        known = f"{asked.name} has {', '.join(parts)}" if parts else "--only is for those that --list names parts of"
        parser.error(f"there is no part {unknown[0]}: {known}")
    return asked


class _Words(argparse.ArgumentParser):
    """One line on what is wrong."""

    def error(self, message: str):
        print(f"bench: {message}", file=sys.stderr)
        sys.exit(WRONG_USAGE)


def _list() -> int:
    for name, bench in BENCHES.items():
        print(f"{name:9} {bench.__doc__.splitlines()[0]}")
        if parts := getattr(bench, "PARTS", None):
            print(f"{'':9} Parts for --only: {', '.join(parts)}.")
    print(f"{'':9} With --quick {' and '.join(LONG)} measure less of the same.")
    print(f"{ALL:9} All but {' and '.join(LONG)}, about ten minutes; images and gate need a container engine.")
    return DONE


def _measure(asked: argparse.Namespace) -> int:
    begun = datetime.now(UTC)
    found: dict[str, list[Result]] = {}
    code = DONE
    with Workshop(asked.own_cluster, asked.quick, asked.only) as workshop:
        facts = machine.describe(workshop.java_home) | {"postgres": workshop.cluster.describe()}
        print(_headline(begun, facts), flush=True)
        names = [name for name in BENCHES if name not in LONG] if asked.name == ALL else [asked.name]
        for name in names:
            found[name] = []
            try:
                for result in BENCHES[name].measure(workshop):
                    print(show(result), flush=True)
                    found[name].append(result)
            except CannotMeasure as problem:
                tell("")
                code = _not_run(problem, name)
    _keep(asked.name, begun, facts, found)
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
