class BackupError(Exception):
    """Something that a person can put right; the text says what and how, in one line."""
