"""Reads an exported folder with other people's readers: verify_export.py FOLDER [demo]

Data Package with frictionless, GeoParquet with pyarrow, the workbook with openpyxl, CSV with Python's csv module.
Prints "verified" or says what is wrong and ends with 1.
"""

import csv
import hashlib
import json
import struct
import sys
import warnings
from datetime import datetime
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
from frictionless import Package

# fastexcel names no default style, which openpyxl then takes from its own
warnings.filterwarnings("ignore", "Workbook contains no default style")

TYPES = {
    "string": {"string"},
    "integer": {"int32", "int64"},
    "number": {"double"},
    "boolean": {"bool"},
    "datetime": {"timestamp[us, tz=UTC]", "timestamp[us]"},
    "date": {"date32[day]"},
    "any": {"binary"},
}


def same(what, got, expected):
    if got != expected:
        raise AssertionError(f"{what}: got {got!r}, expected {expected!r}")


def data_package(folder, demo):
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    same("demo", package["demo"], demo)
    for key in ("title", "title_en", "description", "description_en"):
        same(f"DEMO in {key}", "DEMO" in package[key], demo)
    same("day", package["day"], folder.resolve().name)
    listed = {resource["path"] for resource in package["resources"]}
    same("files", {f.name for f in folder.iterdir()} - {"datapackage.json"}, listed)
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        same(resource["path"] + " hash", resource["hash"], "sha256:" + hashlib.sha256(content).hexdigest())
        same(resource["path"] + " bytes", resource["bytes"], len(content))
        for field in resource.get("schema", {}).get("fields", []):
            for key in ("type", "title", "title_en", "description", "description_en"):
                if not field.get(key):
                    raise AssertionError(f"{resource['path']} {field['name']} has no {key}")
    report = Package(str(folder / "datapackage.json")).validate()
    if not report.valid:
        raise AssertionError(report.flatten(["type", "rowNumber", "fieldName", "message"])[:10])
    return package


def resource(package, path):
    return next(r for r in package["resources"] if r["path"] == path)


def csv_rows(folder, package, path):
    content = (folder / path).read_bytes()
    if content.startswith(b"\xef\xbb\xbf") or b"\r" in content:
        raise AssertionError(f"{path} has a BOM or a CR")
    rows = list(csv.DictReader(content.decode("utf-8").splitlines()))
    same(f"{path} lines", content.count(b"\n"), len(rows) + 1)
    same(f"{path} row_count", resource(package, path)["row_count"], len(rows))
    for row in rows:
        for value in row.values():
            if value and value[0] in "=@\t":
                raise AssertionError(f"{path}: {value!r} would run as a formula")
    return rows


def turbines(folder, package):
    rows = csv_rows(folder, package, "aerogeradores.csv")
    key = [(r["EOL_VERSAO_ID"] == "", int(r["EOL_VERSAO_ID"] or 0)) for r in rows]
    same("order by plant", key, sorted(key))
    for row in rows:
        for column in ("latitude", "longitude"):
            same(f"decimals of {column}", len(row[column].split(".")[1]), 6)
        if row["OPERACAO"] not in ("Sim", "Não", ""):
            raise AssertionError(row["OPERACAO"])
        if row["DATA_ATUALIZACAO"]:
            datetime.strptime(row["DATA_ATUALIZACAO"], "%Y-%m-%dT%H:%M:%SZ")
    counts = {status: sum(r["OPERACAO"] == status for r in rows) for status in ("Sim", "Não", "")}
    power = package["power_by_operating_status"]
    same("operating MW", package["operating_power_mw"], power["operating"]["power_mw"])
    same("operating", counts["Sim"], power["operating"]["turbine_count"])
    same("not operating", counts["Não"], power["not_operating"]["turbine_count"])
    same("unknown", counts[""], power["unknown"]["turbine_count"])
    total = sum(float(r["POT_MW"] or 0) for r in rows if r["OPERACAO"] == "Sim")
    if abs(total - package["operating_power_mw"]) > 0.001:
        raise AssertionError(f"operating MW: {total} in the CSV, {package['operating_power_mw']} in the package")
    return rows


