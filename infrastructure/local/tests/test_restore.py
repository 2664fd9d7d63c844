"""Dumping and restoring on real clusters: the same content on an empty one, and nothing lost when it goes wrong."""

import os
import signal
import subprocess

import pytest

from clusters import SCRIPTS
from waiting import wait_for

CONNECTED = "SELECT count(*) FROM pg_stat_activity WHERE datname = 'catavento_mine'"
CLOSED = "SELECT datname FROM pg_database WHERE NOT datallowconn AND datname <> 'template0' ORDER BY 1"


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


def test_a_client_that_connects_again_at_once_does_not_stop_the_swap(dumped):
    """As a dashboard does, whose connection the swap ends."""
    cluster, folder = dumped
    cluster.script("restore-databases", "load", folder)
    again = f"while :; do {cluster.bin}/psql -qX -h 127.0.0.1 -p {cluster.port} -U postgres -d catavento_mine -c 'SELECT pg_sleep(60)'; done"
    clients = [subprocess.Popen(["bash", "-c", again], stderr=subprocess.DEVNULL, start_new_session=True) for _ in range(4)]
    try:
        wait_for(lambda: cluster.sql("postgres", f"{CONNECTED} AND query LIKE '%pg_sleep%'") == "4")
        cluster.sql("catavento_mine", "DELETE FROM core.place")
        cluster.script("restore-databases", "swap", folder)
        wait_for(lambda: cluster.sql("postgres", f"{CONNECTED} AND query LIKE '%pg_sleep%'") == "4")
    finally:
        for client in clients:
            os.killpg(client.pid, signal.SIGKILL)
    assert cluster.sql("catavento_mine", "SELECT count(*) FROM core.place") == "5000"
    assert not [name for name in cluster.databases() if "__" in name]


def test_a_swap_that_fails_or_is_killed_leaves_databases_that_open(dumped):
    cluster, folder = dumped
    cluster.script("restore-databases", "load", folder)
    cluster.sql("postgres", "DROP DATABASE catavento_mine__restored")
    assert cluster.run(SCRIPTS / "restore-databases", "swap", folder).returncode != 0
    assert cluster.sql("postgres", CLOSED) == "airflow__restored"
    cluster.sql("postgres", "ALTER DATABASE catavento_mine ALLOW_CONNECTIONS false")
    cluster.sql("postgres", "ALTER DATABASE airflow ALLOW_CONNECTIONS false")
    cluster.script("set-up-cluster")
    assert cluster.sql("postgres", CLOSED).split() == ["airflow__restored"]


def test_who_writes_is_disconnected_and_who_reads_is_not(dumped):
    cluster, folder = dumped
    clients = [
        subprocess.Popen([cluster.bin / "psql", "-qX", *at, "-c", "SELECT pg_sleep(60)"], stderr=subprocess.DEVNULL)
        for login, database in [("catavento_task_load", "catavento_mine"), ("catavento_read", "catavento_mine"), ("airflow", "postgres")]
        for at in [["-h", "127.0.0.1", "-p", str(cluster.port), "-U", login, "-d", database]]
    ]
    try:
        wait_for(lambda: cluster.sql("postgres", "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'") == "3")
        cluster.script("restore-databases", "disconnect", folder)
        left = "SELECT usename FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' ORDER BY 1"
        assert cluster.sql("postgres", left).split() == ["airflow", "catavento_read"]
    finally:
        for client in clients:
            client.kill()
            client.wait()


def test_each_database_of_a_store_is_dumped_or_named(dumped, tmp_path):
    """Also one that an earlier version let be called so."""
    cluster, folder = dumped
    for name in ("catavento_old__name", "catavento_mine__before", "catavento_mine__restored"):
        cluster.sql("postgres", f"CREATE DATABASE {name} TEMPLATE template0")
    again = tmp_path / "again"
    again.mkdir()
    cluster.script("dump-databases", again)
    assert sorted(file.stem for file in again.glob("*.dump")) == ["airflow", "catavento_mine", "catavento_old__name"]
    cluster.sql("postgres", 'CREATE DATABASE "catavento_Mine" TEMPLATE template0')
    refused = cluster.run(SCRIPTS / "dump-databases", again)
    assert refused.returncode == 1
    assert "the database catavento_Mine (rename or drop it)" in refused.stderr
