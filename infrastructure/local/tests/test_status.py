"""What status.sql says of a store, asked of a real server."""

import subprocess
from pathlib import Path

import pytest

STATUS = Path(__file__).parents[1] / "status.sql"
#: The stable views as far as status.sql reads them; a day is counted back from yesterday in Brasília, which is 1.
VIEWS = """
CREATE SCHEMA out;
CREATE TABLE out.store (is_demo boolean);
CREATE TABLE out.release (release_id int, dataset text, day date, row_count int);
CREATE TABLE out.data_issue (severity text, resolved_day date);
CREATE TABLE out.wind_turbine (source_updated_at timestamptz);
CREATE TABLE out.completeness (dataset text, day date, state text, published int, reason text, source text);
CREATE FUNCTION ago(days int) RETURNS date LANGUAGE sql AS $$ SELECT (now() AT TIME ZONE 'America/Sao_Paulo')::date - days $$;
"""


@pytest.fixture
def said(cluster):
    """The lines of status.sql on days given as SQL rows, each day in it as how many days ago it was."""
    name = "status_of_days"
    subprocess.run(["createdb", name], env=cluster, check=True)
    database = {**cluster, "PGDATABASE": name}

    def psql(*words, **more):
        shown = subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", *words], env=database, capture_output=True, text=True, **more)
        assert shown.returncode == 0, shown.stderr
        return shown.stdout

    def lines(rows):
        psql(input=f"{VIEWS} INSERT INTO out.completeness VALUES {rows};")
        days = {psql("-Atc", f"SELECT ago({n})").strip(): f"<{n}>" for n in range(15)}
        text = psql("-f", STATUS)
        for day, ago in days.items():
            text = text.replace(day, ago)
        return [line for line in text.splitlines() if line.startswith(("  wind_fleet <", "  telemetry "))]

    yield lines
    subprocess.run(["dropdb", "--force", name], env=cluster, check=True)


NOBODY = "'missing', NULL, 'no run asked for this day'"


def test_days_that_nobody_asked_for_after_an_old_one_are_one_line(said):
    rows = ", ".join(f"('wind_fleet', ago({n}), {NOBODY})" for n in range(2, 15))
    assert said(f"{rows}, ('wind_fleet', ago(1), 'captured', 9, NULL)") == [
        "  wind_fleet <14> to <2> (13 days) missing: no run asked for this day"
    ]


def test_a_day_that_lacks_something_else_stands_alone_and_parts_the_others(said):
    assert said(
        f"('wind_fleet', ago(5), {NOBODY}), ('wind_fleet', ago(4), {NOBODY}), ('wind_fleet', ago(3), 'refused', NULL, 'it shrank'),"
        f" ('wind_fleet', ago(2), {NOBODY}), ('wind_fleet', ago(1), 'captured', NULL, NULL)"
    ) == [
        "  wind_fleet <5> to <4> (2 days) missing: no run asked for this day",
        "  wind_fleet <3> refused: it shrank",
        "  wind_fleet <2> missing: no run asked for this day",
        "  wind_fleet <1> captured: not published yet",
    ]


def test_each_source_of_telemetry_has_a_line_of_its_own(said):
    rows = ", ".join(f"('telemetry', ago({n}), 'captured', 9, NULL, '{source}')" for n in (2, 1) for source in ("north", "south"))
    days = "_" * 12
    assert said(f"('telemetry', ago(3), {NOBODY}, 'south'), {rows}") == [
        f"  telemetry north {days}##  2 of 2 (_ before the first capture)",
        f"  telemetry south {days[1:]}.##  2 of 3 (_ before the first capture)",
        "  telemetry south <3> missing: no run asked for this day",
    ]
