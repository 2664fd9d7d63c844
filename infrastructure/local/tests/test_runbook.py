"""docs/operating.md leaves out nothing that an operator may meet, and names nothing that is not there."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[3]
RUNBOOK = (PROJECT / "docs" / "operating.md").read_text()
VERBS = {verb.stem for verb in (PROJECT / "infrastructure/local/verbs").glob("*.sh")}


def first_cells(page):
    """The first cell of each row of the page's tables, without its code marks."""
    return {row[1].strip("`") for row in re.finditer(r"^\| (`?[\w-]+`?) \|", (PROJECT / "docs" / page).read_text(), re.MULTILINE)}


@pytest.mark.parametrize("code", sorted(first_cells("exit-codes.md") - {"code"}))
def test_it_has_each_exit_code(code):
    assert f"\n| {code} | " in RUNBOOK


KINDS = PROJECT / "tasks/watch-store/src/main/java/dev/catavento/watchstore/rules/IncidentKind.java"


@pytest.mark.parametrize("kind", re.findall(r"^    ([A-Z_]+)\(", KINDS.read_text(), re.MULTILINE))
def test_it_has_each_kind_of_alert(kind):
    assert f"\n| `{kind.lower().replace('_', '-')}` | " in RUNBOOK


def test_its_pictures_are_there_and_small_and_each_is_shown():
    shown = re.findall(r"\]\((images/[\w.-]+)\)", RUNBOOK)
    there = {f"images/{file.name}": file.stat().st_size for file in (PROJECT / "docs" / "images").iterdir()}
    assert shown and set(shown) == set(there)
    assert {name: size for name, size in there.items() if size >= 150_000} == {}


def test_its_links_lead_somewhere():
    for target in re.findall(r"\]\(([\w./-]+)(?:#[\w-]+)?\)", RUNBOOK):
        assert (PROJECT / "docs" / target).exists(), target


def test_its_words_are_verbs_of_the_script():
    said = set(re.findall(r"\./catavento ([a-z]+)", RUNBOOK))
    assert said and said - VERBS == set()
