"""Airflow's own alerts: told to a real SMTP server and a real HTTP endpoint, once; a recovery once."""

import json
import smtplib
import socketserver
import threading
from datetime import UTC, datetime
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from pipeline import alerts


class Hook(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(self.path)
        status = self.server.blips.pop() if self.server.blips else self.server.status
        if status < 300:
            self.server.arrived.append(body)
        self.send_response(status)
        if status // 100 == 3:
            self.send_header("Location", "/elsewhere")
        self.end_headers()

    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


class Smtp(socketserver.StreamRequestHandler):
    """As much of RFC 5321 as a client without TLS needs."""

    def handle(self):
        self.say("220 ready")
        for line in self.rfile:
            match line.split()[0].upper():
                case b"EHLO":
                    self.say("250-localhost\r\n250 SMTPUTF8")
                case b"DATA":
                    self.say("354 go on")
                    lines = iter(self.rfile.readline, b".\r\n")
                    self.server.arrived.append(message_from_bytes(b"".join(lines), policy=policy.default))
                    self.say("250 taken")
                case b"RCPT" if self.server.refused and self.server.refused in line:
                    self.say("550 nobody of that name")
                case b"QUIT":
                    self.say("221 bye")
                    return
                case _:
                    self.say("250 ok")

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")


@pytest.fixture
def hook():
    yield from serving(ThreadingHTTPServer(("127.0.0.1", 0), Hook), status=204, blips=[], asked=[])


@pytest.fixture
def mail():
    yield from serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Smtp), refused=b"")


def serving(server, **state):
    server.arrived = []
    vars(server).update(state)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def variables(monkeypatch):
    """Airflow's variables, which outside of a task have no server to ask; the live tests have one."""
    kept = {}
    monkeypatch.setattr(
        alerts,
        "Variable",
        SimpleNamespace(
            get=lambda name, default, deserialize_json: json.loads(kept[name]) if name in kept else default,
            set=lambda name, value, serialize_json: kept.__setitem__(name, json.dumps(value)),
            delete=kept.pop,
        ),
    )
    return kept


@pytest.fixture(autouse=True)
def settings(monkeypatch, hook, mail, variables):
    monkeypatch.setattr(alerts, "_PAUSES_SECONDS", (0.05, 0.1))
    monkeypatch.setenv("CATAVENTO_STORE", "demo")
    monkeypatch.setenv("CATAVENTO_ALERT_WEBHOOK_URL", f"http://127.0.0.1:{hook.server_address[1]}/hook")
    monkeypatch.setenv("CATAVENTO_ALERT_SMTP_URL", f"smtp://127.0.0.1:{mail.server_address[1]}")
    monkeypatch.setenv("CATAVENTO_ALERT_MAIL_FROM", "alerts@example.org")
    monkeypatch.setenv("CATAVENTO_ALERT_MAIL_TO", "ana@example.org, rui@example.org")


def context(task="load-postgis", report=None, exception=None, day=None, planned=()):
    arguments = ["--dataset", "wind_fleet"] if task == "load-postgis" else []
    run = SimpleNamespace(run_id="r1", data_interval_start=None, run_after=datetime(2026, 3, 10, 15, tzinfo=UTC))
    return {
        "task": SimpleNamespace(java_task=task, arguments=arguments, report=report, planned=planned),
        "ti": SimpleNamespace(log_url="http://ui/log"),
        "dag_run": run,
        "params": {"day": day},
        "exception": exception,
    }


def test_a_task_that_left_no_report_is_told_once_and_its_recovery_once(hook, mail):
    failed = context(exception="the engine has no image catavento/load-postgis")
    alerts.task_failed(failed)
    alerts.task_failed(failed)
    alerts.task_succeeded(context())
    alerts.task_succeeded(context())
    assert [notice["event"] for notice in hook.arrived] == ["opened", "recovered"]
    opened, recovered = hook.arrived
    assert (opened["key"], opened["day"], opened["demo"]) == ("task-failed/load-postgis/wind_fleet", "2026-03-09", True)
    assert opened["reason"]["en"].endswith("the engine has no image catavento/load-postgis")
    assert opened["reason"]["pt"].endswith("; mensagem do programa: the engine has no image catavento/load-postgis")
    assert opened["log_url"] == "http://ui/log" and recovered["recovered_at"]
    assert [message["To"] for message in mail.arrived] == ["ana@example.org, rui@example.org"] * 2
    assert mail.arrived[0]["Subject"].startswith("[Catavento DEMO demo] tarefa falhou (load-postgis, wind_fleet, 2026-03-09)")
    assert "O que fazer: veja a máquina" in mail.arrived[0].get_content()
    assert "What to do: look at the machine" in mail.arrived[0].get_content()


def test_what_the_store_knows_is_not_told_here_but_of_the_watcher_nobody_else_tells(hook):
    alerts.task_failed(context(report={"in_store": True}))
    assert hook.arrived == []
    alerts.task_failed(context(task="watch-store", report={"in_store": True}))
    assert [notice["task"] for notice in hook.arrived] == ["watch-store"]


def test_a_run_that_met_no_store_is_told_here(hook):
    alerts.task_failed(context(report={"in_store": False}))
    assert len(hook.arrived) == 1


def test_a_way_that_does_not_take_it_is_tried_at_the_next_end_and_the_other_is_not_told_twice(hook, mail):
    hook.status = 500
    alerts.task_failed(context())
    assert (len(hook.arrived), len(mail.arrived)) == (0, 1)
    hook.status = 200
    alerts.task_failed(context())
    assert (len(hook.arrived), len(mail.arrived)) == (1, 1)


