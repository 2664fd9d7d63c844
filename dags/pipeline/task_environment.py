"""What a task's process may see of the scheduler's environment: what the task needs, and no other task's password."""

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
    "export": ("CATAVENTO_EXPORT_",),
    "maintain": ("CATAVENTO_EXPORT_",),
}
_CREDENTIALS = ("CATAVENTO_DB_USER", "CATAVENTO_DB_PASSWORD")


def task_environment(task: str, given: Mapping[str, str]) -> dict[str, str]:
    """The environment for ``task``, out of ``given``; the task's verb names its credentials."""
    verb = task.partition("-")[0]
    wanted, beginnings = _MACHINE | _COMMON, _BY_VERB.get(verb, ())
    environment = {key: value for key, value in given.items() if key in wanted or key.startswith(beginnings)}
    for key in _CREDENTIALS:
        value = given.get(f"{key}_{verb.upper()}") or given.get(key)
        if value:
            environment[key] = value
    environment["CATAVENTO_LOG_FORMAT"] = "json"
    return environment
