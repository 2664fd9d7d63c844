"""What a task may see of the scheduler's environment: what the task needs, and no other task's password."""

from __future__ import annotations

from collections.abc import Mapping

#: Of the machine: how programs are found, what they speak, whom they trust.
_MACHINE = frozenset(
    "PATH HOME LANG LC_ALL TZ TMPDIR JAVA_HOME SSL_CERT_FILE SSL_CERT_DIR"
    " HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy".split()
)
_COMMON = frozenset({"CATAVENTO_DB_URL", "CATAVENTO_STORE"})
#: The names that a verb's tasks read; one that ends in ``_`` is the beginning of many.
_BY_VERB = {
    "downsample": ("CATAVENTO_SOURCES", "CATAVENTO_TELEMETRY_", "CATAVENTO_SECRET_", "CATAVENTO_HTTP_"),
    "extract": ("CATAVENTO_SIGEL_", "CATAVENTO_HTTP_"),
    "export": ("CATAVENTO_EXPORT_DIR",),
    "watch": ("CATAVENTO_ALERT_",),
    "maintain": ("CATAVENTO_EXPORT_DIR", "CATAVENTO_EXPORT_KEEP_DAYS", "CATAVENTO_RAW_WHOLE_DAYS"),
}
_CREDENTIALS = ("CATAVENTO_DB_USER", "CATAVENTO_DB_PASSWORD")
#: The settings of kind SECRET in tasks/task-kit's Setting, and how others begin that are secret too: a password may be
#: one task's own, a credential has a name that sources.yaml gives it.
_SECRETS = frozenset(
    "CATAVENTO_" + name
    for name in (
        "SIGEL_TOKEN REDIS_PASSWORD POSTGRES_PASSWORD READ_PASSWORD AIRFLOW_DB_PASSWORD AIRFLOW_FERNET_KEY"
        " AIRFLOW_SECRET_KEY AIRFLOW_JWT_SECRET AIRFLOW_ADMIN_PASSWORD AIRFLOW_OPERATOR_PASSWORD AIRFLOW_VIEWER_PASSWORD"
        " BACKUP_S3_ACCESS_KEY BACKUP_S3_SECRET_KEY ALERT_SMTP_URL ALERT_WEBHOOK_URL SIMULATOR_DB_PASSWORD"
    ).split()
)
_SECRET_BEGINNINGS = ("CATAVENTO_DB_PASSWORD", "CATAVENTO_SECRET_")


def is_secret(key: str) -> bool:
    """Whether a setting's value may stand nowhere but where the task reads it."""
    return key in _SECRETS or key.startswith(_SECRET_BEGINNINGS)


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
    names = _BY_VERB.get(verb, ())
    beginnings = tuple(name for name in names if name.endswith("_"))
    wanted = wanted.union(names)
    environment = {key: value for key, value in given.items() if key in wanted or key.startswith(beginnings)}
    for key in _CREDENTIALS:
        value = given.get(f"{key}_{verb.upper()}") or given.get(key)
        if value:
            environment[key] = value
    environment["CATAVENTO_LOG_FORMAT"] = "json"
    return environment
