"""An operator's day in Airflow's UI, with a real browser on the installation in containers; docs/operating.md shows it."""

import re

import httpx
import pytest
from playwright.sync_api import expect, sync_playwright

from browser import CHROMIUM, Person
from console.airflow_api import run_path
from engines import wait_for, why_no_engine
from stack import BASES, DAG
from waiting import ended, states, trigger

_ABSENT = why_no_engine(*BASES) or ("" if CHROMIUM else "there is no Chromium here")
pytestmark = [pytest.mark.stack, pytest.mark.skipif(bool(_ABSENT), reason=_ABSENT)]
FAULTY_DAY = "2026-03-11"
TELEMETRY, TELEMETRY_FIRST, TELEMETRY_LAST = "telemetry_daily", "2026-03-15", "2026-03-16"
FIRST_DAY, MIDDLE_DAY, LAST_DAY = "2026-03-12", "2026-03-13", "2026-03-14"


@pytest.fixture(scope="module")
def installation(stack):
    up = stack.catavento("up")
    assert up.returncode == 0, up.stdout
    return stack


@pytest.fixture(scope="module")
def sign_in(installation):
    """Signs a person in; every browser is closed at the end."""
    people = []

    def signed_in(name):
        password = installation.secret(f"CATAVENTO_AIRFLOW_{name.upper()}_PASSWORD")
        people.append(Person(driver, f"http://127.0.0.1:{installation.port('airflow')}", name, password))
        return people[-1]

    with sync_playwright() as driver:
        yield signed_in
        for person in people:
            person.close()


@pytest.fixture(scope="module")
def operator(sign_in):
    return sign_in("operator")


@pytest.fixture
def faults(installation):
    """Where the demo source is told what to do wrong."""
    control = f"http://127.0.0.1:{installation.port('simulator')}/control/faults"
    yield control
    httpx.delete(control, trust_env=False).raise_for_status()


def form(person):
    """The form of a run by hand."""
    page = person.opens(f"/dags/{DAG}")
    page.get_by_role("button", name="Trigger Dag").click()
    dialog = page.get_by_role("dialog")
    dialog.locator("#element_day").wait_for()
    return dialog


def asked_for(api):
    """Backfills, the newest first."""
    return api.get("/backfills", dag_id=DAG, order_by="-id")["backfills"]


def test_every_page_says_which_store_it_is_and_that_it_is_a_demo(operator):
    page = operator.opens("/")
    expect(page.get_by_role("heading", name="Catavento DEMO, store demo")).to_be_visible()
    operator.shows("home")
    operator.opens(f"/dags/{DAG}")
    expect(page).to_have_title(re.compile("Catavento DEMO, store demo"))


def test_the_form_marks_nothing_as_required(operator):
    dialog = form(operator)
    expect(dialog.get_by_text("Do each step again")).to_be_visible()
    assert "*" not in dialog.inner_text()


def test_a_viewer_cannot_trigger(installation, sign_in):
    viewer = sign_in("viewer")
    before = installation.api().get(f"/dags/{DAG}/dagRuns")["total_entries"]
    dialog = form(viewer)
    dialog.get_by_role("button", name="Trigger", exact=True).click()
    expect(dialog.get_by_text("403 Forbidden")).to_be_visible()
    viewer.shows("viewer-denied")
    assert installation.api().get(f"/dags/{DAG}/dagRuns")["total_entries"] == before


def test_an_operator_finds_why_a_task_failed_clears_it_and_sees_it_succeed(installation, operator, faults):
    httpx.post(faults, json={"kind": "field-missing", "field": "POT_MW"}, trust_env=False).raise_for_status()
    dialog = form(operator)
    dialog.locator("#element_day").fill(FAULTY_DAY)
    operator.shows("trigger")
    dialog.get_by_role("button", name="Trigger", exact=True).click()
    page = operator.page
    page.wait_for_url(re.compile(r"/runs/manual__"))
    run = page.url.split("/runs/")[1].split("/")[0].split("?")[0]
    wait_for(lambda: installation.api().get(run_path(DAG, run))["state"] == "failed", 180)

    operator.opens(f"/dags/{DAG}/runs/{run}")
    page.locator(f"a[href$='{run}/tasks/extract-sigel']").first.click()
    reason = page.get_by_text("the source broke its contract; field missing: POT_MW").first
    expect(reason).to_be_visible()
    assert re.search(r"ERROR\s*-\s*the source broke its contract; field missing: POT_MW", page.locator("code", has=reason).first.inner_text())
    reason.scroll_into_view_if_needed()
    operator.shows("failed-task")

    httpx.delete(faults, trust_env=False).raise_for_status()
    page.get_by_role("button", name=re.compile("to clear$")).first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Affected Tasks: 3").first).to_be_visible()
    operator.shows("clear")
    dialog.get_by_role("button", name="Confirm").click()
    wait_for(lambda: installation.api().get(run_path(DAG, run))["state"] == "success", 180)
    assert set(states(installation.api(), DAG, run).values()) == {"success"}
    operator.opens(f"/dags/{DAG}/runs/{run}")
    expect(page.get_by_text("Success").first).to_be_visible()
    operator.shows("cleared")


def test_an_operator_starts_a_backfill_of_three_days(installation, operator):
    dialog = form(operator)
    dialog.get_by_text("Backfill", exact=True).click()
    page = operator.page
    for label, day, hour in (("From", FIRST_DAY, "00:00"), ("To", LAST_DAY, "23:59")):
        dialog.get_by_role("group").filter(has_text=re.compile(f"^{label}")).get_by_text("Select date and time").click()
        moment = page.get_by_placeholder("HH:mm").last
        page.get_by_placeholder("YYYY/MM/DD").last.fill(day.replace("-", "/"))
        page.keyboard.press("Enter")
        moment.fill(hour)
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
    expect(dialog.get_by_text("3 runs").first).to_be_visible()
    operator.shows("backfill")
    api = installation.api()
    before = len(asked_for(api))
    dialog.get_by_role("button", name="Run Backfill").click()
    wait_for(lambda: len(asked_for(api)) > before, 60)
    wait_for(lambda: asked_for(api)[0]["completed_at"], 300)
    assert installation.sql(f"SELECT day FROM ops.release WHERE day BETWEEN '{FIRST_DAY}' AND '{LAST_DAY}' ORDER BY day") == [
        FIRST_DAY,
        MIDDLE_DAY,
        LAST_DAY,
    ]
    operator.opens(f"/dags/{DAG}/backfills")
    operator.shows("backfills")


def test_telemetry_s_mapped_tasks_are_named_by_source_day_and_shard(installation, operator):
    run = trigger(installation.api(), TELEMETRY, day=TELEMETRY_FIRST, last_day=TELEMETRY_LAST)
    assert ended(installation.api(), TELEMETRY, run, 300)["state"] == "success"
    page = operator.opens(f"/dags/{TELEMETRY}/runs/{run}/tasks/downsample-telemetry/mapped")
    for day in (TELEMETRY_FIRST, TELEMETRY_LAST):
        for shard in ("1/2", "2/2"):
            expect(page.get_by_text(f"demo {day} {shard}").first).to_be_visible()
    operator.shows("mapped")
