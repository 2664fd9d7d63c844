"""Samples to a wide keyed table: DuckDB's plain statistics in the order of the key, then COPY into PostgreSQL.

usage: telemetry_copy.py PARQUET_FILES DATABASE_URL CSV_FILE SIGNAL…
"""

import sys

import duckdb
import psycopg2

KINDS = {"n": "smallint", "mean": "float8", "min": "float8", "max": "float8", "std": "float8"}


def main(samples: str, database: str, csv: str, *signals: str) -> None:
    figures = ",\n".join(
        f"count({s}) AS {s}_n, avg({s}) AS {s}_mean, min({s}) AS {s}_min, max({s}) AS {s}_max, stddev_samp({s}) AS {s}_std"
        for s in signals
    )
    duckdb.execute(f"""
        COPY (SELECT turbine, time_bucket(INTERVAL '10 minutes', "timestamp") AS window_start, {figures}
                FROM read_parquet('{samples}') GROUP BY ALL ORDER BY turbine, window_start)
          TO '{csv}' (FORMAT csv, HEADER false)""")
    columns = ", ".join(f"{s}_{kind} {sql_type}" for s in signals for kind, sql_type in KINDS.items())
    with psycopg2.connect(database) as connection, connection.cursor() as cursor, open(csv, "rb") as rows:
        cursor.execute(f"""CREATE TABLE telemetry_wide (
            turbine text, window_start timestamp, {columns}, PRIMARY KEY (turbine, window_start))""")
        cursor.copy_expert("COPY telemetry_wide FROM STDIN WITH (FORMAT csv)", rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
