"""Where backups are kept: a directory, or a bucket."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Protocol

from catavento_backup.bucket import Bucket
from catavento_backup.errors import BackupError

_NAME = re.compile(r"catavento-\d{8}T\d{6}Z\.tar(\.sealed)?")


def is_backup(name: str) -> bool:
    return _NAME.fullmatch(name) is not None


class Place(Protocol):
    def check(self) -> None: ...

    def put(self, file: Path) -> str: ...

    def fetch(self, into: Path) -> Path: ...


class Directory:
    """A folder of backups, or one backup's file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def check(self) -> None:
        if not self._path.is_dir() or not os.access(self._path, os.W_OK):
            raise BackupError(f"{self._path} is no folder that can be written to")

    def put(self, file: Path) -> str:
        """The file was written here already, beside its name, and moved there."""
        if file.parent.resolve() != self._path.resolve():
            shutil.copyfile(file, self._path / f".{file.name}.part")
            (self._path / f".{file.name}.part").replace(self._path / file.name)
        return str(self._path / file.name)

    def fetch(self, into: Path) -> Path:
        if self._path.is_file():
            return self._path
        if not self._path.is_dir():
            raise BackupError(f"there is no file or folder {self._path}")
        backups = [file for file in self._path.iterdir() if is_backup(file.name)]
        if not backups:
            raise BackupError(f"there is no backup in {self._path}")
        return max(backups, key=lambda file: file.name)


def place_of(address: str) -> Place:
    return Bucket(address) if address.startswith("s3://") else Directory(Path(address))
