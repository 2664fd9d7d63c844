"""Contenders one after another, round by round, so that whatever disturbs the machine disturbs all of them."""

import sys
from collections.abc import Callable, Mapping
from statistics import median

from .process import Sample

COUNTED = 5


def interleave(name: str, contenders: Mapping[str, Callable[[], Sample | dict[str, Sample]]]) -> dict[str, list[Sample]]:
    """One round to warm up, then those that count; a contender may give the samples of its parts too."""
    taken: dict[str, list[Sample]] = {}
    for number in range(COUNTED + 1):
        for key, contender in contenders.items():
            tell(f"{name}: {'warm-up' if number == 0 else f'round {number} of {COUNTED}'}: {key}")
            samples = contender()
            if number > 0:
                for part, sample in (samples if isinstance(samples, dict) else {key: samples}).items():
                    taken.setdefault(part, []).append(sample)
    tell("")
    return taken


def tell(words: str) -> None:
    """Progress for who looks on: one line that is written over."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)


def seconds(samples: list[Sample]) -> float:
    return median(s.seconds for s in samples)


def peak_mb(samples: list[Sample]) -> float:
    """The highest of all runs, in millions of bytes."""
    return max(s.peak_bytes for s in samples) / 1e6
