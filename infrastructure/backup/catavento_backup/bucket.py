"""An S3-compatible store: s3://BUCKET/PREFIX at the endpoint that the settings name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from catavento_backup.errors import BackupError
from catavento_backup.manifest import sha256_of

_ENDPOINT = "CATAVENTO_BACKUP_S3_ENDPOINT"
_REGION = "CATAVENTO_BACKUP_S3_REGION"
_ACCESS, _SECRET = "CATAVENTO_BACKUP_S3_ACCESS_KEY", "CATAVENTO_BACKUP_S3_SECRET_KEY"
_PART = 16 << 20
_HASH = "catavento-sha256"


class Bucket:
    """A place for backups below a prefix of a bucket."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self._bucket, _, self._prefix = address.removeprefix("s3://").rstrip("/").partition("/")
        if not re.fullmatch(r"[A-Za-z0-9._-]+", self._bucket):
            raise BackupError(f"{address} names no bucket: s3://BUCKET/PREFIX")
        self._s3 = _client()

    def check(self) -> None:
        """Whether the store answers and lets us in."""
        with _in_words(self.address):
            self._s3.head_bucket(Bucket=self._bucket)

    def put(self, file: Path) -> str:
        """Sends the file in parts; the address it has afterwards. What arrived is compared with what was sent."""
        from boto3.s3.transfer import TransferConfig

        key = "/".join(filter(None, [self._prefix, file.name]))
        told = sha256_of(file)
        with _in_words(self.address):
            self._s3.upload_file(
                str(file),
                self._bucket,
                key,
                ExtraArgs={"Metadata": {_HASH: told}, "ChecksumAlgorithm": "SHA256"},
                Config=TransferConfig(multipart_threshold=_PART, multipart_chunksize=_PART, max_concurrency=2),
            )
            there = self._s3.head_object(Bucket=self._bucket, Key=key)
            if there["ContentLength"] != file.stat().st_size or there["Metadata"].get(_HASH) != told:
                self._s3.delete_object(Bucket=self._bucket, Key=key)
                raise BackupError(f"s3://{self._bucket}/{key} is not what was sent; it was removed, and the backup is in no store")
        return f"s3://{self._bucket}/{key}"

    def fetch(self, into: Path) -> Path:
        """The backup of that very key, else the newest below the prefix; as a file in ``into``."""
        with _in_words(self.address):
            key = self._newest()
            file = into / key.rpartition("/")[2]
            self._s3.download_file(self._bucket, key, str(file))
            expected = self._s3.head_object(Bucket=self._bucket, Key=key)["Metadata"].get(_HASH)
        if expected and sha256_of(file) != expected:
            raise BackupError(f"s3://{self._bucket}/{key} has another SHA-256 than when it was sent")
        return file

    def _newest(self) -> str:
        from catavento_backup.places import is_backup

        pages = self._s3.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=self._prefix)
        keys = [entry["Key"] for page in pages for entry in page.get("Contents", [])]
        if self._prefix in keys:
            return self._prefix
        below = f"{self._prefix}/" if self._prefix else ""
        backups = [key for key in keys if key.startswith(below) and is_backup(key.removeprefix(below))]
        if not backups:
            raise BackupError(f"there is no backup in {self.address}")
        return max(backups)


def _client() -> Any:
    missing = [name for name in (_ENDPOINT, _ACCESS, _SECRET) if not os.environ.get(name)]
    if missing:
        raise BackupError(f"{', '.join(missing)}: not set; .env or the environment names the S3-compatible store and its keys")
    import boto3
    from botocore.config import Config

    endpoint = os.environ[_ENDPOINT]
    try:
        return boto3.client(
            "s3",
            endpoint_url=endpoint,
            aws_access_key_id=os.environ[_ACCESS],
            aws_secret_access_key=os.environ[_SECRET],
            region_name=os.environ.get(_REGION) or "us-east-1",
            config=Config(s3={"addressing_style": "path"}, connect_timeout=10, retries={"max_attempts": 4, "mode": "standard"}),
        )
    except ValueError as malformed:
        raise BackupError(f"{_ENDPOINT}={endpoint}: {malformed}") from None


@contextmanager
def _in_words(address: str) -> Iterator[None]:
    from boto3.exceptions import Boto3Error
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except ClientError as refused:
        said = refused.response.get("Error", {})
        words = {"404": "no such bucket", "NoSuchBucket": "no such bucket", "403": "these keys are refused"}
        raise BackupError(f"{address}: {words.get(said.get('Code'), said.get('Message') or said.get('Code'))}") from None
    except (BotoCoreError, Boto3Error) as lost:
        raise BackupError(f"{address}: {lost}") from None
    except OSError as failed:
        raise BackupError(f"{failed.filename or address}: {failed.strerror or failed}") from None
