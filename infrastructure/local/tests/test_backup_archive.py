"""A backup as a file: packed, sealed, sent, fetched, and refused when it is not what was packed."""

import json
import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[3]
KEYS = {
    "CATAVENTO_BACKUP_S3_ACCESS_KEY": "an-access-key",
    "CATAVENTO_BACKUP_S3_SECRET_KEY": "a-secret-key",
}


def packing(*words, **environment):
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("CATAVENTO", "AWS"))}
    return subprocess.run(
        [sys.executable, "-B", "-m", "catavento_backup", *map(str, words)],
        env={**inherited, "PYTHONPATH": str(PROJECT / "infrastructure" / "backup"), **environment},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.fixture
def dumped(tmp_path):
    """A folder as dump-databases leaves it; the dumps are larger than a chunk of a sealed file."""
    folder = tmp_path / "dumped"
    folder.mkdir()
    (folder / "airflow.dump").write_bytes(b"airflow" * 1000)
    (folder / "airflow.content").write_text("table\tpublic.dag_run\t2\t10\t11\tc\n")
    (folder / "catavento_demo.dump").write_bytes(os.urandom(3 << 20))
    (folder / "catavento_demo.content").write_text("table\tcore.wind_turbine\t3\t1\t2\tc\ntable\tops.store\t1\t5\t6\tc\n")
    (folder / "server.json").write_text('{"postgresql": 170011, "postgis": "3.5.2"}')
    (tmp_path / "secrets.env").write_text("CATAVENTO_READ_PASSWORD=very-secret\n")
    return folder


@pytest.fixture
def key(tmp_path):
    file = tmp_path / "key"
    file.write_text("a passphrase of several words\n")
    return file


def pack(folder, to, *more, **environment):
    return packing(
        *("pack", folder, "--to", to, "--at", "2026-11-20T06:00:00Z", "--fact", "runner=process"),
        *("--secrets", folder.parent / "secrets.env", "--store", "demo=demo", *more),
        **environment,
    )


def unpack(source, tmp_path, *more, **environment):
    folder = tmp_path / "unpacked"
    folder.mkdir(exist_ok=True, parents=True)
    return packing("unpack", source, folder, *more, **environment), folder


def facts(done):
    assert done.returncode == 0, done.stderr
    return dict(line.split("=", 1) for line in done.stdout.splitlines())


def refusal(done):
    assert done.returncode == 1, done.stdout
    assert len(done.stderr.splitlines()) == 1 and done.stderr.startswith("catavento: "), done.stderr
    return done.stderr


def test_what_was_packed_is_unpacked(dumped, tmp_path):
    made = facts(pack(dumped, tmp_path))
    assert made["name"] == "catavento-20261120T060000Z.tar"
    done, folder = unpack(tmp_path, tmp_path)
    found = facts(done)
    assert (folder / "catavento_demo.dump").read_bytes() == (dumped / "catavento_demo.dump").read_bytes()
    assert (folder / "stores" / "demo").read_text() == "demo\n"
    assert found["databases"] == "airflow catavento_demo"
    assert found["content_sha256"] == made["content_sha256"] and found["postgresql"] == "170011"


def test_an_open_backup_holds_no_passwords_and_is_its_owner_s(dumped, tmp_path):
    file = Path(facts(pack(dumped, tmp_path))["address"])
    assert b"very-secret" not in file.read_bytes()
    assert b"secrets.env" not in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_sealed_backup_shows_nothing_and_holds_the_passwords(dumped, tmp_path, key):
    file = Path(facts(pack(dumped, tmp_path, "--key", key))["address"])
    assert file.name == "catavento-20261120T060000Z.tar.sealed"
    for told in (b"airflow", b"manifest", b"very-secret"):
        assert told not in file.read_bytes()
    done, folder = unpack(file, tmp_path, "--key", key)
    facts(done)
    assert (folder / "secrets.env").read_text() == "CATAVENTO_READ_PASSWORD=very-secret\n"


def test_no_two_sealed_backups_share_a_key_stream(dumped, tmp_path, key):
    first = Path(facts(pack(dumped, tmp_path, "--key", key))["address"]).read_bytes()
    second = Path(facts(pack(dumped, tmp_path, "--key", key))["address"]).read_bytes()
    assert first[19:35] != second[19:35]
    assert first[35:200] != second[35:200]


def test_a_wrong_key_is_named(dumped, tmp_path, key):
    file = facts(pack(dumped, tmp_path, "--key", key))["address"]
    other = tmp_path / "other"
    other.write_text("another passphrase of words")
    assert "the key does not open this backup" in refusal(unpack(file, tmp_path, "--key", other)[0])


def test_a_sealed_backup_without_a_key_says_what_is_missing(dumped, tmp_path, key):
    file = facts(pack(dumped, tmp_path, "--key", key))["address"]
    assert "--key FILE" in refusal(unpack(file, tmp_path)[0])


def test_a_key_for_an_open_backup_is_refused(dumped, tmp_path, key):
    file = facts(pack(dumped, tmp_path))["address"]
    assert "is not sealed" in refusal(unpack(file, tmp_path, "--key", key)[0])


def test_of_several_files_the_one_that_was_taken_is_named(dumped, tmp_path, key):
    file = Path(facts(pack(dumped, tmp_path, "--key", key))["address"])
    newest = tmp_path / "catavento-20261121T060000Z.tar"
    file.with_suffix("").unlink(missing_ok=True)
    facts(pack(dumped, tmp_path))
    file.with_suffix("").rename(newest)
    assert f"{newest.name}: this backup is not sealed: leave --key away" in refusal(unpack(tmp_path, tmp_path / "first", "--key", key)[0])
    newest.write_text("no backup at all, but long enough to be read as one\n")
    assert f"{newest.name}: this is no backup of Catavento" in refusal(unpack(tmp_path, tmp_path / "second", "--key", key)[0])
    assert f"{newest.name}: this is no backup" in refusal(unpack(tmp_path, tmp_path / "third")[0])


def test_a_short_key_is_refused_before_anything_is_dumped(tmp_path):
    (tmp_path / "key").write_text("short\n")
    assert "has 5 bytes, at least 16" in refusal(packing("check", "--to", tmp_path, "--key", tmp_path / "key"))


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("left", [0.0, 0.001, 0.3, 0.9, 0.999])
def test_a_backup_cut_off_anywhere_is_refused(dumped, tmp_path, key, sealed, left):
    options = ["--key", key] if sealed else []
    file = Path(facts(pack(dumped, tmp_path, *options))["address"])
    whole = file.read_bytes()
    # What follows the last part of an open tar is padding, without which it is whole all the same.
    file.write_bytes(whole[: int(len(whole) * left) if left < 0.99 else len(whole) - (12_000 if not sealed else 1)])
    refusal(unpack(file, tmp_path, *options)[0])


def test_a_chunk_cut_off_at_its_end_is_missed(dumped, tmp_path, key):
    file = Path(facts(pack(dumped, tmp_path, "--key", key))["address"])
    chunk = (1 << 20) + 16
    file.write_bytes(file.read_bytes()[: 35 + 2 * chunk])
    assert "damaged or cut off after 1 MiB" in refusal(unpack(file, tmp_path, "--key", key)[0])


def test_two_chunks_that_changed_places_are_noticed(dumped, tmp_path, key):
    file = Path(facts(pack(dumped, tmp_path, "--key", key))["address"])
    whole, chunk = file.read_bytes(), (1 << 20) + 16
    head, first, second, rest = whole[:35], whole[35 : 35 + chunk], whole[35 + chunk : 35 + 2 * chunk], whole[35 + 2 * chunk :]
    file.write_bytes(head + second + first + rest)
    refusal(unpack(file, tmp_path, "--key", key)[0])


@pytest.mark.parametrize("sealed", [False, True])
def test_a_changed_byte_is_noticed(dumped, tmp_path, key, sealed):
    options = ["--key", key] if sealed else []
    file = Path(facts(pack(dumped, tmp_path, *options))["address"])
    changed = bytearray(file.read_bytes())
    changed[len(changed) // 2] ^= 1
    file.write_bytes(changed)
    assert "damaged" in refusal(unpack(file, tmp_path, *options)[0])


def test_a_backup_that_names_other_files_writes_none(dumped, tmp_path):
    import io
    import tarfile

    parts = {"../escaped": "0" * 64}
    manifest = json.dumps({"format": 1, "databases": {}, "stores": {}, "parts": parts}).encode()
    file = tmp_path / "catavento-20261120T060000Z.tar"
    with tarfile.open(file, "w") as tar:
        for name, content in (("manifest.json", manifest), ("../escaped", b"x")):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    assert "names what cannot be Catavento's: ../escaped" in refusal(unpack(file, tmp_path)[0])
    assert not (tmp_path / "escaped").exists()


def test_any_other_file_is_no_backup(tmp_path):
    (tmp_path / "notes.tar").write_text("hello")
    assert "notes.tar: this is no backup" in refusal(unpack(tmp_path / "notes.tar", tmp_path)[0])


def test_the_newest_backup_of_a_folder_is_taken(dumped, tmp_path):
    pack(dumped, tmp_path)
    newer = packing("pack", dumped, "--to", tmp_path, "--at", "2026-11-21T06:00:00Z")
    (tmp_path / "zzz.tar").write_text("something else")
    assert facts(unpack(tmp_path, tmp_path)[0])["name"] == facts(newer)["name"]


def test_a_folder_without_a_backup_is_named(tmp_path):
    assert f"there is no backup in {tmp_path}" in refusal(unpack(tmp_path, tmp_path)[0])


def test_a_full_disk_leaves_nothing_under_the_final_name(dumped, tmp_path):
    """/dev/full takes nothing: the part's name leads there."""
    (tmp_path / ".catavento-20261120T060000Z.tar.part").symlink_to("/dev/full")
    assert "is full" in refusal(pack(dumped, tmp_path))
    assert not list(tmp_path.glob("*catavento-*"))
    assert not list(tmp_path.glob(".catavento-*"))


def test_the_content_hash_does_not_depend_on_what_lies_where(dumped, tmp_path):
    first = facts(pack(dumped, tmp_path))["content_sha256"]
    lines = (dumped / "catavento_demo.content").read_text().splitlines()
    (dumped / "catavento_demo.content").write_text("\n".join(reversed(lines)) + "\n")
    assert facts(pack(dumped, tmp_path))["content_sha256"] == first
    (dumped / "catavento_demo.content").write_text("\n".join(lines).replace("\t5\t", "\t4\t") + "\n")
    assert facts(pack(dumped, tmp_path))["content_sha256"] != first


@pytest.fixture(scope="module")
def endpoint():
    """A real S3 server on a port of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            urllib.request.build_opener(urllib.request.ProxyHandler({})).open(f"{url}/moto-api/", timeout=2)
            break
        except OSError:
            time.sleep(0.2)
    yield url
    server.terminate()
    server.wait()


@pytest.fixture
def store(endpoint):
    import boto3

    client = boto3.client(
        "s3", endpoint_url=endpoint, aws_access_key_id="a", aws_secret_access_key="b", region_name="us-east-1"
    )
    client.create_bucket(Bucket="kept")
    yield client
    for entry in client.list_objects_v2(Bucket="kept").get("Contents", []):
        client.delete_object(Bucket="kept", Key=entry["Key"])
    client.delete_bucket(Bucket="kept")


def test_a_backup_goes_to_a_bucket_in_parts_and_comes_back(dumped, tmp_path, key, endpoint, store):
    (dumped / "catavento_demo.dump").write_bytes(os.urandom(40 << 20))
    settings = {**KEYS, "CATAVENTO_BACKUP_S3_ENDPOINT": endpoint}
    made = facts(pack(dumped, "s3://kept/every/night", "--key", key, **settings))
    assert made["address"] == "s3://kept/every/night/catavento-20261120T060000Z.tar.sealed"
    there = store.head_object(Bucket="kept", Key="every/night/catavento-20261120T060000Z.tar.sealed")
    assert there["ContentLength"] == int(made["bytes"])
    assert re.search(r'-\d+"$', there["ETag"]), "it was not sent in parts"
    for source in ("s3://kept/every/night", made["address"]):
        done, folder = unpack(source, tmp_path, "--key", key, **settings)
        assert facts(done)["content_sha256"] == made["content_sha256"]
        assert (folder / "catavento_demo.dump").read_bytes() == (dumped / "catavento_demo.dump").read_bytes()
        for file in folder.rglob("*"):
            if file.is_file():
                file.unlink()
        (folder / "stores").rmdir()


def test_a_backup_changed_in_the_bucket_is_refused(dumped, tmp_path, endpoint, store):
    settings = {**KEYS, "CATAVENTO_BACKUP_S3_ENDPOINT": endpoint}
    facts(pack(dumped, "s3://kept", **settings))
    name = "catavento-20261120T060000Z.tar"
    there = store.get_object(Bucket="kept", Key=name)
    store.put_object(Bucket="kept", Key=name, Body=there["Body"].read()[:-1] + b"x", Metadata=there["Metadata"])
    assert "another SHA-256 than when it was sent" in refusal(unpack("s3://kept", tmp_path, **settings)[0])


@pytest.mark.parametrize(("given", "signed_for"), [({}, "us-east-1"), ({"CATAVENTO_BACKUP_S3_REGION": "sa-east-1"}, "sa-east-1")])
def test_requests_are_signed_for_the_bucket_s_region(given, signed_for):
    signed = []

    class Bucket(BaseHTTPRequestHandler):
        def do_HEAD(self):
            signed.append(self.headers["Authorization"])
            self.send_response(404)
            self.end_headers()

        do_GET = do_HEAD

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings = {**KEYS, "CATAVENTO_BACKUP_S3_ENDPOINT": f"http://127.0.0.1:{server.server_address[1]}", **given}
    assert "s3://kept" in refusal(packing("check", "--to", "s3://kept", **settings))
    server.shutdown()
    assert signed and all(f"/{signed_for}/s3/aws4_request" in header for header in signed)


@pytest.mark.parametrize(
    ("address", "changed", "words"),
    [
        ("s3://nowhere/x", {}, "s3://nowhere/x: no such bucket"),
        ("s3://", {}, "names no bucket"),
        ("s3://kept", {"CATAVENTO_BACKUP_S3_SECRET_KEY": ""}, "CATAVENTO_BACKUP_S3_SECRET_KEY: not set"),
        ("s3://kept", {"CATAVENTO_BACKUP_S3_ENDPOINT": "nonsense"}, "CATAVENTO_BACKUP_S3_ENDPOINT=nonsense"),
        ("s3://kept", {"CATAVENTO_BACKUP_S3_ENDPOINT": "http://127.0.0.1:1"}, "Could not connect"),
    ],
)
def test_a_bucket_that_cannot_be_used_is_named_before_anything_is_dumped(endpoint, store, address, changed, words):
    settings = {**KEYS, "CATAVENTO_BACKUP_S3_ENDPOINT": endpoint, **changed}
    assert words in refusal(packing("check", "--to", address, **settings))
