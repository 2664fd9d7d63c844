"""./catavento backup and restore as processes, on a real cluster: what they leave where, and that nothing falls between two copies."""

import os
import signal
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from test_script import PROJECT, words_of_the_script
from waiting import wait_for

# Everything but the cluster, which is there: no service runs, none is started.
STAND_INS = """
at_hand() { pg_bin=$PROGRAMS; }
need_postgres() { at_hand; }; start_empty_cluster() { at_hand; }; need_packing() { :; }
bring_up() { echo "services start"; }; service_is_up() { [ "$1" = scheduler ]; }; where_to_look() { :; }; stop_process() { :; }
"""


@pytest.fixture
def installation(tmp_path, cluster_at):
    """A clone with the store mine, and the cluster that it is in."""
    clone = tmp_path / "clone"
    (clone / ".local" / "run").mkdir(parents=True)
    for name in ("catavento", "infrastructure", "dags", "tasks", "pom.xml", ".env.example"):
        (clone / name).symlink_to(PROJECT / name)
    (clone / ".local" / "venv").symlink_to(sys.prefix)
    cluster = cluster_at("cluster")
    cluster.make_store("mine")
    cluster.sql("airflow", "CREATE TABLE dag_run (id int); INSERT INTO dag_run VALUES (1)")
    (clone / ".local" / "run" / "postgres.port").write_text(str(cluster.port))
    (clone / ".local" / "secrets.env").write_text("POSTGRES_PASSWORD=the-superuser-s\n")
    return clone, cluster


def verb(installation, name, *arguments, programs=None, also=""):
    clone, cluster = installation
    code = f". infrastructure/local/verbs/{name}.sh\nPROGRAMS={programs or cluster.bin}\n{STAND_INS}{also}\nmain {' '.join(map(str, arguments))}"
    return words_of_the_script(clone, code)


@pytest.fixture
def key(tmp_path):
    file = tmp_path / "key"
    file.write_text("a key of several words\n")
    file.chmod(0o600)
    return file


def rows(cluster):
    return cluster.sql("catavento_mine", "SELECT count(*) FROM core.place")


def test_what_is_written_until_airflow_has_stopped_is_in_the_safety_copy(installation, tmp_path):
    clone, cluster = installation
    assert verb(installation, "backup", "--to", tmp_path / "kept").returncode == 0
    last_word = f"psql -qX -h 127.0.0.1 -p {cluster.port} -U postgres -d catavento_mine -c 'INSERT INTO core.place (power) VALUES (1)'"
    also = f'stop_process() {{ [ "$1" != scheduler ] || {cluster.bin}/{last_word}; }}'
    restored = verb(installation, "restore", tmp_path / "kept", "--yes", also=also)
    assert restored.returncode == 0, restored.stdout
    assert rows(cluster) == "5000"
    again = verb(installation, "restore", clone / "backups", "--yes")
    assert again.returncode == 0, again.stdout
    assert rows(cluster) == "5001"


def test_a_safety_copy_that_cannot_be_made_changes_nothing_and_the_services_start(installation, tmp_path):
    clone, cluster = installation
    assert verb(installation, "backup", "--to", tmp_path / "kept").returncode == 0
    cluster.sql("catavento_mine", "DELETE FROM core.place WHERE id > 10")
    broken = wrapped(cluster, tmp_path, "echo 'pg_dump: error: the disk is broken' >&2; exit 1")
    refused = verb(installation, "restore", tmp_path / "kept", "--yes", programs=broken)
    assert refused.returncode == 1
    assert "services start" in refused.stdout
    assert refused.stdout.splitlines()[-1] == (
        "catavento: the databases could not be dumped: pg_dump: error: the disk is broken. Nothing was changed."
    )
    assert rows(cluster) == "10"


def test_data_is_refused_before_anything_stops(installation, tmp_path):
    clone, cluster = installation
    assert verb(installation, "backup", "--to", tmp_path / "kept").returncode == 0
    refused = verb(installation, "restore", tmp_path / "kept", also="stop_process() { echo stopped; }")
    assert (refused.returncode, "stopped" in refused.stdout) == (1, False), refused.stdout
    assert "there is data already in airflow catavento_mine" in refused.stdout


