"""Reads an exported day of telemetry with other people's readers: verify_telemetry.py FOLDER [demo]

Data Package with frictionless, Parquet with pyarrow, CSV with Python's csv module; both files must say the same.
Prints "verified" or says what is wrong and ends with 1.
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow.parquet as pq

from verify_export import TYPES, csv_rows, data_package, resource, same


def value(field, text):
    """A CSV field as a program takes it by the Data Package's type."""
    if text == "":
        return None
    match field["type"]:
        case "number":
            return float(text)
        case "integer":
            return int(text)
        case "boolean":
            return {"Sim": True, "Não": False}[text]
        case "date":
            return datetime.strptime(text, "%Y-%m-%d").date()
        case "datetime" if "format" in field:
            return datetime.strptime(text, field["format"])
        case "datetime":
            return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return text


def same_tables(folder, package, rows):
    file = pq.ParquetFile(folder / "telemetry_10min.parquet")
    fields = resource(package, "telemetry_10min.parquet")["schema"]["fields"]
    same("columns", [f.name for f in file.schema_arrow], [f["name"] for f in fields])
    for field in fields:
        got = str(file.schema_arrow.field(field["name"]).type)
        if got not in TYPES[field["type"]]:
            raise AssertionError(f"{field['name']} is {got}, the package says {field['type']}")
    table = file.read().to_pylist()
    same("rows", len(table), len(rows))
    for got, row in zip(table, rows, strict=True):
        expected = {field["name"]: value(field, row[field["name"]]) for field in fields}
        # a spreadsheet must not run it: the CSV has the mark, Parquet has not
        expected["turbine"] = expected["turbine"].removeprefix("'")
        same(f"row of {row['turbine']} at {row['window_start']}", got, expected)
    return table


def windows(package, table):
    key = [(row["turbine"].encode(), row["window_start"]) for row in table]
    same("order and key", key, sorted(set(key)))
    for row in table:
        local = row["window_start"].replace(tzinfo=None) - timedelta(hours=3)
        same("local time", row["window_start_local"], local)
        same("day", row["day"], local.date())
        same("coverage", row["valid"], row["coverage"] >= 0.9)
    signals = [name.removesuffix("_n_valid") for name in table[0] if name.endswith("_n_valid")]
    for row in table:
        for signal in signals:
            if not row[f"{signal}_n_valid"]:
                same("a gap is empty", row[f"{signal}_mean"], None)
    same("samples", package["n_valid"], sum(row[f"{signal}_n_valid"] or 0 for row in table for signal in signals))
    same("windows", package["window_count"], len(table))
    same("turbines", package["turbine_count"], len({row["turbine"] for row in table}))


def units(package):
    for field in resource(package, "telemetry_10min.csv")["schema"]["fields"]:
        figure = field["name"].endswith(("_mean", "_min", "_max", "_std"))
        same(f"unit of {field['name']}", "unit" in field, figure)
        if field["name"].endswith("_std") and "IEC 61400-12-1" not in field["description_en"]:
            raise AssertionError(f"{field['name']} does not say that it is not IEC's")


def main():
    folder = Path(sys.argv[1])
    package = data_package(folder, "demo" in sys.argv[2:])
    rows = csv_rows(folder, package, "telemetry_10min.csv")
    windows(package, same_tables(folder, package, rows))
    units(package)
    print("verified")


if __name__ == "__main__":
    main()
