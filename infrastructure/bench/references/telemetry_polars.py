"""Ten-minute statistics of samples by polars, streaming, grouped by truncated stamps: no cleaning, no order.

usage: telemetry_polars.py PARQUET_FILES RESULT_FILE SIGNAL…
"""

import sys

import polars


def main(samples: str, result: str, *signals: str) -> None:
    figures = [
        figure
        for column in map(polars.col, signals)
        for figure in (
            column.count().name.suffix("_n"),
            column.mean().name.suffix("_mean"),
            column.min().name.suffix("_min"),
            column.max().name.suffix("_max"),
            column.std().name.suffix("_std"),
        )
    ]
    (
        polars.scan_parquet(samples)
        .group_by("turbine", polars.col("timestamp").dt.truncate("10m").alias("window_start"))
        .agg(figures)
        .sink_parquet(result, engine="streaming")
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
