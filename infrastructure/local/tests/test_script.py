"""The script's words: usage, options, settings."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).parents[3]
VERBS = sorted(file.stem for file in (PROJECT / "infrastructure/local/verbs").glob("*.sh"))


def catavento(*arguments, home=PROJECT, **environment):
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("CATAVENTO")}
    return subprocess.run(
        [home / "catavento", *arguments],
        env={**inherited, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )


def words_of_the_script(home, code, **environment):
    """Runs code with the script's parts read in, the settings loaded, and whoever runs it as PostgreSQL's user."""
    (home / ".local" / "run").mkdir(parents=True, exist_ok=True)
    (home / ".local" / "logs").mkdir(exist_ok=True)
    opening = """set -euo pipefail
        home=$PWD local_dir=$PWD/.local run_dir=$PWD/.local/run log_dir=$PWD/.local/logs secrets_file=$PWD/.local/secrets.env
        for part in infrastructure/local/lib/*.sh; do . "$part"; done
        unprivileged() { "$@"; }
        load_settings
        choose_runner
        """
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("CATAVENTO")}
    return subprocess.run(
        ["bash", "-c", opening + code],
        cwd=home,
        env={**inherited, "CATAVENTO_RUNNER": "process", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )


@pytest.fixture
def clone(tmp_path):
    """A clone of its own, with nothing set up."""
    for name in ("catavento", "infrastructure", "dags", "tasks", ".env.example"):
        (tmp_path / name).symlink_to(PROJECT / name)
    return tmp_path


def test_help_lists_every_verb():
    shown = catavento("--help")
    assert shown.returncode == 0
    assert sorted(re.findall(r"^  ([a-z-]+) +\S", shown.stdout, re.MULTILINE)) == VERBS


def test_no_verb_is_wrong_usage():
    assert catavento().returncode == 2


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_has_help(verb):
    shown = catavento(verb, "--help")
    assert shown.returncode == 0
    assert shown.stdout.startswith(f"./catavento {verb}")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rnu"], "unknown verb rnu; did you mean run?"),
        (["sumary"], "unknown verb sumary; did you mean summary?"),
        (["run", "--sourc", "demo"], "unknown option --sourc; did you mean --source?"),
        (["run", "--source", "sigle"], "unknown source sigle; did you mean sigel?"),
        (["run", "--source", "replay=/nowhere"], "there is no folder /nowhere"),
        (["run", "--day", "2026-02-30"], "not a day (YYYY-MM-DD): '2026-02-30'"),
        (["run", "--day"], "--day needs a date"),
        (["run", "--store", "Bad Name"], "a store's name is"),
        (["run", "--store", "template"], "a store cannot be called 'template'"),
        (["up", "--store", "fleet__before"], "a store cannot be called 'fleet__before'"),
        (["task", "extract-sigle"], "unknown task extract-sigle; did you mean extract-sigel?"),
        (["backfill", "wind_flet_daily", "2026-01-01", "2026-01-02"], "did you mean wind_fleet_daily?"),
        (["backfill", "wind_fleet_daily", "2026-01-02", "2026-01-01"], "lies after"),
        (["status", "--verbose"], "unknown option --verbose"),
        (["run", "--source", "moon"], "unknown source moon; there are: demo sigel replay=DIR"),
        (["run", "--source", f"replay={Path(__file__).parent}"], "holds no recorded fleet"),
        (["run", "--day", "2999-01-01"], "2999-01-01 has not come yet"),
        (["backfill", "wind_fleet_daily", "2026-01-01", "2999-01-01"], "has not come yet"),
        (["run", "--store", ""], "--store needs a name"),
        (["run", "--store="], "--store needs a name"),
        (["test", "--only", "jaav"], "unknown part of the tests jaav; did you mean java?"),
    ],
)
def test_wrong_usage_ends_with_2_and_the_nearest_right_word(arguments, words):
    refused = catavento(*arguments)
    assert (refused.returncode, words in refused.stdout) == (2, True), refused.stdout


def test_an_unknown_setting_is_an_error_that_names_the_nearest():
    refused = catavento("status", CATAVENTO_STOER="demo")
    assert refused.returncode == 1
    assert "unknown setting CATAVENTO_STOER; did you mean CATAVENTO_STORE?" in refused.stdout


def test_an_unknown_setting_in_env_file_is_an_error_too(clone):
    (clone / ".env").write_text("# ours\nCATAVENTO_AIRFLOW_PROT=18099\n")
    assert "did you mean CATAVENTO_AIRFLOW_PORT?" in catavento("status", home=clone).stdout


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("CATAVENTO_STORE = demo", "line 1 of .env is not NAME=VALUE: CATAVENTO_STORE"),
        ("# ours\n\nexport CATAVENTO_STORE=demo", "line 3 of .env is not NAME=VALUE"),
        ("not a line", "line 1 of .env is not NAME=VALUE"),
        ("FOO=bar", "unknown setting FOO"),
        ("CATAVENTO_AIRFLOW_PORT=abc", "CATAVENTO_AIRFLOW_PORT=abc: a port is a number from 1 to 65535"),
        ("CATAVENTO_POSTGRES_PORT=99999", "CATAVENTO_POSTGRES_PORT=99999: a port is"),
        ("CATAVENTO_DB_URL=postgres://h/d", "CATAVENTO_DB_URL must begin with jdbc:postgresql://"),
        ("CATAVENTO_SCHEDULE_FROM=soon", "CATAVENTO_SCHEDULE_FROM=soon: not a day"),
        ("CATAVENTO_RUNNER=dokcer", "CATAVENTO_RUNNER=dokcer: it is docker or process"),
        ("# ours\nCATAVENTO_STORE=demo\n\nCATAVENTO_STORE=mine", "line 4 of .env: CATAVENTO_STORE stands twice (line 2)"),
        ("COMPOSE_PROJECT_NAME=one\nCOMPOSE_PROJECT_NAME=two", "line 2 of .env: COMPOSE_PROJECT_NAME stands twice (line 1)"),
        ("COMPOSE_PROJECT_NAME=Cata Vento", "COMPOSE_PROJECT_NAME=Cata Vento: it must be lower-case letters"),
        ("CATAVENTO_ALERT_DEADLINE=25:00", "CATAVENTO_ALERT_DEADLINE=25:00: it is a time of day"),
        ("CATAVENTO_ALERT_DEADLINE='9h", "line 1 of .env: the quote before the value of CATAVENTO_ALERT_DEADLINE is not closed"),
        ("CATAVENTO_EXPORT_KEEP_DAYS=-1", "CATAVENTO_EXPORT_KEEP_DAYS=-1: it is a number from 1 to 36500"),
        ("CATAVENTO_SIGEL_PARALLEL=9", "CATAVENTO_SIGEL_PARALLEL=9: it is a number from 1 to 4"),
        ("CATAVENTO_ALERT_SMTP_URL=mailhost", "CATAVENTO_ALERT_SMTP_URL must begin with smtp:// or smtps://"),
    ],
)
def test_a_malformed_env_file_is_refused_in_one_line(clone, lines, words):
    (clone / ".env").write_text(f"{lines}\n")
    refused = catavento("status", home=clone)
    assert refused.returncode == 1
    assert words in refused.stdout and len(refused.stdout.splitlines()) == 1, refused.stdout


@pytest.mark.parametrize(
    "setting", ["CATAVENTO_DB_URL", "CATAVENTO_DB_USER", "CATAVENTO_DB_PASSWORD", "CATAVENTO_DB_USER_LOAD", "CATAVENTO_HTTP_CA_FILE"]
)
@pytest.mark.parametrize("verb", [("up",), ("task", "extract-sigel"), ("psql",)])
def test_what_containers_would_not_be_told_is_refused(clone, verb, setting):
    value = "jdbc:postgresql://127.0.0.1:1/x" if setting == "CATAVENTO_DB_URL" else "x"
    (clone / ".env").write_text(f"{setting}={value}\n")
    refused = catavento(*verb, home=clone, CATAVENTO_RUNNER="docker")
    assert refused.returncode == 1
    assert refused.stdout.startswith(f"catavento: {setting} is for CATAVENTO_RUNNER=process"), refused.stdout
    assert len(refused.stdout.splitlines()) == 1


def test_a_store_elsewhere_is_for_processes_unless_told_otherwise(clone):
    """Also where an engine and the images are."""
    (clone / ".env").write_text("CATAVENTO_DB_URL=jdbc:postgresql://127.0.0.1:1/x\n")
    at_hand = "engine_answers() { :; }; have_compose() { :; }; have_base_images() { :; }; "
    told = words_of_the_script(clone, f"{at_hand} choose_runner; echo $runner; unset CATAVENTO_DB_URL; choose_runner; echo $runner", CATAVENTO_RUNNER="")
    assert told.stdout.split() == ["process", "docker"], told.stdout


def test_a_base_image_may_be_named_to_the_digest(clone):
    code = "jre_image; postgis_image; first=$(image_tag); CATAVENTO_JRE_IMAGE=a/jre@sha256:00 jre_image; export CATAVENTO_JRE_IMAGE=a/jre@sha256:00; "
    (clone / "pom.xml").symlink_to(PROJECT / "pom.xml")
    (clone / ".mvn").symlink_to(PROJECT / ".mvn")
    told = words_of_the_script(clone, code + '[ "$first" != "$(image_tag)" ] && echo another')
    assert told.stdout.split() == ["eclipse-temurin:25-jre", "postgis/postgis:17-3.5", "a/jre@sha256:00", "another"]
    compose = (PROJECT / "docker-compose.yml").read_text()
    bases = re.findall(r"^ARG BASE=(\S+)", "".join(file.read_text() for file in (PROJECT / "infrastructure/docker").glob("*.Dockerfile")), re.M)
    assert sorted(bases) == ["apache/airflow:3.3.2", "eclipse-temurin:25-jre"]
    strangers = [image for image in re.findall(r"image: (\S+)", compose) if not re.match(r"catavento/|\$\{CATAVENTO_\w+_IMAGE:-", image)]
    assert strangers == []


def test_the_dag_processor_knows_whose_store_it_tells_of(clone):
    code = """port_of() { echo 1; }; start_process() { echo "$1 ${CATAVENTO_STORE:-none}"; }
        mkdir -p .local/venv .local/airflow; touch .local/venv/installed; store=fleet; unset CATAVENTO_STORE
        for service in dag-processor triggerer; do start_airflow_service "$service"; done"""
    told = words_of_the_script(clone, code)
    assert told.stdout.splitlines() == ["dag-processor fleet", "triggerer none"]


def test_a_port_file_that_holds_no_port_is_as_none(clone):
    told = words_of_the_script(clone, "echo abc >.local/run/airflow.port; port_of airflow || echo none")
    assert told.stdout == "none\n"


def test_env_file_is_read_and_the_environment_wins(clone):
    (clone / ".env").write_text('CATAVENTO_STORE="Bad Name"\n')
    assert catavento("status", home=clone).returncode == 2
    assert catavento("status", home=clone, CATAVENTO_STORE="demo").returncode == 0


def test_credentials_for_sources_are_anybody_s_names(clone):
    assert catavento("status", home=clone, CATAVENTO_SECRET_WINDFARM="x").returncode == 0


def test_each_setting_has_a_sentence():
    lines = (PROJECT / ".env.example").read_text().splitlines()
    for above, line in zip(lines, lines[1:]):
        if re.match(r"# CATAVENTO_\w+=", line):
            assert re.match(r"# [A-Z].*[.:]$|# .*<NAME>\.$", above), line


def test_status_of_a_new_clone_says_how_to_start(clone):
    shown = catavento("status", home=clone)
    assert shown.returncode == 0
    assert "PostgreSQL is not running: ./catavento up starts everything." in shown.stdout


def test_down_of_a_new_clone_stops_nothing(clone):
    stopped = catavento("down", home=clone)
    assert (stopped.returncode, stopped.stdout) == (0, "Nothing was running.\n")


@pytest.mark.skipif(not shutil.which("docker"), reason="there is no docker command here")
@pytest.mark.parametrize("verb", [("up",), ("run",), ("build",), ("down",), ("psql",), ("task", "extract-sigel")])
def test_an_engine_that_does_not_answer_is_said(clone, verb):
    (clone / ".env").write_text("COMPOSE_PROJECT_NAME=nothing-of-it-runs\n")
    refused = catavento(*verb, home=clone, CATAVENTO_RUNNER="docker", DOCKER_HOST="tcp://127.0.0.1:1")
    assert refused.returncode == 1
    assert refused.stdout.startswith("catavento: the container engine does not answer: "), refused.stdout


def test_down_leaves_a_process_that_is_not_its_own(clone):
    """A pid file outlived its process, and another process has got the same id."""
    other = subprocess.Popen(["sleep", "600"])
    (clone / ".local" / "run").mkdir(parents=True)
    (clone / ".local" / "run" / "scheduler.pid").write_text(f"{other.pid} 1\n")
    try:
        catavento("down", home=clone)
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


@pytest.mark.parametrize("verb", ["summary", "psql"])
def test_what_needs_the_database_says_how_to_start_it(clone, verb):
    refused = catavento(verb, home=clone)
    assert refused.returncode == 1
    assert "./catavento up" in refused.stdout


def remembered_source(clone, **stores):
    folder = clone / ".local" / "stores"
    folder.mkdir(parents=True, exist_ok=True)
    for store, source in stores.items():
        (folder / store).write_text(source + "\n")


# What psql says of a store's source, in place of a store.
GENERATED = "store_sql() { echo generated; }"
RECORDED = "store_sql() { echo recorded; }"
EMPTY = "store_sql() { :; }"
NOT_MADE = """store_sql() { echo 'psql: error: FATAL:  database "catavento_demo" does not exist' >&2; return 2; }"""
HALF_MADE = """store_sql() { echo 'ERROR:  relation "out.store" does not exist' >&2; return 3; }"""
SILENT = "store_sql() { echo 'psql: error: Connection refused' >&2; return 2; }"


@pytest.mark.parametrize("asked", ["sigel", "replay=/data/recorded"])
def test_a_store_with_another_source_s_data_is_refused_and_both_are_named(clone, asked):
    remembered_source(clone, demo="demo")
    refused = words_of_the_script(clone, f"store=demo; {GENERATED}; check_one_source {asked}; echo went on")
    assert refused.returncode == 1
    assert "the store demo holds data of the generated demo fleet (demo)" in refused.stdout
    assert f"({asked})" in refused.stdout
    assert "went on" not in refused.stdout


def test_a_store_that_may_hold_data_keeps_its_source(clone):
    assert words_of_the_script(clone, f"store=demo; {SILENT}; check_one_source sigel").returncode == 1


@pytest.mark.parametrize("answer", [EMPTY, NOT_MADE, HALF_MADE])
def test_a_store_without_data_may_get_another_source(clone, answer):
    remembered_source(clone, demo="demo")
    taken = words_of_the_script(clone, f"store=demo; {answer}; check_one_source sigel")
    assert taken.returncode == 0, taken.stdout


def test_a_store_goes_on_with_its_own_source(clone):
    remembered_source(clone, mine="sigel")
    assert words_of_the_script(clone, f"store=mine; {RECORDED}; check_one_source sigel").returncode == 0
    assert words_of_the_script(clone, f"store=mine; {RECORDED}; check_one_source demo").returncode == 1


def test_what_the_store_says_goes_before_what_the_script_remembers(clone):
    remembered_source(clone, demo="sigel")
    assert words_of_the_script(clone, f"store=demo; {GENERATED}; check_one_source demo").returncode == 0
    refused = words_of_the_script(clone, f"store=demo; {GENERATED}; check_one_source sigel")
    assert (refused.returncode, "use --source demo" in refused.stdout) == (1, True)


def test_a_refused_run_leaves_the_store_s_source_as_it_was(clone):
    """Everything that bring_up starts is left out; the order in which it checks and remembers is its own."""
    remembered_source(clone, demo="demo")
    begun = """for part in prepare_secrets find_jdk ensure_packages find_postgres build install_python start_postgres \\
          choose_port start_airflow start_scheduler start_simulator make_store console; do eval "$part() { :; }"; done
        store=demo source=sigel; bring_up"""
    refused = words_of_the_script(clone, f"{GENERATED}\n{begun}")
    assert refused.returncode == 1, refused.stdout
    assert (clone / ".local" / "stores" / "demo").read_text() == "demo\n"
    taken = words_of_the_script(clone, f"{EMPTY}\n{begun}")
    assert taken.returncode == 0, taken.stdout
    assert (clone / ".local" / "stores" / "demo").read_text() == "sigel\n"


@pytest.mark.parametrize(
    ("env_file", "environment", "folder"),
    [
        ("", {}, "exports/wind"),
        ("CATAVENTO_EXPORT_DIR=\n", {}, "exports/wind"),
        ("CATAVENTO_EXPORT_DIR=exports/demo\n", {}, "exports/demo/wind"),
        ("CATAVENTO_EXPORT_DIR=/srv/files/\n", {}, "/srv/files/wind"),
        ("", {"CATAVENTO_EXPORT_DIR": "/srv/these"}, "/srv/these"),
        ("CATAVENTO_EXPORT_DIR=/srv/files\n", {"CATAVENTO_EXPORT_DIR": "/srv/these"}, "/srv/these"),
    ],
)
def test_each_store_has_a_folder_of_exports_of_its_own(clone, env_file, environment, folder):
    (clone / ".env").write_text(env_file)
    told = words_of_the_script(
        clone,
        'store=wind; export_dir; task_settings; task_settings; echo "$CATAVENTO_EXPORT_DIR"',
        CATAVENTO_DB_URL="jdbc:postgresql://127.0.0.1:1/x",
        **environment,
    )
    whole = folder if folder.startswith("/") else f"{clone}/{folder}"
    assert told.stdout.splitlines() == [folder, whole]


@pytest.mark.parametrize(
    ("settings", "at_once"),
    [
        ({}, "4"),
        ({"CATAVENTO_EXECUTOR": "CeleryExecutor"}, "8"),
        ({"CATAVENTO_EXECUTOR": "CeleryExecutor", "CATAVENTO_PARALLELISM": "3"}, "3"),
    ],
)
def test_two_workers_do_twice_as_much_at_once(clone, settings, at_once):
    services = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())["services"]
    handed_on = services["scheduler"]["environment"]["AIRFLOW__CORE__PARALLELISM"]
    places = [int(re.search(r"--concurrency (\d+)", " ".join(services[f"worker-{n}"]["command"]))[1]) for n in (1, 2)]
    assert sum(places) == 8
    told = words_of_the_script(clone, f'store=demo; compose_environment; echo "{handed_on}"', **settings)
    assert told.stdout.splitlines()[-1:] == [at_once], told.stdout


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (None, "docker-compose.yml:docker-compose.override.yml"),
        ("docker-compose.yml:mine.yml", "docker-compose.yml:mine.yml"),
        ("docker-compose.yml", "docker-compose.yml"),
        ("elsewhere.yml", "docker-compose.yml:docker-compose.override.yml"),
        ("/srv/other/docker-compose.yml", "docker-compose.yml:docker-compose.override.yml"),
    ],
)
def test_compose_files_of_the_operator_s_count_where_they_are_for_this_project(clone, given, taken):
    (clone / "docker-compose.override.yml").write_text("services: {}\n")
    settings = {"CATAVENTO_SECRET_SCADA": "t", **({"COMPOSE_FILE": given} if given else {})}
    told = words_of_the_script(clone, "store=demo; compose_environment; echo $COMPOSE_FILE", **settings)
    assert told.stdout.splitlines()[-1:] == [f"{taken}:{clone}/.local/secrets.compose.yml"], told.stdout


@pytest.mark.parametrize("number", ["0", "many"])
def test_a_parallelism_that_is_none_is_refused(clone, number):
    refused = words_of_the_script(clone, "", CATAVENTO_PARALLELISM=number)
    assert (refused.returncode, refused.stdout) == (1, f"catavento: CATAVENTO_PARALLELISM={number}: it is a number from 1 to 999\n")


OTHER_URL = "https://sigel.example/MapServer/0"


@pytest.mark.parametrize("source", ["demo", "replay=recorded"])
def test_an_address_in_env_file_that_contradicts_the_source_is_refused(clone, source):
    (clone / "recorded").mkdir()
    (clone / "recorded" / "fleet.csv").touch()
    (clone / ".env").write_text(f"CATAVENTO_SIGEL_URL={OTHER_URL}\n")
    begun = "one_at_a_time() { die 'it went on'; }; . infrastructure/local/verbs/run.sh; main --source"
    refused = words_of_the_script(clone, f"{begun} {source}")
    assert refused.returncode == 1
    assert f"CATAVENTO_SIGEL_URL in .env is {OTHER_URL}, but the source" in refused.stdout
    assert not (clone / ".local" / "stores").exists()


def test_an_address_in_env_file_is_sigel_s(clone):
    (clone / ".env").write_text(f"CATAVENTO_SIGEL_URL={OTHER_URL}\n")
    assert words_of_the_script(clone, "store=x; check_env_file_s_url sigel").returncode == 0


def test_an_address_in_the_environment_wins_over_env_file_and_source(clone):
    (clone / ".env").write_text(f"CATAVENTO_SIGEL_URL={OTHER_URL}\n")
    given = words_of_the_script(clone, "store=x; check_env_file_s_url demo", CATAVENTO_SIGEL_URL="http://127.0.0.1:1/0")
    assert given.returncode == 0, given.stdout


@pytest.mark.parametrize(
    ("store", "given", "file"),
    [
        ("demo", "", ".local/demo-sources/sources.yaml"),
        ("mine", "", "sources/sources.yaml"),
        ("mine", "mine/sources.yaml", "mine/sources.yaml"),
        ("demo", "mine/sources.yaml", ".local/demo-sources/sources.yaml"),
    ],
)
def test_the_demo_has_its_own_telemetry_and_any_other_store_ours(clone, store, given, file):
    for folder in (".local/demo-sources", "sources", "mine"):
        (clone / folder).mkdir(parents=True)
        (clone / folder / "sources.yaml").write_text("sources: []\n")
    told = words_of_the_script(clone, f"store={store}; sources_file", **({"CATAVENTO_SOURCES": given} if given else {}))
    assert told.stdout == f"{clone}/{file}\n"


@pytest.mark.parametrize("name", ["CATAVENTO_SOURCES", "CATAVENTO_TELEMETRY_URL"])
@pytest.mark.parametrize("verb", ["run", "up", "backfill telemetry_daily 2026-01-01 2026-01-02", "task downsample-telemetry"])
def test_telemetry_of_one_s_own_is_refused_in_the_demo(clone, verb, name):
    name_of_verb, _, arguments = verb.partition(" ")
    asked = f"find_jdk() {{ die 'went on'; }}; . infrastructure/local/verbs/{name_of_verb}.sh; main {arguments}"
    said = f"{name} in {{}} names telemetry of your own, but the store demo holds what is made-up: give it a store of its own (--store NAME), or take the setting away"
    refused = words_of_the_script(clone, asked, **{name: "http://h"})
    assert (refused.returncode, refused.stdout) == (1, f"catavento: {said.format('the environment')}\n")
    (clone / ".env").write_text(f"{name}=http://h\n")
    assert words_of_the_script(clone, asked).stdout == f"catavento: {said.format('.env')}\n"


def test_telemetry_of_one_s_own_is_taken_by_any_other_store(clone):
    remembered_source(clone, demo="sigel")
    for store, source in (("mine", "demo"), ("production", "sigel"), ("demo", "sigel")):
        taken = words_of_the_script(clone, f"store={store}; check_telemetry {source}", CATAVENTO_SOURCES="mine/sources.yaml")
        assert (taken.returncode, taken.stdout) == (0, "")


@pytest.mark.parametrize(
    ("said", "ended", "told"),
    [
        ("[INFO] BUILD SUCCESS", 0, ""),
        ("[INFO] BUILD FAILURE", 1, "Maven ended with an error"),
        ("[ERROR] The forked VM terminated without properly saying goodbye. VM crash or System.exit called?", 0, None),
        ("[ERROR] There was a timeout in the fork", 0, None),
        ("[ERROR] There was an error in the forked process", 0, None),
    ],
)
def test_tests_whose_process_died_have_failed_though_maven_ignores_it(clone, said, ended, told):
    (clone / "tasks").unlink()
    (clone / "tasks").mkdir()
    judged = f"""
        . infrastructure/local/verbs/test.sh
        maven() {{ echo "{said}"; return {ended}; }}
        mkdir -p "$results"
        test_java >/dev/null 2>&1 || echo failed
        cat "$results/maven.failed" 2>/dev/null || true"""
    expected = "" if told == "" else f"failed\n{told or said}: .local/logs/test-java.log\n"
    assert words_of_the_script(clone, judged).stdout == expected


def initdb(folder, ends):
    """Stands in for PostgreSQL's: begins a cluster as it does, and ends so."""
    folder.mkdir()
    (folder / "initdb").write_text(f'#!/bin/sh\necho 17 >"$2/PG_VERSION"; echo "# its own" >"$2/postgresql.conf"; exit {ends}\n')
    (folder / "initdb").chmod(0o755)
    return f"pg_bin={folder} && id() {{ echo 1000; }}; init_cluster $PWD/.local/postgres"


def test_a_cluster_broken_off_while_it_was_made_is_made_anew(clone):
    """PG_VERSION is the first that initdb writes: the start must not take a half-made cluster for a whole one."""
    cluster = clone / ".local" / "postgres"
    assert words_of_the_script(clone, initdb(clone / "killed", 1)).returncode == 1
    assert not cluster.exists()
    made = words_of_the_script(clone, initdb(clone / "good", 0))
    assert made.returncode == 0, made.stdout
    assert (cluster / "PG_VERSION").exists()
    assert "listen_addresses = '127.0.0.1'" in (cluster / "postgresql.conf").read_text()
    assert not cluster.with_name("postgres.new").exists()


def test_a_folder_with_something_else_is_not_taken_for_a_cluster(clone):
    other = clone / ".local" / "postgres"
    other.mkdir(parents=True)
    (other / "mine").write_text("x")
    refused = words_of_the_script(clone, initdb(clone / "good", 0))
    assert refused.returncode == 1
    assert "something that is no cluster lies there" in refused.stdout
    assert [file.name for file in other.iterdir()] == ["mine"]
