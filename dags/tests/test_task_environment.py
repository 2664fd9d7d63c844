"""A task sees what it needs, and no other task's password."""

from pipeline.task_environment import task_environment

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


def test_a_load_gets_no_other_password():
    assert not {"pe", "t"} & set(task_environment("load-postgis", GIVEN).values())


def test_an_export_gets_its_folder_and_the_common_login_where_it_has_none():
    seen = task_environment("export-tableau", {**GIVEN, "CATAVENTO_DB_USER": "all", "CATAVENTO_DB_PASSWORD": "pa"})
    assert (seen["CATAVENTO_EXPORT_DIR"], seen["CATAVENTO_DB_USER"], seen["CATAVENTO_DB_PASSWORD"]) == ("/e", "all", "pa")
