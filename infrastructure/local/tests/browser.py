"""Airflow's UI as people see it: a real Chromium, signed in."""

import os
import shutil
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import BrowserContext, Error, Page, Playwright, expect

PROJECT = Path(__file__).parents[3]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-proxy-server"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
#: The page is all that is waited for on a busy machine.
_PATIENCE_MS = 60_000
expect.set_options(timeout=_PATIENCE_MS)
#: Chromium drops what it loads when a network interface comes or goes, as with each container.
_DROPPED = "net::ERR_NETWORK_CHANGED"
_ATTEMPTS = 5
#: Long lines of a log are wrapped, as the key w does.
WRAPPED = "localStorage.setItem('log_wrap', 'true')"


class Person:
    """Somebody in a browser of their own, with an empty profile, in Brasília."""

    def __init__(self, playwright: Playwright, url: str, name: str, password: str) -> None:
        self.url = url
        self._profile = tempfile.mkdtemp(prefix="catavento-chromium-")
        self._context: BrowserContext = playwright.chromium.launch_persistent_context(
            self._profile,
            executable_path=CHROMIUM,
            headless=True,
            args=FLAGS,
            viewport={"width": 1280, "height": 800},
            timezone_id="America/Sao_Paulo",
            locale="en-US",
        )
        self._context.set_default_timeout(_PATIENCE_MS)
        self._context.add_init_script(WRAPPED)
        self.page: Page = self._context.pages[0]
        self._sign_in(name, password)

    def _sign_in(self, name: str, password: str) -> None:
        self._goes(self.url)
        self.page.fill("input[name=username]", name)
        self.page.fill("input[name=password]", password)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(lambda url: "/auth/" not in url)

    def opens(self, path: str) -> Page:
        self._goes(f"{self.url}{path}")
        return self.page

    def _goes(self, address: str) -> None:
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                self.page.goto(address)
                return
            except Error as dropped:
                if _DROPPED not in dropped.message or attempt == _ATTEMPTS:
                    raise

    def shows(self, name: str) -> None:
        """What docs/operating.md shows; written only when asked for."""
        if os.environ.get("CATAVENTO_WRITE_DOCS") == "1":
            self.page.wait_for_timeout(1000)
            self.page.wait_for_function("!document.querySelector('.chakra-skeleton')")
            self.page.wait_for_timeout(500)
            seen = Image.open(BytesIO(self.page.screenshot(animations="disabled"))).convert("RGB")
            seen.quantize(64, dither=Image.Dither.NONE).save(PROJECT / "docs" / "images" / f"{name}.png", optimize=True)

    def close(self) -> None:
        self._context.close()
        shutil.rmtree(self._profile, ignore_errors=True)
