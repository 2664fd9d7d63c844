"""What a task may see of the scheduler's environment: what the task needs, and no other task's password."""

from __future__ import annotations

from collections.abc import Mapping

#: Of the machine: how programs are found, what they speak, whom they trust.
_MACHINE = frozenset(
    "PATH HOME LANG LC_ALL TZ TMPDIR JAVA_HOME SSL_CERT_FILE SSL_CERT_DIR"
    " HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy".split()
)
_COMMON = frozenset({"CATAVENTO_DB_URL", "CATAVENTO_STORE"})
#: Beginnings of the names that a verb's tasks read.
_BY_VERB = {
    "extract": ("CATAVENTO_SIGEL_", "CATAVENTO_HTTP_"),
    "export": ("CATAVENTO_EXPORT_DIR",),
    "watch": ("CATAVENTO_ALERT_",),
    "maintain": ("CATAVENTO_EXPORT_DIR", "CATAVENTO_EXPORT_KEEP_DAYS", "CATAVENTO_RAW_WHOLE_DAYS"),
}
_CREDENTIALS = ("CATAVENTO_DB_USER", "CATAVENTO_DB_PASSWORD")


def is_secret(key: str) -> bool:
    """Whether a setting's value may stand nowhere but where the task reads it."""
    return key.endswith(("PASSWORD", "TOKEN", "SECRET_KEY")) or key.startswith("CATAVENTO_SECRET_")


def task_environment(task: str, given: Mapping[str, str]) -> dict[str, str]:
    """The environment for ``task`` as a process, out of ``given``; the task's verb names its credentials."""
    return _environment(task, given, _MACHINE | _COMMON)


def container_environment(task: str, given: Mapping[str, str], exports: str) -> dict[str, str]:
    """The environment for ``task`` in a container, which is a machine of its own with the exports at ``exports``."""
    environment = _environment(task, given, _COMMON)
    if "CATAVENTO_EXPORT_DIR" in environment:
        environment["CATAVENTO_EXPORT_DIR"] = exports
    return environment


def _environment(task: str, given: Mapping[str, str], wanted: frozenset[str]) -> dict[str, str]:
    verb = task.partition("-")[0]
    beginnings = _BY_VERB.get(verb, ())
    environment = {key: value for key, value in given.items() if key in wanted or key.startswith(beginnings)}
    for key in _CREDENTIALS:
        value = given.get(f"{key}_{verb.upper()}") or given.get(key)
        if value:
            environment[key] = value
    environment["CATAVENTO_LOG_FORMAT"] = "json"
    return environment
