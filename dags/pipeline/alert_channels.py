"""The ways alerts go, as watch-store has them: mail and webhook, set by ``CATAVENTO_ALERT_*``."""

from __future__ import annotations

import json
import logging
import smtplib
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from http.client import HTTPException
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

log = logging.getLogger(__name__)

_PATIENCE_SECONDS = 15
#: Answers of a webhook that may be another in a moment, besides those of the 500s.
_BUSY = (408, 429)

#: A notice in the one JSON shape of docs/alerts.md.
Notice = dict[str, Any]


class NotTaken(Exception):
    """Says where and why a notice did not arrive, and nothing of an address but its host: the rest may be a secret.

    ``again`` where the same may arrive in a moment.
    """

    def __init__(self, why: str, *, again: bool) -> None:
        super().__init__(why)
        self.again = again


def channels(given: Mapping[str, str]) -> dict[str, Callable[[Notice], None]]:
    """The configured ways by name; each raises ``NotTaken`` where a notice does not arrive."""
    found: dict[str, Callable[[Notice], None]] = {}
    if given.get("CATAVENTO_ALERT_SMTP_URL"):
        found["mail"] = lambda notice: _send(_mail, given, "CATAVENTO_ALERT_SMTP_URL", ("smtp", "smtps"), notice)
    if given.get("CATAVENTO_ALERT_WEBHOOK_URL"):
        found["webhook"] = lambda notice: _send(_post, given, "CATAVENTO_ALERT_WEBHOOK_URL", ("http", "https"), notice)
    return found


def _send(
    way: Callable[[SplitResult, Mapping[str, str], Notice], None],
    given: Mapping[str, str],
    setting: str,
    schemes: tuple[str, ...],
    notice: Notice,
) -> None:
    try:
        url = urlsplit(given[setting].strip())
        if url.scheme not in schemes or not url.hostname or url.port == 0:
            raise ValueError
    except ValueError:
        raise NotTaken(f"{setting} is not of the form {schemes[0]}://HOST…", again=False) from None
    try:
        way(url, given, notice)
    except Exception as failure:
        raise NotTaken(f"{url.hostname}: {_words(failure)}", again=_may_pass(failure)) from None


def _words(failure: Exception) -> str:
    """The kind of failure, and of its text only what cannot hold a part of an address."""
    match failure:
        case urllib.error.HTTPError():
            return f"it answers {failure.code}"
        case smtplib.SMTPResponseException():
            return f"{type(failure).__name__} {failure.smtp_code}"
        case smtplib.SMTPNotSupportedError():
            return f"{type(failure).__name__}: {failure}"
        case urllib.error.URLError() if isinstance(failure.reason, Exception):
            return _words(failure.reason)
        case OSError() if failure.strerror:
            return f"{type(failure).__name__}: {failure.strerror}"
    return type(failure).__name__


def _may_pass(failure: Exception) -> bool:
    match failure:
        case urllib.error.HTTPError():
            return failure.code >= 500 or failure.code in _BUSY
        case smtplib.SMTPResponseException():
            return 400 <= failure.smtp_code < 500
        case smtplib.SMTPNotSupportedError() | smtplib.SMTPRecipientsRefused() | ssl.SSLCertVerificationError():
            return False
        case urllib.error.URLError() if isinstance(failure.reason, Exception):
            return _may_pass(failure.reason)
    return isinstance(failure, OSError | HTTPException)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Whoever answers with another address is not the one that was asked to take the notice."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _post(_: SplitResult, given: Mapping[str, str], notice: Notice) -> None:
    headers = {"Content-Type": "application/json", "User-Agent": "Catavento"}
    request = urllib.request.Request(given["CATAVENTO_ALERT_WEBHOOK_URL"].strip(), json.dumps(notice, ensure_ascii=False).encode(), headers)
    with urllib.request.build_opener(_NoRedirect).open(request, timeout=_PATIENCE_SECONDS):
        pass


def _mail(url: SplitResult, given: Mapping[str, str], notice: Notice) -> None:
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
        refused = server.send_message(message)
    if refused:
        log.warning("%s takes no mail for %s; the others have it", url.hostname, ", ".join(sorted(refused)))


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