def test_a_way_that_blips_is_tried_again_at_once(hook):
    hook.blips = [503, 503]
    alerts.task_failed(context())
    assert [notice["event"] for notice in hook.arrived] == ["opened"]
    hook.blips = [429]
    alerts.task_succeeded(context())
    assert [notice["event"] for notice in hook.arrived] == ["opened", "recovered"]


def test_what_another_attempt_cannot_mend_is_tried_once(hook):
    hook.status = 404
    alerts.task_failed(context())
    assert hook.asked == ["/hook"]


def test_a_failure_that_no_way_took_is_told_before_its_recovery(hook, mail):
    hook.status = 404
    alerts.task_failed(context(exception="the worker is gone"))
    assert [len(hook.arrived), len(mail.arrived)] == [0, 1]
    hook.status = 204
    alerts.task_succeeded(context())
    assert [notice["event"] for notice in hook.arrived] == ["opened", "recovered"]
    assert hook.arrived[0]["id"] == hook.arrived[1]["id"]
    assert "the worker is gone" in hook.arrived[0]["reason"]["en"]
    assert len(mail.arrived) == 2


def test_an_older_day_that_succeeds_is_no_recovery_the_same_or_a_later_is(hook, variables):
    alerts.task_failed(context(day="2026-03-08"))
    alerts.task_failed(context(day="2026-03-09"))
    alerts.task_succeeded(context(day="2026-03-08"))
    assert [notice["event"] for notice in hook.arrived] == ["opened"]
    alerts.task_succeeded(context(day="2026-03-09"))
    assert [notice["event"] for notice in hook.arrived] == ["opened", "recovered"]
    alerts.task_failed(context(day="2026-03-09"))
    alerts.task_succeeded(context(day="2026-03-10"))
    assert [notice["event"] for notice in hook.arrived] == ["opened", "recovered"] * 2
    assert variables == {}


def part(day, shard="1/2"):
    return context("downsample-telemetry", planned=["--source", "scada", "--day", day, "--shard", shard])


def test_a_day_s_part_is_well_again_by_that_very_day_only(hook, variables):
    alerts.task_failed(part("2026-03-07"))
    alerts.task_failed(part("2026-03-08"))
    alerts.task_succeeded(part("2026-03-09"))
    alerts.task_succeeded(part("2026-03-08"))
    alerts.task_succeeded(part("2026-03-07", shard="2/2"))
    heard = [(notice["event"], notice["key"], notice["day"]) for notice in hook.arrived]
    key = "task-failed/downsample-telemetry/-/scada/1/2/"
    assert heard == [
        ("opened", f"{key}2026-03-07", "2026-03-07"),
        ("opened", f"{key}2026-03-08", "2026-03-08"),
        ("recovered", f"{key}2026-03-08", "2026-03-08"),
    ]
    assert hook.arrived[0]["title"]["en"] == "task failed (downsample-telemetry, scada, 1/2, 2026-03-07)"
    assert list(variables) == ["catavento_alert_downsample-telemetry_scada_1-of-2_2026-03-07"]
    alerts.task_succeeded(part("2026-03-07"))
    assert variables == {}


def test_each_way_hears_openings_and_recoveries_in_turn_though_it_missed_one(hook, mail, variables):
    alerts.task_failed(context())
    hook.status = 404
    alerts.task_succeeded(context())
    alerts.task_failed(context())
    hook.status = 204
    alerts.task_succeeded(context())
    assert [notice["event"] for notice in hook.arrived] == ["opened", "recovered"]
    assert len({notice["id"] for notice in hook.arrived}) == 1
    assert ["resolvido" in message["Subject"] for message in mail.arrived] == [False, True] * 2
    assert variables == {}


@pytest.mark.parametrize(
    "address",
    ["hooks.example.org/SECRET", "https:///SECRET", "http://127.0.0.1:SECRET/", "http://127.0.0.1:1/SEC\x01RET"],
)
def test_an_address_is_never_shown_beyond_its_host(monkeypatch, hook, caplog, address):
    monkeypatch.setenv("CATAVENTO_ALERT_WEBHOOK_URL", address)
    monkeypatch.setenv("CATAVENTO_ALERT_SMTP_URL", "smtp://alerts:SECRET@127.0.0.1:1")
    alerts.task_failed(context())
    assert "the alert was not taken by webhook" in caplog.text and "the alert was not taken by mail" in caplog.text
    assert "SEC" not in caplog.text and "RET" not in caplog.text


def test_a_redirect_is_not_followed(hook, caplog):
    hook.status = 307
    alerts.task_failed(context())
    hook.status = 302
    alerts.task_failed(context())
    assert hook.asked == ["/hook", "/hook"]
    assert "127.0.0.1: it answers 307" in caplog.text


def test_one_address_that_is_refused_keeps_the_alert_from_nobody_else(mail, caplog):
    mail.refused = b"rui@"
    alerts.task_failed(context())
    alerts.task_failed(context())
    assert len(mail.arrived) == 1
    assert "takes no mail for rui@example.org" in caplog.text


def test_without_a_way_nothing_is_kept(monkeypatch, variables):
    monkeypatch.delenv("CATAVENTO_ALERT_WEBHOOK_URL")
    monkeypatch.delenv("CATAVENTO_ALERT_SMTP_URL")
    alerts.task_failed(context())
    alerts.task_succeeded(context())
    assert variables == {}


def test_tls_that_is_required_is_not_gone_without(monkeypatch, mail, caplog):
    monkeypatch.setenv("CATAVENTO_ALERT_SMTP_URL", f"smtp://127.0.0.1:{mail.server_address[1]}?starttls=required")
    alerts.task_failed(context())
    assert mail.arrived == []
    assert smtplib.SMTPNotSupportedError("STARTTLS extension not supported by server.").args[0] in caplog.text
