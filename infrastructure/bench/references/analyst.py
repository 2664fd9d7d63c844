"""What an analyst would write: all pages one after another, into a PostGIS table and a CSV file.

usage: analyst.py LAYER_URL DATABASE_URL CSV_FILE
"""

import sys

import geopandas
import httpx
import pandas
from sqlalchemy import create_engine

PAGE = 1000


def fetch(layer: str) -> list[dict]:
    """Every feature of the layer, in the order of its ids."""
    features = []
    with httpx.Client(timeout=60) as client:

        def query(**parameters) -> dict:
            answer = client.get(f"{layer}/query", params={"where": "1=1", "f": "json", **parameters})
            answer.raise_for_status()
            body = answer.json()
            if "error" in body:
                raise RuntimeError(body["error"])
            return body

        expected = query(returnCountOnly="true")["count"]
        while True:
            page = query(
                outFields="*",
                returnGeometry="true",
                orderByFields="OBJECTID",
                resultOffset=len(features),
                resultRecordCount=PAGE,
            )
            features += page["features"]
            if not page.get("exceededTransferLimit"):
                break
    if len(features) != expected:
        raise RuntimeError(f"{len(features)} of {expected} rows received")
    return features


def frame(features: list[dict]) -> geopandas.GeoDataFrame:
    table = pandas.DataFrame([feature["attributes"] for feature in features])
    table["DATA_ATUALIZACAO"] = pandas.to_datetime(table["DATA_ATUALIZACAO"], unit="ms", utc=True)
    table["EOL_VERSAO_ID"] = table["EOL_VERSAO_ID"].astype("Int64")
    table.insert(0, "latitude", [feature["geometry"]["y"] for feature in features])
    table.insert(1, "longitude", [feature["geometry"]["x"] for feature in features])
    points = geopandas.points_from_xy(table["longitude"], table["latitude"])
    return geopandas.GeoDataFrame(table, geometry=points, crs="EPSG:4674")


def main(layer: str, database: str, csv: str) -> None:
    turbines = frame(fetch(layer))
    turbines.to_postgis("wind_turbine", create_engine(database), if_exists="replace", index=False)
    turbines.drop(columns="geometry").to_csv(csv, index=False, float_format="%.6f")
    print(len(turbines))


if __name__ == "__main__":
    main(*sys.argv[1:])
