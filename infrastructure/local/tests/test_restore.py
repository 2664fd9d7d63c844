"""Dumping and restoring on real clusters: the same content on an empty one, and nothing lost when it goes wrong."""

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


@pytest.fixture
def cluster_at(tmp_path):
    started = []

    def start(name):
        started.append(Cluster(tmp_path / name))
        return started[-1]

    yield start
    for cluster in started:
        cluster.stop()


@pytest.fixture
def dumped(cluster_at, tmp_path):
    """A cluster with a store, and the folder of its dumps."""
    cluster = cluster_at("first")
    cluster.make_store("mine")
    cluster.sql("airflow", "CREATE TABLE dag_run (id int); INSERT INTO dag_run VALUES (1)")
    folder = tmp_path / "dumped"
    folder.mkdir()
    cluster.script("dump-databases", folder)
    return cluster, folder


def test_an_empty_cluster_gets_the_same_content_rights_and_owners(dumped, cluster_at, tmp_path):
    _, folder = dumped
    empty = cluster_at("empty")
    assert empty.script("restore-databases", "holding", folder) == ""
    empty.script("restore-databases", "load", folder)
    empty.script("restore-databases", "swap", folder)
    assert empty.databases() == ["airflow", "catavento_mine", "catavento_template", "postgres"]
    again = tmp_path / "again"
    again.mkdir()
    empty.script("dump-databases", again)
    for content in ("catavento_mine.content", "airflow.content"):
        assert (again / content).read_bytes() == (folder / content).read_bytes()
    assert empty.sql("catavento_mine", "SET ROLE catavento_read; SELECT count(*) FROM out.place") == "5000"
    granted = "SELECT has_database_privilege('catavento_read', current_database(), 'CONNECT')"
    assert empty.sql("catavento_mine", granted) == "t"
    to_all = "SELECT count(*) FROM pg_database, aclexplode(datacl) WHERE datname = 'catavento_mine'"
    assert empty.sql("postgres", f"{to_all} AND grantee = 0 AND privilege_type = 'CONNECT'") == "0"
    assert empty.sql("catavento_mine", "INSERT INTO core.place (power) VALUES (1) RETURNING id") == "5001"


def test_the_content_names_every_table_once_and_no_extension_s(dumped):
    _, folder = dumped
    lines = [line.split("\t")[:3] for line in (folder / "catavento_mine.content").read_text().splitlines()]
    assert [line[:3] for line in lines if line[0] == "table"] == [
        ["table", "core.place", "5000"],
        ["table", "core.reading_2026", "3"],
        ["table", "ops.store", "1"],
    ]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE core.place SET power = power + 1e-12 WHERE id = 7",
        "DELETE FROM core.reading WHERE value IS NULL",
        "UPDATE core.place SET page = NULL WHERE id = 9",
        "ALTER TABLE ops.store ADD COLUMN more text",
        "UPDATE core.place p SET power = q.power FROM core.place q WHERE p.id = 3 AND q.id = 4 OR p.id = 4 AND q.id = 3",
    ],
)
def test_any_change_of_a_row_changes_the_content(dumped, tmp_path, change):
    cluster, folder = dumped
    cluster.sql("catavento_mine", change)
    again = tmp_path / "again"
    again.mkdir()
    cluster.script("dump-databases", again)
    assert (again / "catavento_mine.content").read_bytes() != (folder / "catavento_mine.content").read_bytes()


def test_what_is_written_meanwhile_is_in_neither_the_dump_nor_the_content(dumped, cluster_at, tmp_path):
    """A pg_dump that lets another write before it reads: both dump and content are of the snapshot before."""
    cluster, folder = dumped
    slow = tmp_path / "slow"
    slow.mkdir()
    (slow / "pg_dump").write_text(
        "#!/bin/sh\n"
        f'[ "$DATABASE" = airflow ] || {cluster.bin}/psql -qX -d catavento_mine -c "DELETE FROM core.place WHERE id < 100"\n'
        f'exec {cluster.bin}/pg_dump "$@"\n'
    )
    (slow / "pg_dump").chmod(0o755)
    again = tmp_path / "again"
    again.mkdir()
    cluster.script("dump-databases", again, path=f"{slow}:")
    assert cluster.sql("catavento_mine", "SELECT count(*) FROM core.place") == "4901"
    assert (again / "catavento_mine.content").read_bytes() == (folder / "catavento_mine.content").read_bytes()
    cluster_at("empty").script("restore-databases", "load", again)


def test_data_that_is_there_is_named_and_stays_until_the_swap(dumped):
    cluster, folder = dumped
    cluster.sql("catavento_mine", "DELETE FROM core.place")
    assert cluster.script("restore-databases", "holding", folder).split() == ["airflow", "catavento_mine"]
    cluster.script("restore-databases", "load", folder)
    assert cluster.sql("catavento_mine", "SELECT count(*) FROM core.place") == "0"
    cluster.script("restore-databases", "swap", folder)
    assert cluster.sql("catavento_mine", "SELECT count(*) FROM core.place") == "5000"
    assert not [name for name in cluster.databases() if "__" in name]


def test_another_content_is_refused_and_nothing_is_left_behind(dumped):
    cluster, folder = dumped
    content = folder / "catavento_mine.content"
    content.write_text(content.read_text().replace("\t5000\t", "\t4999\t"))
    before = cluster.databases()
    refused = cluster.run(SCRIPTS / "restore-databases", "load", folder)
    assert refused.returncode == 1
    assert refused.stderr == "catavento_mine has another content than when it was dumped; it stays as it was before\n"
    assert cluster.databases() == before


def test_a_dump_that_cannot_be_read_is_named_in_one_line(dumped):
    cluster, folder = dumped
    dump = folder / "catavento_mine.dump"
    dump.write_bytes(dump.read_bytes()[:-2000])
    refused = cluster.run(SCRIPTS / "restore-databases", "load", folder)
    assert refused.returncode == 1
    assert refused.stderr.startswith("catavento_mine could not be restored: ") and len(refused.stderr.splitlines()) == 1
    assert not [name for name in cluster.databases() if "__" in name]


def test_a_swap_that_fails_changes_no_database(dumped):
    """All renames are one transaction: the second database is missing, so the first keeps its name too."""
    cluster, folder = dumped
    cluster.script("restore-databases", "load", folder)
    cluster.sql("airflow", "DELETE FROM dag_run")
    cluster.sql("postgres", "DROP DATABASE catavento_mine__restored")
    assert cluster.run(SCRIPTS / "restore-databases", "swap", folder).returncode != 0
    assert cluster.sql("airflow", "SELECT count(*) FROM dag_run") == "0"
    assert "catavento_mine" in cluster.databases()


def test_a_disk_that_is_full_while_dumping_leaves_no_dump(dumped, tmp_path):
    cluster, _ = dumped
    full = tmp_path / "full"
    full.mkdir()
    (full / "catavento_mine.dump.part").symlink_to("/dev/full")
    refused = cluster.run(SCRIPTS / "dump-databases", full)
    assert refused.returncode != 0
    assert "No space left on device" in refused.stderr
    assert not (full / "catavento_mine.dump").exists()
