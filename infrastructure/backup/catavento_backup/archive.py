"""The file of a backup: a tar of the manifest and its parts, sealed when there is a key."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from catavento_backup import manifest as manifests
from catavento_backup.errors import BackupError
from catavento_backup.sealing import MAGIC, SealedReader, SealedWriter

MANIFEST = "manifest.json"


def write(folder: Path, manifest: dict[str, Any], file: Path, key: bytes | None, secrets: bytes | None = None) -> None:
    """Writes the parts of ``folder`` to ``file``, which gets its name when it is whole and on the disk."""
    part = file.with_name(f".{file.name}.part")
    with _full_disk_in_words(file.parent):
        try:
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
                _fill(folder, manifest, out, key, secrets)
                out.flush()
                os.fsync(out.fileno())
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)


def _fill(folder: Path, manifest: dict[str, Any], out: BinaryIO, key: bytes | None, secrets: bytes | None) -> None:
    sealed = SealedWriter(out, key) if key else None
    with tarfile.open(fileobj=sealed or out, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        text = json.dumps(manifest, indent=2, ensure_ascii=False).encode()
        tar.addfile(_entry(MANIFEST, len(text)), io.BytesIO(text))
        for name in manifest["parts"]:
            if name == manifests.SECRETS:
                tar.addfile(_entry(name, len(secrets)), io.BytesIO(secrets))
                continue
            with (folder / name).open("rb") as opened:
                tar.addfile(_entry(name, (folder / name).stat().st_size), opened)
    if sealed:
        sealed.finish()


def read(file: Path, folder: Path, key: bytes | None) -> dict[str, Any]:
    """Unpacks ``file`` into ``folder``; the manifest, when every part is there and has the hash that it gives."""
    with _full_disk_in_words(folder), _naming(file), file.open("rb") as opened:
        stream = _open(opened, key)
        try:
            with tarfile.open(fileobj=stream, mode="r|") as tar:
                manifest = _unpack(tar, folder)
            # A sealed file is genuine to its end only when it was read to its end.
            while stream.read(1 << 20):
                pass
        except (tarfile.TarError, EOFError) as cut:
            raise BackupError(f"this is no backup, or it is cut off or damaged ({cut})") from None
    return manifest


def _open(opened: BinaryIO, key: bytes | None) -> BinaryIO:
    sealed = opened.read(len(MAGIC)) == MAGIC
    opened.seek(0)
    begins = opened.read(len(MANIFEST))
    opened.seek(0)
    if key and not sealed and begins != MANIFEST.encode():
        raise BackupError("this is no backup of Catavento, neither a sealed nor an open one")
    if sealed and key is None:
        raise BackupError("this backup is sealed: --key FILE names the file with its key")
    return io.BufferedReader(SealedReader(opened, key), 1 << 20) if key is not None else opened


def _unpack(tar: tarfile.TarFile, folder: Path) -> dict[str, Any]:
    first = tar.next()
    if first is None or first.name != MANIFEST:
        raise BackupError("this file is no backup of Catavento: it does not begin with a manifest")
    try:
        manifest = manifests.check(json.loads(tar.extractfile(first).read()))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BackupError("the backup's manifest cannot be read") from None
    found = {}
    while (entry := tar.next()) is not None:
        found[entry.name] = _take(tar, entry, folder, manifest)
    for name, expected in manifest["parts"].items():
        if name not in found:
            raise BackupError(f"the backup is cut off: {name} is missing in it")
        if found[name] != expected:
            raise BackupError(f"the backup is damaged: {name} has another SHA-256 than its manifest says")
    if manifests.content_hash(folder, list(manifest["databases"])) != manifest["content_sha256"]:
        raise BackupError("the backup is damaged: its content is not what its manifest says")
    return manifest


def _take(tar: tarfile.TarFile, entry: tarfile.TarInfo, folder: Path, manifest: dict[str, Any]) -> str:
    if entry.name not in manifest["parts"] or not entry.isfile():
        raise BackupError(f"the backup holds {entry.name}, which its manifest does not name")
    digest, source = hashlib.sha256(), tar.extractfile(entry)
    with open(os.open(folder / entry.name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        while block := source.read(1 << 20):
            digest.update(block)
            out.write(block)
    return digest.hexdigest()


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry


@contextmanager
def _naming(file: Path) -> Iterator[None]:
    """Of several backups in a folder, people must be told which one was taken."""
    try:
        yield
    except BackupError as refused:
        raise BackupError(f"{file.name}: {refused}") from None


@contextmanager
def _full_disk_in_words(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as failed:
        if failed.errno in (errno.ENOSPC, errno.EDQUOT):
            raise BackupError(f"the disk of {folder} is full; nothing was left there") from None
        raise BackupError(f"{failed.filename or folder}: {failed.strerror or failed}") from None
