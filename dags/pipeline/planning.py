"""Which parts of which days a run of telemetry works on."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pipeline.askers import is_scheduled
from pipeline.days import resolve_day, today
from pipeline.run_conf import unknown_parameters
from pipeline.sources import Source, read_sources

#: A scheduled run looks at so many days again: what came late is found by its content.
LOOK_BACK_DAYS = 3
#: As many as one run maps (AIRFLOW__CORE__MAX_MAP_LENGTH).
MOST_PARTS = 1024

#: The arguments of one part: --source S --day D --shard I/N.
Part = list[str]


class WrongPlan(ValueError):
    """Says in one line what of the run's parameters cannot be."""


def parts_of(context: Mapping[str, Any], sources: list[Source]) -> list[Part]:
    """The parts of a run, day by day. Raises ``WrongPlan``."""
    if unknown := unknown_parameters(context):
        raise WrongPlan(unknown)
    wanted = _chosen(sources, (context.get("params") or {}).get("source"))
    parts = [part for day in days_of(context) for source in wanted for part in _shards(source, day)]
    if len(parts) > MOST_PARTS:
        raise WrongPlan(f"{len(parts)} parts (days × sources × shards) are more than the {MOST_PARTS} of one run: give fewer days")
    return parts


def days_of(context: Mapping[str, Any]) -> list[date]:
    """The days of a run: of a scheduled one the last three, of any other exactly those that were asked for."""
    first = last = resolve_day(context)
    if is_scheduled(context):
        first = last - timedelta(days=LOOK_BACK_DAYS - 1)
    elif until := (context.get("params") or {}).get("last_day"):
        last = date.fromisoformat(str(until))
    newest = today()
    if last < first:
        raise WrongPlan(f"last_day ({last}) lies before day ({first})")
    if last > newest:
        raise WrongPlan(f"{last} has not begun yet: the newest day is today, {newest} in Brasília")
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def exports_of(parts: list[Part]) -> list[Part]:
    """One export for each source and day, whatever its shards."""
    return [list(pair) for pair in dict.fromkeys(tuple(part[:4]) for part in parts)]


def label_of(part: Part) -> str:
    """How a part is called: source, day and, where there are several, the shard."""
    return " ".join(value for value in part[1::2] if value != "1/1")


def planned_sources() -> list[Source]:
    """Those of ``CATAVENTO_SOURCES``, else the one of ``CATAVENTO_TELEMETRY_URL``; none where none is configured.

    Raises ``WrongSources``.
    """
    if file := os.environ.get("CATAVENTO_SOURCES"):
        return read_sources(Path(file))
    if address := os.environ.get("CATAVENTO_TELEMETRY_URL"):
        return [Source("default", 1, os.environ.get("CATAVENTO_TELEMETRY_DIALECT", ""), address)]
    return []


def _chosen(sources: list[Source], name: str | None) -> list[Source]:
    """The one of the name; without a name all."""
    if not name:
        return sources
    known = [source.name for source in sources]
    if not known:
        raise WrongPlan(f"there is no source {name}: none is configured (CATAVENTO_SOURCES; docs/adding-a-source.md)")
    if name not in known:
        near = get_close_matches(name, known, n=1)
        raise WrongPlan(f"there is no source {name}{f'; did you mean {near[0]}?' if near else '.'} There are: {', '.join(known)}")
    return [source for source in sources if source.name == name]


def _shards(source: Source, day: date) -> list[Part]:
    return [
        ["--source", source.name, "--day", day.isoformat(), "--shard", f"{number}/{source.shards}"]
        for number in range(1, source.shards + 1)
    ]

