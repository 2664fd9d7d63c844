"""Backups as one file: packed, sealed with a key, kept in a directory or an S3-compatible store, and checked before use."""
