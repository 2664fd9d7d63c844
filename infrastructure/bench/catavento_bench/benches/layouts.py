"""Layouts of telemetry in PostgreSQL (long, wide, arrays): writing, loading again, three reads; for docs/decisions/0009."""

import json
from functools import partial
from pathlib import Path

from ..places import WORK
from ..process import Sample, succeed
from ..result import Result, Row
from ..rounds import interleave, tell
from ..table import table
from ..telemetry.layout import CHANGE, LAYOUTS, READS, SOURCE, Layout
from ..workshop import Workshop

#: Turbines and days that are written, and that the reads of a month and of a year are asked of.
SIZES = {"day": (2_350, 1), "month": (100, 30), "year": (20, 365)}
QUICK_SIZES = {"day": (235, 1), "month": (20, 30), "year": (5, 365)}
WRITES = {
    "write": "COPY into the keyed table",
    "same": "loaded again, nothing changed",
    "changed": "loaded again, one window of each turbine changed",
}
LONGEST_SECONDS = 900


def measure(workshop: Workshop) -> list[Result]:
    sizes = QUICK_SIZES if workshop.quick else SIZES
    ground = _Ground(workshop, sizes)
    contenders = {}
    for step in (*WRITES, *READS):
        for name in LAYOUTS:
            contenders[f"{step} {name}"] = partial(ground.write if step in WRITES else ground.read, step, name)
    taken = interleave("layouts", contenders)
    turbines = sizes["day"][0]
    rows = [Row(name, words, taken[f"{step} {name}"]) for step, words in (WRITES | READS).items() for name in LAYOUTS]
    notes = [
        f"A day of {turbines:,} turbines is written; reads: {sizes['month'][0]} turbines × 30 days, the day written,"
        f" {sizes['year'][0]} turbines × 365 days. Three signals. Reads are the server's own time.",
        "",
        *_table(taken, {name: ground.size(name) for name in LAYOUTS}),
    ]
    return [Result(f"layouts — {turbines:,} turbines × 1 day, 3 signals", rows, [], notes)]


def _table(taken: dict[str, list[Sample]], sizes: dict[str, float]) -> list[str]:
    head = ["layout", *WRITES, "size", *READS]
    lines = []
    for name, layout in LAYOUTS.items():
        at = {step: Row("", "", taken[f"{step} {name}"]).seconds for step in (*WRITES, *READS)}
        lines.append(
            [layout.words]
            + [f"{at[step]:.2f} s" for step in WRITES]
            + [f"{sizes[name]:.0f} MB"]
            + [f"{1000 * at[step]:.1f} ms" for step in READS]
        )
    return table(head, lines, "<" + ">" * (len(head) - 1))


class _Ground:
    """A database with the statistics, each layout's rows as a file, and each layout's tables to read."""

    def __init__(self, workshop: Workshop, sizes: dict[str, tuple[int, int]]):
        self._cluster = workshop.cluster
        self._database = self._cluster.make("layouts")
        for name, (turbines, days) in sizes.items():
            tell(f"layouts: making the {name}")
            self._sql(SOURCE.format(source=f"source_{name}", turbines=turbines, days=days))
        for name, layout in LAYOUTS.items():
            tell(f"layouts: making the tables of {name}")
            self._copy_out(layout, self._file(name, "same"))
            for read in ("month", "year"):
                self._sql(layout.table.format(t=f"{name}_{read}"))
                rows = layout.rows.format(source=f"source_{read}")
                self._sql(f"INSERT INTO {name}_{read} ({layout.columns}) {rows}")
                self._sql(f"VACUUM ANALYZE {name}_{read}")
        self._sql(CHANGE.format(source="source_day"))
        for name, layout in LAYOUTS.items():
            self._copy_out(layout, self._file(name, "changed"))
        for name in sizes:
            self._sql(f"DROP TABLE source_{name}")

    def write(self, step: str, name: str) -> Sample:
        layout, day = LAYOUTS[name], f"{name}_day"
        if step == "write":
            self._sql(f"DROP TABLE IF EXISTS {day}")
            self._sql(layout.table.format(t=day))
            commands = [f"\\copy {day} ({layout.columns}) FROM pstdin"]
        else:
            commands = layout.merge(day)
        self._cluster.settle()
        words = [word for command in commands for word in ("-c", command)]
        psql = [*self._cluster.psql(self._database), "--single-transaction", *words]
        file = self._file(name, "changed" if step == "changed" else "same")
        done = succeed("psql", psql, self._cluster.environment(), stdin=file, longest=LONGEST_SECONDS)
        self._sql(f"VACUUM ANALYZE {day}")
        return Sample(done.sample.seconds)

    def read(self, step: str, name: str) -> Sample:
        query = getattr(LAYOUTS[name], step).format(t=f"{name}_{'day' if step == 'window' else step}")
        told = json.loads(self._sql(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT json) {query}"))
        return Sample(told[0]["Execution Time"] / 1000)

    def size(self, name: str) -> float:
        """Of the day as it was written first, indexes included, in millions of bytes."""
        self.write("write", name)
        return int(self._sql(f"SELECT pg_total_relation_size('{name}_day')")) / 1e6

    def _copy_out(self, layout: Layout, file: Path) -> None:
        rows = layout.rows.format(source="source_day")
        psql = [*self._cluster.psql(self._database), "-c", f"\\copy ({rows}) TO '{file}'"]
        succeed("psql", psql, self._cluster.environment(), longest=LONGEST_SECONDS)

    def _file(self, name: str, what: str) -> Path:
        return WORK / f"layout-{name}-{what}.txt"

    def _sql(self, statement: str) -> str:
        return self._cluster.sql(self._database, statement)
