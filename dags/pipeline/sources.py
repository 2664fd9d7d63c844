"""The sources of telemetry as far as runs are planned by them: the programs check sources.yaml whole, each time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_MOST_SHARDS = 64
_FILES = ("csv", "parquet")


class Source(NamedTuple):
    """One source: the parts that its turbines are divided into, and where the file of a day is looked for."""

    name: str
    shards: int
    dialect: str
    address: str

    @property
    def path_pattern(self) -> str | None:
        """Where the file of ``{day}`` lies, for a source of files on this machine."""
        return self.address if self.dialect in _FILES and "{day}" in self.address and "://" not in self.address else None


class WrongSources(ValueError):
    """Says in one line what is wrong with sources.yaml, and where."""


def read_sources(file: Path) -> list[Source]:
    """All sources of ``sources.yaml``, in its order; addresses of files are absolute."""
    try:
        # Every scalar a text, as the programs read it, and no tag makes an object.
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (OSError, UnicodeDecodeError) as unreadable:
        raise WrongSources(f"{file} cannot be read: {getattr(unreadable, 'strerror', None) or 'it is not text in UTF-8'}") from None
    except yaml.MarkedYAMLError as broken:
        line = broken.problem_mark.line + 1 if broken.problem_mark else "?"
        raise WrongSources(f"{file.name} line {line}: not YAML: {broken.problem}") from None
    except yaml.YAMLError as broken:
        raise WrongSources(f"{file.name}: not YAML: {' '.join(str(broken).split())}") from None
    entries = content.get("sources") if isinstance(content, Mapping) else None
    if not isinstance(entries, list) or not entries:
        raise WrongSources(f"{file.name}: no list `sources` with an entry after each dash")
    sources = [_source(file, number, entry) for number, entry in enumerate(entries, start=1)]
    for source in sources:
        if sum(other.name == source.name for other in sources) > 1:
            raise WrongSources(f"{file.name}: two sources have the name {source.name}")
    return sources


def _source(file: Path, number: int, entry: Any) -> Source:
    def text(key: str, otherwise: str | None = None) -> str:
        value = entry.get(key, otherwise) if isinstance(entry, Mapping) else None
        if not isinstance(value, str) or not value.strip():
            raise WrongSources(f"{file.name}: source {number} has no {key}")
        return value.strip()

    name, dialect, address, shards = text("name"), text("dialect"), text("address"), text("shards", "1")
    if not (shards.isdecimal() and 1 <= int(shards) <= _MOST_SHARDS):
        raise WrongSources(f"{file.name}: source {name}: shards is {shards!r}: give a whole number from 1 to {_MOST_SHARDS}")
    if dialect in _FILES and "://" not in address:
        address = str(file.parent.absolute() / address)
    return Source(name, int(shards), dialect, address)
