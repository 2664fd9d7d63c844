"""A task sees what it needs, and no other task's password."""

import re
from pathlib import Path

import pytest

from pipeline.task_environment import is_secret, task_environment

SETTINGS = Path(__file__).parents[2] / "tasks/task-kit/src/main/java/dev/catavento/task/Setting.java"

GIVEN = {
    "PATH": "/bin",
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": "postgresql://airflow:x@/airflow",
    "CATAVENTO_DB_URL": "jdbc:postgresql://h/d",
    "CATAVENTO_DB_USER_EXTRACT": "e",
    "CATAVENTO_DB_PASSWORD_EXTRACT": "pe",
    "CATAVENTO_DB_USER_LOAD": "l",
    "CATAVENTO_DB_PASSWORD_LOAD": "pl",
    "CATAVENTO_SIGEL_URL": "http://s",
    "CATAVENTO_SIGEL_TOKEN": "t",
    "CATAVENTO_HTTP_CONTACT": "c",
    "CATAVENTO_EXPORT_DIR": "/e",
    "CATAVENTO_RUNNER": "process",
    "CATAVENTO_LOG_FORMAT": "text",
}


def test_an_extraction_gets_its_own_login_and_its_source():
    assert task_environment("extract-sigel", GIVEN) == {
        "PATH": "/bin",
        "CATAVENTO_DB_URL": "jdbc:postgresql://h/d",
        "CATAVENTO_DB_USER": "e",
        "CATAVENTO_DB_PASSWORD": "pe",
        "CATAVENTO_SIGEL_URL": "http://s",
        "CATAVENTO_SIGEL_TOKEN": "t",
        "CATAVENTO_HTTP_CONTACT": "c",
        "CATAVENTO_LOG_FORMAT": "json",
    }


def test_a_downsampling_gets_the_sources_and_what_they_are_asked_with():
    given = {"CATAVENTO_SOURCES": "/s/sources.yaml", "CATAVENTO_SECRET_SCADA": "t", "CATAVENTO_TELEMETRY_PARALLEL": "8"}
    seen = task_environment("downsample-telemetry", {**GIVEN, **given, "CATAVENTO_SOURCES_HOST_DIR": "/srv/sources"})
    assert given.items() <= seen.items()
    # The runner's own, which no task knows.
    assert "CATAVENTO_SOURCES_HOST_DIR" not in seen
    assert not given.keys() & task_environment("extract-sigel", {**GIVEN, **given}).keys()


def test_a_load_gets_no_other_password():
    assert not {"pe", "t"} & set(task_environment("load-postgis", GIVEN).values())


def test_an_export_gets_its_folder_and_the_common_login_where_it_has_none():
    seen = task_environment("export-tableau", {**GIVEN, "CATAVENTO_DB_USER": "all", "CATAVENTO_DB_PASSWORD": "pa"})
    assert (seen["CATAVENTO_EXPORT_DIR"], seen["CATAVENTO_DB_USER"], seen["CATAVENTO_DB_PASSWORD"]) == ("/e", "all", "pa")


def test_the_secrets_are_those_of_the_settings():
    kinds = dict(re.findall(r"^    ([A-Z][A-Z0-9_]*)\(\s*Kind\.(\w+)", SETTINGS.read_text(), re.MULTILINE))
    assert {"DB_URL", "ALERT_WEBHOOK_URL", "REHEARSAL"} <= kinds.keys()
    assert {name for name in kinds if is_secret("CATAVENTO_" + name)} == {
        name for name, kind in kinds.items() if kind.endswith("SECRET")
    }


@pytest.mark.parametrize("name", ["CATAVENTO_DB_PASSWORD_LOAD", "CATAVENTO_SECRET_SCADA"])
def test_so_are_one_task_s_password_and_what_a_source_is_asked_with(name):
    assert is_secret(name)
