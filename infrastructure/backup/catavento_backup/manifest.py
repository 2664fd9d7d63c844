"""What a backup says of itself: when and of what it was made, and a hash of each part and of the content."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from catavento_backup.errors import BackupError

FORMAT = 1
SECRETS = "secrets.env"
_DATABASE = re.compile(r"(catavento_[a-z][a-z0-9_]{0,30}|airflow)")
_STORE = re.compile(r"[a-z][a-z0-9_]{0,30}")


def make(
    folder: Path, made_at: str, facts: dict[str, str], stores: dict[str, str], secrets: bytes | None = None
) -> dict[str, Any]:
    """Of a folder as dump-database leaves it: for each database a dump and the lines of its content."""
    databases = {file.stem: _database(folder, file.stem) for file in sorted(folder.glob("*.dump"))}
    parts = {name: sha256_of(folder / name) for name in part_names(folder)}
    if secrets is not None:
        parts[SECRETS] = hashlib.sha256(secrets).hexdigest()
    server = json.loads((folder / "server.json").read_text())
    return {
        "format": FORMAT,
        "made_at": made_at,
        **facts,
        **server,
        "content_sha256": content_hash(folder, list(databases)),
        "databases": databases,
        "stores": stores,
        "parts": parts,
    }


def part_names(folder: Path) -> list[str]:
    """Names of the folder's files that a backup holds, in the order in which they stand in it."""
    dumps = sorted(file.stem for file in folder.glob("*.dump"))
    return [f"{name}.{kind}" for name in dumps for kind in ("content", "dump")]


def content_hash(folder: Path, databases: list[str]) -> str:
    """SHA-256 over the sorted lines of all databases: the same for the same content, however it lies on disk."""
    lines = [f"{name}\t{line}" for name in databases for line in (folder / f"{name}.content").read_text().splitlines()]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def check(manifest: Any) -> dict[str, Any]:
    """The manifest, when it is one that this version understands and names nothing that it must not."""
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        found = manifest.get("format") if isinstance(manifest, dict) else None
        raise BackupError(f"this is a backup of format {found}, this version of Catavento reads format {FORMAT}")
    allowed = {f"{name}.{kind}" for name in manifest["databases"] for kind in ("content", "dump")} | {SECRETS}
    wrong = [name for name in manifest["databases"] if not _DATABASE.fullmatch(name)]
    wrong += [name for name in manifest["stores"] if not _STORE.fullmatch(name)]
    wrong += [name for name in manifest["parts"] if name not in allowed]
    if wrong:
        raise BackupError(f"the backup names what cannot be Catavento's: {', '.join(sorted(wrong))}")
    return manifest


def sha256_of(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _database(folder: Path, name: str) -> dict[str, Any]:
    tables = [line.split("\t") for line in (folder / f"{name}.content").read_text().splitlines() if line.startswith("table\t")]
    return {
        "dump_bytes": (folder / f"{name}.dump").stat().st_size,
        "content_sha256": content_hash(folder, [name]),
        "tables": len(tables),
        "rows": sum(int(table[2]) for table in tables),
    }
