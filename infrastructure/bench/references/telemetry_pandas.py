"""Ten-minute statistics of samples by pandas' resample: no cleaning; gaps are rows with a count of 0.

usage: telemetry_pandas.py PARQUET_FILES RESULT_FILE SIGNAL…
"""

import sys
from glob import glob

import pandas


def main(samples: str, result: str, *signals: str) -> None:
    columns = ["turbine", "timestamp", *signals]
    table = pandas.concat(pandas.read_parquet(file, columns=columns) for file in sorted(glob(samples)))
    figures = (
        table.set_index("timestamp")
        .groupby("turbine")
        .resample("10min")[list(signals)]
        .agg(["count", "mean", "min", "max", "std"])
    )
    figures.columns = ["_".join(words) for words in figures.columns]
    figures.to_parquet(result)


if __name__ == "__main__":
    main(*sys.argv[1:])
