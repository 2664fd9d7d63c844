"""What an engineer would write: turbines one after another over HTTP, resampled by pandas, into a table.

usage: telemetry_script.py ADDRESS DAY DATABASE_URL TURBINE…
"""

import sys

import httpx
import pandas
from sqlalchemy import create_engine

SIGNALS = ["wind_speed", "power", "ambient_temperature"]


def fetch(client: httpx.Client, turbine: str, day: str) -> pandas.DataFrame:
    answer = client.get(
        "/api/v1/sensors",
        params={
            "turbine_id": turbine,
            "start_date": f"{day}T00:00:00-03:00",
            "end_date": f"{day}T23:59:59-03:00",
            "metrics": SIGNALS,
        },
    )
    answer.raise_for_status()
    return pandas.DataFrame(answer.json())


def downsample(samples: pandas.DataFrame, turbine: str) -> pandas.DataFrame:
    samples["timestamp"] = pandas.to_datetime(samples["timestamp"], utc=True)
    figures = samples.set_index("timestamp")[SIGNALS].resample("10min").agg(["count", "mean", "min", "max", "std"])
    figures.columns = ["_".join(words) for words in figures.columns]
    return figures.assign(turbine=turbine).reset_index()


def main(address: str, day: str, database: str, *turbines: str) -> None:
    engine = create_engine(database)
    with httpx.Client(base_url=address, timeout=60) as client:
        for turbine in turbines:
            windows = downsample(fetch(client, turbine, day), turbine)
            windows.to_sql("telemetry_10min", engine, if_exists="append", index=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
