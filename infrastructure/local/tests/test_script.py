"""The script's words: usage, options, settings."""

import os
import re
import subprocess
from pathlib import Path

import pytest

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
        timeout=60,
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
        (["task", "extract-sigle"], "unknown task extract-sigle; did you mean extract-sigel?"),
        (["backfill", "wind_flet_daily", "2026-01-01", "2026-01-02"], "did you mean wind_fleet_daily?"),
        (["backfill", "wind_fleet_daily", "2026-01-02", "2026-01-01"], "lies after"),
        (["status", "--verbose"], "unknown option --verbose"),
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


def test_down_leaves_a_process_that_is_not_its_own(clone):
    """A pid file outlived its process, and another process has got the same id."""
    other = subprocess.Popen(["sleep", "60"])
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
