"""Authenticated encryption of a stream: AES-256-GCM in chunks, the key derived from a key file by scrypt.

A sealed file is a magic line, 16 bytes of salt, and chunks of 1 MiB, each followed by its tag. A chunk's nonce holds its
number and whether it is the last, so that none can be changed, moved, left out or cut off unnoticed. The salt is new for
each file, and the key with it.
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from catavento_backup.errors import BackupError

MAGIC = b"catavento-sealed-1\n"
CHUNK = 1 << 20
_SALT, _TAG, _SHORTEST_KEY = 16, 16, 16


def read_key(file: Path) -> bytes:
    """What the file holds, without the line end that editors add."""
    try:
        key = file.read_bytes()
    except OSError as unread:
        raise BackupError(f"the key file {file} cannot be read: {unread.strerror}") from None
    key = key.removesuffix(b"\n").removesuffix(b"\r")
    if len(key) < _SHORTEST_KEY:
        raise BackupError(
            f"the key in {file} has {len(key)} bytes, at least {_SHORTEST_KEY} are needed: openssl rand -base64 48 > {file}"
        )
    return key


class SealedWriter(io.RawIOBase):
    """Seals what is written into it; the file is whole only after ``close``."""

    def __init__(self, into: BinaryIO, key: bytes) -> None:
        super().__init__()
        salt = os.urandom(_SALT)
        self._into, self._pending, self._number = into, bytearray(), 0
        self._cipher = _cipher(key, salt)
        into.write(MAGIC + salt)

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self._pending += data
        while len(self._pending) > CHUNK:
            self._seal(bytes(self._pending[:CHUNK]), last=False)
            del self._pending[:CHUNK]
        return len(data)

    def finish(self) -> None:
        """Writes the last chunk, without which no reader takes the file for whole."""
        self._seal(bytes(self._pending), last=True)

    def _seal(self, chunk: bytes, *, last: bool) -> None:
        self._into.write(self._cipher.encrypt(_nonce(self._number, last), chunk, MAGIC))
        self._number += 1


class SealedReader(io.RawIOBase):
    """Opens a sealed stream; no byte leaves it before its chunk was found genuine."""

    def __init__(self, sealed: BinaryIO, key: bytes) -> None:
        super().__init__()
        if sealed.read(len(MAGIC)) != MAGIC:
            raise BackupError("this backup is not sealed: leave --key away")
        self._sealed, self._open, self._number, self._ended = sealed, b"", 0, False
        self._cipher = _cipher(key, sealed.read(_SALT))
        self._next = sealed.read(CHUNK + _TAG)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        while not self._open and not self._ended:
            self._open = self._unseal()
        taken = self._open[: len(buffer)]
        buffer[: len(taken)] = taken
        self._open = self._open[len(taken) :]
        return len(taken)

    def _unseal(self) -> bytes:
        chunk, self._next = self._next, self._sealed.read(CHUNK + _TAG)
        self._ended = not self._next
        try:
            opened = self._cipher.decrypt(_nonce(self._number, self._ended), chunk, MAGIC)
        except InvalidTag:
            if self._number == 0:
                raise BackupError("the key does not open this backup, or its first part is damaged") from None
            raise BackupError(f"the backup is damaged or cut off after {self._number} MiB") from None
        self._number += 1
        return opened


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    if len(salt) != _SALT:
        raise BackupError("the backup is cut off in its first line")
    return AESGCM(Scrypt(salt=salt, length=32, n=1 << 16, r=8, p=1).derive(key))


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
