"""Ten-minute statistics of samples as plain DuckDB SQL gives them, Parquet to Parquet: no cleaning, no order.

usage: telemetry_duckdb.py PARQUET_FILES RESULT_FILE SIGNAL…
"""

import sys

import duckdb


def main(samples: str, result: str, *signals: str) -> None:
    figures = ",\n".join(
        f"count({s}) AS {s}_n, avg({s}) AS {s}_mean, min({s}) AS {s}_min, max({s}) AS {s}_max, stddev_samp({s}) AS {s}_std"
        for s in signals
    )
    duckdb.execute(f"""
        COPY (SELECT turbine, time_bucket(INTERVAL '10 minutes', "timestamp") AS window_start, {figures}
                FROM read_parquet('{samples}') GROUP BY ALL)
          TO '{result}' (FORMAT parquet)""")


if __name__ == "__main__":
    main(*sys.argv[1:])
