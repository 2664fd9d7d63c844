"""A real cluster for tests that dump and restore: of its own, with a store that anybody can change."""

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[3]
SCRIPTS = PROJECT / "infrastructure" / "postgis"
PASSWORDS = {f"CATAVENTO_DB_PASSWORD_{verb}": "x" for verb in ("MIGRATE", "EXTRACT", "DOWNSAMPLE", "LOAD", "EXPORT", "MAINTAIN", "WATCH")}
PASSWORDS |= {"CATAVENTO_READ_PASSWORD": "x", "CATAVENTO_AIRFLOW_DB_PASSWORD": "x"}
STORE = """
CREATE SCHEMA ops; CREATE SCHEMA core; CREATE SCHEMA out; GRANT USAGE ON SCHEMA out TO catavento_read;
CREATE TABLE ops.store (name text); INSERT INTO ops.store VALUES ('mine');
CREATE TABLE core.place (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, power double precision, at timestamptz,
    page bytea, location public.geometry(Point, 4674));
INSERT INTO core.place (power, at, page, location)
    SELECT 1 / n::double precision, now(), decode(md5(n::text), 'hex'), public.ST_SetSRID(public.ST_MakePoint(n, -n), 4674)
      FROM generate_series(1, 5000) AS n;
CREATE TABLE core.reading (day date, value numeric) PARTITION BY RANGE (day);
CREATE TABLE core.reading_2026 PARTITION OF core.reading FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
INSERT INTO core.reading VALUES ('2026-05-01', 1.10), ('2026-05-01', 1.10), ('2026-05-02', NULL);
CREATE VIEW out.place AS SELECT id, power FROM core.place; GRANT SELECT ON out.place TO catavento_read;
"""


def binaries():
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda file: int(file.parents[1].name))
    for postgres in reversed(found):
        if list(Path(f"/usr/share/postgresql/{postgres.parents[1].name}/extension").glob("postgis.control")):
            return postgres.parent
    pytest.fail("no PostgreSQL with PostGIS is installed")


class Cluster:
    """A cluster of its own on a free port, set up for Catavento; its stores are ours."""

    def __init__(self, folder):
        self.bin, self.folder, self.data = binaries(), folder, folder / "data"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        folder.mkdir()
        self.as_postgres = []
        if os.getuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
            for above in folder.parents[:3]:
                above.chmod(above.stat().st_mode | 0o011)
            self.as_postgres = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        self._server("initdb", "-D", self.data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        with (self.data / "postgresql.conf").open("a") as conf:
            conf.write(f"listen_addresses='127.0.0.1'\nport={self.port}\nunix_socket_directories=''\nfsync=off\n")
        self._server("pg_ctl", "-D", self.data, "-w", "-l", folder / "log", "start")
        self.script("set-up-cluster")

    def _server(self, program, *words):
        subprocess.run([*self.as_postgres, self.bin / program, *words], check=True, cwd="/", stdout=subprocess.DEVNULL)

    def stop(self):
        self._server("pg_ctl", "-D", self.data, "-m", "immediate", "stop")

    def run(self, program, *words, path=""):
        environment = {"PATH": f"{path}{self.bin}:{os.environ['PATH']}", "PGHOST": "127.0.0.1", "PGPORT": str(self.port)}
        environment |= {"PGUSER": "postgres", **PASSWORDS}
        return subprocess.run([program, *map(str, words)], env=environment, capture_output=True, text=True, timeout=120)

    def script(self, name, *words, path=""):
        done = self.run(SCRIPTS / name, *words, path=path)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def sql(self, database, text):
        done = self.run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", database, "-Atc", text)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def make_store(self, name):
        self.script_psql("-v", f"store={name}", "-d", "postgres", "-f", SCRIPTS / "make-store.sql")
        self.sql(f"catavento_{name}", STORE)

    def script_psql(self, *words):
        done = self.run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", *words)
        assert done.returncode == 0, done.stderr

    def databases(self):
        return self.sql("postgres", "SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY 1").split()