def wrapped(cluster, tmp_path, code):
    """The cluster's programs, of which pg_dump is this code."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for program in cluster.bin.iterdir():
        (programs / program.name).symlink_to(program)
    (programs / "pg_dump").unlink()
    (programs / "pg_dump").write_text(f"#!/bin/bash\n{code}\n")
    (programs / "pg_dump").chmod(0o755)
    return programs


def test_a_sealed_backup_leaves_nothing_open_on_its_medium(installation, tmp_path, key):
    """Neither while it is made, nor when it is killed."""
    clone, cluster = installation
    kept = tmp_path / "kept"
    seen = tmp_path / "seen"
    programs = wrapped(cluster, tmp_path, f'{cluster.bin}/pg_dump "$@"; find {kept} -type f -o -type d -name ".*" >>{seen}; ls -A {clone}/.local >>{seen}.local')
    made = verb(installation, "backup", "--to", kept, "--key", key, programs=programs)
    assert made.returncode == 0, made.stdout
    assert seen.read_text() == ""
    assert ".catavento." in Path(f"{seen}.local").read_text()
    (sealed,) = kept.iterdir()
    assert sealed.name.endswith(".tar.sealed")
    assert not list((clone / ".local").glob(".catavento.*"))


def test_what_a_killed_backup_left_goes_with_the_next(installation, tmp_path):
    clone, cluster = installation
    kept = tmp_path / "kept"
    left = kept / ".catavento.Left01"
    left.mkdir(parents=True)
    (left / "airflow.dump").write_text("data")
    os.utime(left, (0, 0))
    young = kept / ".catavento.Young1"
    young.mkdir()
    programs = wrapped(cluster, tmp_path, 'echo "$PPID" >"$DUMP.part"; exec sleep 600')
    code = f". infrastructure/local/verbs/backup.sh\nPROGRAMS={programs}\n{STAND_INS}\nmain --to {kept}"
    opening = "set -euo pipefail; home=$PWD local_dir=$PWD/.local run_dir=$PWD/.local/run log_dir=$PWD/.local/logs secrets_file=$PWD/.local/secrets.env\n"
    opening += 'mkdir -p "$log_dir"; for part in infrastructure/local/lib/*.sh; do . "$part"; done; load_settings; choose_runner\n'
    killed = subprocess.Popen(
        ["bash", "-c", opening + code], cwd=clone, start_new_session=True, stdout=subprocess.DEVNULL, env={**os.environ, "CATAVENTO_RUNNER": "process"}
    )
    wait_for(lambda: list((clone / ".local").glob(".catavento.*/*.part")), 60)
    (running,) = (clone / ".local").glob(".catavento.*")
    beside = verb(installation, "backup", "--to", kept)
    assert beside.returncode == 0, beside.stdout
    assert running.exists(), "a backup that is under way keeps its folder"
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    assert running.exists()
    assert verb(installation, "backup", "--to", tmp_path / "elsewhere").returncode == 0
    assert not running.exists()
    assert not left.exists() and young.exists()


def test_a_sealed_backup_brings_the_passwords_back(installation, tmp_path, key):
    clone, _ = installation
    made = verb(installation, "backup", "--to", tmp_path / "kept", "--key", key)
    assert made.returncode == 0, made.stdout
    fresh = clone / ".local" / "secrets.env"
    fresh.write_text("CLONE=x\n")
    restored = verb(installation, "restore", tmp_path / "kept", "--key", key, "--yes")
    assert restored.returncode == 0, restored.stdout
    assert "POSTGRES_PASSWORD=the-superuser-s" in fresh.read_text()
    assert not tarfile.is_tarfile(next((tmp_path / "kept").iterdir()))


@pytest.mark.parametrize(
    ("lines", "back"),
    [("CATAVENTO_POSTGRES_PORT=15433\n", True), ("# CATAVENTO_READ_PASSWORD=\n", True), ("CATAVENTO_DB_PASSWORD_LOAD=mine\n", False)],
)
def test_only_an_installation_with_a_password_of_its_own_keeps_it(installation, tmp_path, lines, back):
    clone, _ = installation
    (clone / "work").mkdir()
    (clone / "work" / "secrets.env").write_text("CATAVENTO_READ_PASSWORD=of-the-backup\nCATAVENTO_AIRFLOW_FERNET_KEY=k\n")
    (clone / ".env").write_text(lines)
    code = ". infrastructure/local/verbs/restore.sh; work=work facts_of[runner]=docker facts_of[name]=b.tar runner=docker; put_secrets_back"
    told = words_of_the_script(clone, code)
    assert told.returncode == 0, told.stdout
    assert ("of-the-backup" in (clone / ".env").read_text()) == back


def test_passwords_that_come_back_stand_once(installation):
    """A name that the file has keeps its value; one without a value gets the backup's."""
    clone, _ = installation
    (clone / "work").mkdir()
    (clone / "work" / "secrets.env").write_text("CATAVENTO_AIRFLOW_PORT=1\nCATAVENTO_READ_PASSWORD=of-the-backup\nCATAVENTO_AIRFLOW_FERNET_KEY=k\n")
    (clone / ".env").write_text("CATAVENTO_AIRFLOW_PORT=18099\nCATAVENTO_READ_PASSWORD=\n")
    code = ". infrastructure/local/verbs/restore.sh; work=work facts_of[runner]=docker facts_of[name]=b.tar runner=docker; put_secrets_back"
    told = words_of_the_script(clone, code)
    assert told.returncode == 0, told.stdout
    assert (clone / ".env").read_text() == "CATAVENTO_AIRFLOW_PORT=18099\nCATAVENTO_READ_PASSWORD=of-the-backup\nCATAVENTO_AIRFLOW_FERNET_KEY=k\n"