def geoparquet(folder, package, rows):
    file = pq.ParquetFile(folder / "wind_turbine.parquet")
    geo = json.loads(file.metadata.metadata[b"geo"])
    same("primary column", geo["primary_column"], "location")
    column = geo["columns"]["location"]
    crs = column["crs"]
    same("crs id", crs["id"], {"authority": "EPSG", "code": 4674})
    same("crs name", crs["name"], "SIRGAS 2000")
    same("ellipsoid", crs["datum"]["ellipsoid"]["name"], "GRS 1980")
    same("axes", len(crs["coordinate_system"]["axis"]), 2)
    same("geometry types", column["geometry_types"], ["Point"])
    fields = resource(package, "wind_turbine.parquet")["schema"]["fields"]
    same("columns", [f.name for f in file.schema_arrow], [f["name"] for f in fields])
    for field in fields:
        got = str(file.schema_arrow.field(field["name"]).type)
        if got not in TYPES[field["type"]]:
            raise AssertionError(f"{field['name']} is {got}, the package says {field['type']}")
    table = file.read()
    same("turbines in order", table["turbine_id"].to_pylist(), [r["turbine_id"] for r in rows])
    first = table["location"][0].as_py()
    place = (table["longitude"][0].as_py(), table["latitude"][0].as_py())
    same("point as WKB", struct.unpack("<bIdd", first), (1, 1, *place))


def workbook(folder, package, rows):
    book = openpyxl.load_workbook(folder / "catavento.xlsx", read_only=True)
    same("sheets", book.sheetnames, ["Resumo", "Aerogeradores", "Usinas", "Ocorrências", "Dicionário"])
    summary = [value for row in book["Resumo"].iter_rows(values_only=True) for value in row if value is not None]
    same("DEMO in the summary", any("DEMO" in str(value) for value in summary), package["demo"])
    if package["operating_power_mw"] not in summary:
        raise AssertionError("the summary does not name the operating power")
    fleet = book["Aerogeradores"].iter_rows(values_only=True)
    heading = next(fleet)
    for row, expected in zip(fleet, rows, strict=True):
        cells = dict(zip(heading, row))
        if expected["POT_MW"]:
            same("POT_MW", float(cells["Potência (MW)"]), float(expected["POT_MW"]))
        same("turbine_id", cells["Identificador"], expected["turbine_id"])
        updated = cells["Atualizado em (UTC)"]
        if expected["DATA_ATUALIZACAO"]:
            same("date", updated.strftime("%Y-%m-%dT%H:%M:%SZ"), expected["DATA_ATUALIZACAO"])
        if any(str(cell).startswith("'") for cell in row):
            raise AssertionError(f"a guard in the workbook: {row}")
    for sheet, path in (("Usinas", "wind_farm.csv"), ("Ocorrências", "issues.csv")):
        same(f"rows of {sheet}", sum(1 for _ in book[sheet].iter_rows()) - 1, resource(package, path)["row_count"])


def looks(folder):
    book = openpyxl.load_workbook(folder / "catavento.xlsx")
    for name, corner in (("Aerogeradores", "C2"), ("Usinas", "B2"), ("Ocorrências", "A2"), ("Dicionário", "C2")):
        sheet = book[name]
        same(f"frozen in {name}", sheet.freeze_panes, corner)
        same(f"filter of {name}", sheet.auto_filter.ref, sheet.dimensions)
        same(f"heading of {name}", (sheet["A1"].font.b, sheet["A1"].alignment.wrap_text), (True, True))
        same(f"height of {name}", sheet.row_dimensions[1].height, 32)
    fleet = book["Aerogeradores"]
    same("width", fleet.column_dimensions["A"].width, 34)
    formats = {cell.value: fleet.cell(fleet.max_row, cell.column).number_format for cell in fleet[1]}
    same("MW", formats["Potência (MW)"], "#,##0.000")
    same("instant", formats["Atualizado em (UTC)"], "dd/mm/yyyy hh:mm:ss")
    same("degrees", formats["Latitude (°)"], "0.000000")
    if any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row):
        raise AssertionError("a formula in the workbook")


def main():
    folder = Path(sys.argv[1])
    package = data_package(folder, "demo" in sys.argv[2:])
    rows = turbines(folder, package)
    csv_rows(folder, package, "wind_farm.csv")
    csv_rows(folder, package, "issues.csv")
    geoparquet(folder, package, rows)
    workbook(folder, package, rows)
    looks(folder)
    print("verified")


if __name__ == "__main__":
    main()
