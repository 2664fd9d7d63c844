"""load-postgis of a landed day, first and again, beside psql's \\copy of the same rows."""

from ..process import Sample
from ..references import Copy
from ..result import Result, Row, times_after_start
from ..rounds import interleave
from ..tasks import EXTRACT, LOAD, Tasks, check_built
from ..workshop import Workshop


def measure(workshop: Workshop) -> list[Result]:
    check_built(EXTRACT, LOAD)
    source = workshop.source()
    copy = Copy(workshop.cluster, workshop.cluster.make("copy"), source)
    landed = _landed(workshop)
    fresh: Tasks

    def first() -> Sample:
        nonlocal fresh
        fresh = workshop.store("load", landed, source)
        return fresh.run(LOAD)

    def again() -> Sample:
        workshop.cluster.settle()
        return fresh.run(LOAD, "--force")

    taken = interleave(
        "load",
        {
            "bare": copy.bare,
            "indexed": copy.indexed,
            "start": lambda: Tasks(workshop.java_home, workshop.cluster, landed).start_only(LOAD),
            "first": first,
            "again": again,
        },
    )
    indexed = Row("reference", "psql \\copy, then primary key, GiST index and ANALYZE", taken["indexed"])
    start = Row("Catavento", "process start (load-postgis --help)", taken["start"])
    load = Row("Catavento", "load-postgis, first load of a landed day", taken["first"])
    reload = Row("Catavento", "load-postgis --force, the same day again, nothing changed", taken["again"])
    return [
        Result(
            f"load — {source.rows:,} rows",
            [Row("reference", "psql \\copy into a bare table", taken["bare"]), indexed, start, load, reload],
            [
                times_after_start("first load", load, indexed, start, "indexed copy", 6),
                times_after_start("unchanged reload", reload, indexed, start, "indexed copy", 3),
            ],
        )
    ]


def _landed(workshop: Workshop) -> str:
    source = workshop.source()
    Tasks(workshop.java_home, workshop.cluster, name := workshop.cluster.make("landed", workshop.empty_store), source).run(
        EXTRACT
    )
    return name
