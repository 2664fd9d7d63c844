"""extract-sigel at 300 ms a request, beside curl of the same pages."""

from ..references import Curl
from ..result import Result, Row, times
from ..rounds import interleave
from ..tasks import EXTRACT, check_built
from ..workshop import Workshop

LATENCY_MS = 300


def measure(workshop: Workshop) -> list[Result]:
    check_built(EXTRACT)
    source = workshop.source(LATENCY_MS)
    curl = Curl(source)

    taken = interleave(
        "extract",
        {
            "one": curl.one_by_one,
            "four": curl.four_at_a_time,
            "start": lambda: workshop.store("extract", workshop.empty_store, source).start_only(EXTRACT),
            "extract": lambda: workshop.store("extract", workshop.empty_store, source).run(EXTRACT),
        },
    )
    one = Row("reference", "curl, the pages one by one", taken["one"])
    four = Row("reference", "curl, four pages at a time", taken["four"])
    extract = Row("Catavento", "extract-sigel: the layer proven complete and landed, in a fresh store", taken["extract"])
    return [
        Result(
            f"extract — {source.rows:,} rows in {len(source.page_urls())} pages, {LATENCY_MS} ms a request",
            [one, four, extract, Row("Catavento", "its process start (extract-sigel --help)", taken["start"])],
            [times("proven extraction at 300 ms", extract, one, "curl one by one", 0.55)],
            [f"Beside four at a time, for orientation: {extract.seconds / four.seconds:.2f} × curl."],
        )
    ]
