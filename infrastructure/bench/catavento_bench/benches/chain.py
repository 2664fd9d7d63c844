"""The whole chain without Airflow, beside a plain analyst's script, at 0 and at 300 ms a request."""

from ..chain import STEPS, first_run
from ..references import AnalystScript
from ..result import Result, Row, times
from ..rounds import interleave
from ..tasks import check_built
from ..workshop import Workshop

ALLOWED = {0: 1.75, 300: 0.9}


def measure(workshop: Workshop) -> list[Result]:
    check_built(*STEPS)
    return [_at(workshop, latency_ms, allowed) for latency_ms, allowed in ALLOWED.items()]


def _at(workshop: Workshop, latency_ms: int, allowed: float) -> Result:
    source = workshop.source(latency_ms)
    script = AnalystScript(workshop.python, workshop.cluster, source)
    taken = interleave(
        f"chain at {latency_ms} ms",
        {"script": script.run, "chain": lambda: first_run(workshop, source)[1]},
    )
    reference = Row("reference", "an analyst's script: httpx, geopandas, PostGIS and CSV", taken["script"])
    chain = Row("Catavento", "extract-sigel, load-postgis, export-tableau: first run of a store", taken["chain"])
    return Result(
        f"chain — {source.rows:,} rows, {latency_ms} ms a request",
        [reference, chain, *(Row("", f"of which {step}", taken[step]) for step in STEPS)],
        [times(f"chain without Airflow at {latency_ms} ms", chain, reference, "the script", allowed)],
    )
