"""The ways alerts go, as watch-store has them: mail and webhook, set by ``CATAVENTO_ALERT_*``."""

from __future__ import annotations

import json
import smtplib
import ssl
import urllib.request
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

_PATIENCE_SECONDS = 15

#: A notice in the one JSON shape of docs/alerts.md.
Notice = dict[str, Any]


def channels(given: Mapping[str, str]) -> dict[str, Callable[[Notice], None]]:
    """The configured ways by name; each raises what its library raises where a notice does not arrive."""
    found: dict[str, Callable[[Notice], None]] = {}
    if given.get("CATAVENTO_ALERT_SMTP_URL"):
        found["mail"] = lambda notice: _mail(given, notice)
    if given.get("CATAVENTO_ALERT_WEBHOOK_URL"):
        found["webhook"] = lambda notice: _post(given["CATAVENTO_ALERT_WEBHOOK_URL"], notice)
    return found


def _post(url: str, notice: Notice) -> None:
    headers = {"Content-Type": "application/json", "User-Agent": "Catavento"}
    request = urllib.request.Request(url, json.dumps(notice, ensure_ascii=False).encode(), headers)
    with urllib.request.urlopen(request, timeout=_PATIENCE_SECONDS):
        pass


def _mail(given: Mapping[str, str], notice: Notice) -> None:
    url = urlsplit(given["CATAVENTO_ALERT_SMTP_URL"])
    starttls = parse_qs(url.query).get("starttls", ["offered"])[0]
    message = EmailMessage()
    message["From"], message["To"] = given["CATAVENTO_ALERT_MAIL_FROM"], given["CATAVENTO_ALERT_MAIL_TO"]
    message["Subject"] = f"[Catavento {_store(notice)}] {notice['title']['pt']} / {notice['title']['en']}"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_text(notice))
    tls = ssl.create_default_context()
    with (
        smtplib.SMTP_SSL(url.hostname, url.port or 465, timeout=_PATIENCE_SECONDS, context=tls)
        if url.scheme == "smtps"
        else smtplib.SMTP(url.hostname, url.port or (587 if url.username else 25), timeout=_PATIENCE_SECONDS)
    ) as server:
        server.ehlo("localhost")
        if url.scheme == "smtp" and (starttls == "required" or (starttls == "offered" and server.has_extn("starttls"))):
            server.starttls(context=tls)
        if url.username:
            server.login(unquote(url.username), unquote(url.password or ""))
        server.send_message(message)


def _text(notice: Notice) -> str:
    recovered = notice["event"] == "recovered"
    demo = "DEMO: a frota deste banco é gerada. / DEMO: this store's fleet is generated.\n\n" if notice["demo"] else ""
    return demo + "\n".join(
        [
            notice["title"]["pt"],
            f"Motivo: {notice['reason']['pt']}",
            f"Resolução: {notice['recovery']['pt']}" if recovered else f"O que fazer: {notice['hint']['pt']}",
            f"Registro: {notice['log_url']}",
            "",
            notice["title"]["en"],
            f"Reason: {notice['reason']['en']}",
            f"Recovery: {notice['recovery']['en']}" if recovered else f"What to do: {notice['hint']['en']}",
            f"Log: {notice['log_url']}",
            "",
        ]
    )


def _store(notice: Notice) -> str:
    return f"DEMO {notice['store']}" if notice["demo"] else notice["store"]
