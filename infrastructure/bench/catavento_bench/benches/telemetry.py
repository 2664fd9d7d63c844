"""Telemetry: downsampling and loading, beside DuckDB, polars, pandas, COPY and an engineer's script."""

from collections.abc import Iterator

from ..result import Result
from ..tasks import DOWNSAMPLE, EXPORT, LOAD, check_built
from ..telemetry import growth, http, loading, statistics
from ..workshop import Workshop

PARTS = {
    "a-fleet": lambda workshop: statistics.measure(workshop, "a-fleet", 23_500, 1),
    "a-week": lambda workshop: statistics.measure(workshop, "a-week", 1_000, 7),
    "a-month": lambda workshop: statistics.measure(workshop, "a-month", 100, 30),
    "b": loading.first_loads,
    "c": loading.unchanged,
    "d": loading.changed_windows,
    "e-one": http.one_turbine,
    "e-hundred": http.hundred_turbines,
    "f": growth.measure,
    "g": loading.exported,
}


def measure(workshop: Workshop) -> Iterator[Result]:
    check_built(DOWNSAMPLE, LOAD, EXPORT)
    for part in workshop.chosen(PARTS):
        yield PARTS[part](workshop)
