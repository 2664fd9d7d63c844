"""What Catavento is measured against: curl, psql's \\copy, and a plain analyst's script."""

import csv
import shutil
import struct
from datetime import UTC, datetime
from pathlib import Path

from .cluster import Cluster
from .errors import CannotMeasure
from .ground import plain_environment
from .places import REFERENCES, WORK
from .process import Sample, succeed
from .simulator import Simulator

_FIELDS = (
    "POT_MW ALT_TOTAL ALT_TORRE DIAM_ROTOR DATA_ATUALIZACAO EOL_VERSAO_ID NOME_EOL DEN_AEG X Y VERSAO DATUM_EMP "
    "OPERACAO FUSO_AG PROPRIETARIO ORIGEM OBJECTID UF CEG"
).split()
_SRID = 4674


class Curl:
    """The pages as files: one process, connections kept open."""

    def __init__(self, source: Simulator):
        self._source = source
        self._folder = WORK / "pages"
        self._config = WORK / f"curl-{source.latency_ms}ms"
        self._config.write_text(
            "".join(
                f'url = "{url}"\noutput = "{self._folder}/{number:03}.json"\n'
                for number, url in enumerate(source.page_urls())
            )
        )

    def one_by_one(self) -> Sample:
        return self._fetch()

    def four_at_a_time(self) -> Sample:
        return self._fetch("--parallel", "--parallel-max", "4")

    def _fetch(self, *options: str) -> Sample:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        command = ["curl", "--disable", "--silent", "--show-error", "--fail", *options, "--config", self._config]
        done = succeed("curl", command, plain_environment())
        rows = sum(page.read_bytes().count(b'"attributes"') for page in self._folder.iterdir())
        if rows != self._source.rows:
            raise CannotMeasure(f"curl received {rows} of {self._source.rows} rows")
        return done.sample


class Copy:
    """The very rows of the source by psql's \\copy, out of a file made beforehand."""

    def __init__(self, cluster: Cluster, database: str, source: Simulator):
        self._cluster, self._database, self._source = cluster, database, source
        self._file = WORK / "fleet.csv"
        _write_rows(source, self._file)

    def bare(self) -> Sample:
        return self._copy("copy_bare.sql")

    def indexed(self) -> Sample:
        return self._copy("copy_indexed.sql")

    def _copy(self, script: str) -> Sample:
        psql = self._cluster.psql(self._database)
        succeed("psql", [*psql, "-f", REFERENCES / "make_table.sql"], self._cluster.environment())
        self._cluster.settle()
        done = succeed("psql", [*psql, "-f", REFERENCES / script], self._cluster.environment(), stdin=self._file)
        _check("\\copy", self._cluster.sql(self._database, "SELECT count(*) FROM turbine"), self._source)
        return done.sample


class AnalystScript:
    """references/analyst.py in its own environment, into a fresh database."""

    def __init__(self, python: str, cluster: Cluster, source: Simulator):
        self._python, self._cluster, self._source = python, cluster, source

    def run(self) -> Sample:
        database = self._cluster.make("script")
        self._cluster.settle()
        script = REFERENCES / "analyst.py"
        command = [self._python, script, self._source.layer(), self._cluster.url(database), WORK / "script.csv"]
        done = succeed("analyst", command, plain_environment())
        _check("the script", self._cluster.sql(database, "SELECT count(*) FROM wind_turbine"), self._source)
        self._cluster.drop("script")
        return done.sample


def _check(who: str, rows: str, source: Simulator) -> None:
    if int(rows) != source.rows:
        raise CannotMeasure(f"{who} stored {rows} of {source.rows} rows")


def _write_rows(source: Simulator, file: Path) -> None:
    with open(file, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow([*_FIELDS, "location"])
        for url in source.page_urls():
            writer.writerows(map(_cells, source.get(url)["features"]))


def _cells(feature: dict) -> list:
    values = dict(feature["attributes"])
    if values["DATA_ATUALIZACAO"] is not None:
        values["DATA_ATUALIZACAO"] = datetime.fromtimestamp(values["DATA_ATUALIZACAO"] / 1000, UTC).isoformat()
    point = feature["geometry"]
    return [*(values[name] for name in _FIELDS), _ewkb(point["x"], point["y"]) if point else None]


def _ewkb(x: float, y: float) -> str:
    """A point with its SRID, as PostGIS reads it fastest."""
    return struct.pack("<BIIdd", 1, 0x20000001, _SRID, x, y).hex()