def test_what_no_backup_can_be_made_with_is_refused_before_any_dump(installation, tmp_path):
    short = tmp_path / "short"
    short.write_text("short\n")
    short.chmod(0o600)
    for options in (["--key", short], ["--to", "s3://bucket/prefix"]):
        refused = verb(installation, "backup", *options)
        assert (refused.returncode, "dumping" in refused.stdout) == (1, False), refused.stdout
        assert refused.stdout.startswith("catavento: ") and len(refused.stdout.splitlines()) == 1


def test_exports_that_are_ahead_of_a_restored_store_are_told(installation, tmp_path):
    clone, cluster = installation
    tables = "CREATE TABLE out.release (dataset text, source text, day date); GRANT SELECT ON out.release TO catavento_read"
    cluster.sql("catavento_mine", f"{tables}; INSERT INTO out.release VALUES ('wind_fleet', NULL, '2026-03-12')")
    exported = clone / "exports" / "mine" / "wind_fleet"
    exported.mkdir(parents=True)
    (exported / "latest").symlink_to("2026-03-13")
    (clone / ".local" / "secrets.env").open("a").write("CATAVENTO_READ_PASSWORD=none-is-asked\n")
    assert verb(installation, "backup", "--to", tmp_path / "kept").returncode == 0
    restored = verb(installation, "restore", tmp_path / "kept", "--yes")
    assert restored.returncode == 0, restored.stdout
    ahead = "Exports of wind_fleet are ahead of the store mine: latest is of 2026-03-13, the store's newest day is 2026-03-12."
    assert ahead in restored.stdout and "./catavento run --store mine --day 2026-03-13" in restored.stdout
    status = words_of_the_script(clone, "store=mine; find_postgres; exports_ahead")
    assert status.stdout.splitlines()[0] == ahead
    cluster.sql("catavento_mine", "INSERT INTO out.release VALUES ('wind_fleet', NULL, '2026-03-13')")
    assert words_of_the_script(clone, "store=mine; find_postgres; exports_ahead").stdout == ""
