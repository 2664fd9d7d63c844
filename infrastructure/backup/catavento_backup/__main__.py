"""The script's words: check, pack, unpack."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from pathlib import Path

from catavento_backup import archive, manifest
from catavento_backup.errors import BackupError
from catavento_backup.places import Directory, place_of
from catavento_backup.sealing import read_key


def main() -> int:
    given = _arguments()
    try:
        given.act(given)
    except BackupError as refused:
        print(f"catavento: {refused}", file=sys.stderr)
        return 1
    return 0


def _check(given: argparse.Namespace) -> None:
    _key(given)
    place_of(given.to).check()


def _pack(given: argparse.Namespace) -> None:
    key, place = _key(given), place_of(given.to)
    secrets = given.secrets.read_bytes() if key and given.secrets else None
    made = manifest.make(given.folder, given.at, dict(given.fact), dict(given.store), secrets)
    name = f"catavento-{re.sub('[-:]', '', given.at)}.tar{'.sealed' if key else ''}"
    folder = Path(given.to) if isinstance(place, Directory) else given.folder
    archive.write(given.folder, made, folder / name, key, secrets)
    size = (folder / name).stat().st_size
    address = place.put(folder / name)
    rows = sum(database["rows"] for database in made["databases"].values())
    _hand_over({"name": name, "address": address, "bytes": size, "rows": rows, "content_sha256": made["content_sha256"]})


def _unpack(given: argparse.Namespace) -> None:
    key = _key(given)
    fetched = given.folder / "fetched"
    fetched.mkdir()
    file = place_of(given.source).fetch(fetched)
    found = archive.read(file, given.folder, key)
    shutil.rmtree(fetched)
    stores = given.folder / "stores"
    stores.mkdir()
    for store, source in found["stores"].items():
        (stores / store).write_text(f"{source}\n")
    (given.folder / "manifest.json").write_text(json.dumps(found))
    facts = {name: found.get(name) or "" for name in ("made_at", "runner", "version", "current_store", "schedule_from")}
    server = {"postgresql": found["postgresql"], "content_sha256": found["content_sha256"]}
    _hand_over({"name": file.name, "databases": " ".join(found["databases"]), **facts, **server})


def _hand_over(facts: dict[str, object]) -> None:
    """To the script, a line each."""
    for name, value in facts.items():
        print(f"{name}={str(value).replace(chr(10), ' ')}")


def _key(given: argparse.Namespace) -> bytes | None:
    return read_key(given.key) if given.key else None


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, value


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="catavento_backup", description=__doc__)
    words = parser.add_subparsers(required=True)
    check = words.add_parser("check", help="whether a backup could be put there")
    check.set_defaults(act=_check)
    pack = words.add_parser("pack", help="makes one file of a folder of dumps, and puts it there")
    pack.add_argument("folder", type=Path)
    pack.add_argument("--at", required=True)
    pack.add_argument("--fact", type=_pair, action="append", default=[])
    pack.add_argument("--store", type=_pair, action="append", default=[])
    pack.set_defaults(act=_pack)
    pack.add_argument("--secrets", type=Path, help="a file that goes into a sealed backup only, read where it is")
    for word in (check, pack):
        word.add_argument("--to", required=True)
    unpack = words.add_parser("unpack", help="checks a backup whole and unpacks it")
    unpack.add_argument("source")
    unpack.add_argument("folder", type=Path)
    unpack.set_defaults(act=_unpack)
    for word in (check, pack, unpack):
        word.add_argument("--key", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
