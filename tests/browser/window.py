"""Chromium, driven by Playwright out of a folder of its own under .local; `make test-browser` puts it there.

Whatever the browser logs or asks of other hosts is written down, and a test says which of it was to be expected.
"""

import importlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app.local.supervisor import Stack
from app.routes.cookies import SESSION
from tests.browser.presence import HERE, HOME, PACKAGES, READY, installed, program, wanted

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Response

SIZE = {"width": 1200, "height": 800}
PHONE = {"width": 390, "height": 780}
TIMEOUT_MS = 10_000
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Names are not even looked up: what would leave this machine fails, and is seen.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@dataclass
class Window:
    """A person's browser: cookies of its own and one page. `noise` is what it logged, `strays` what it asked of others."""

    page: "Page"
    api: str
    sandbox: str
    noise: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)

    def watch(self, context: "BrowserContext") -> None:
        context.on("console", lambda message: self.noise.append(f"{message.text} {urlsplit(message.location['url']).path}"))
        context.on("weberror", lambda error: self.noise.append(str(error.error)))
        context.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        if not url.startswith(("data:", "blob:", f"{self.api}/", f"{self.sandbox}/")):
            self.strays.append(url)

    def open(self, path: str) -> "Response":
        return self.page.goto(f"{self.api}{path}")

    def get(self, path: str) -> Any:
        """What a script of the page that is open would be answered: status and JSON."""
        script = "async path => { const answer = await fetch(path); return [answer.status, await answer.json()]; }"
        return self.page.evaluate(script, f"/api/v1{path}")

    def see(self, heading: str) -> None:
        """Wait for the page of this heading: a click does not wait for where it leads."""
        self.page.get_by_role("heading", name=heading, level=1).wait_for()

    def signed_in(self) -> bool:
        return any(cookie["name"] == SESSION for cookie in self.page.context.cookies())

    def shoot(self, name: str) -> None:
        self.page.screenshot(path=HOME / "screens" / f"{name}.png")

    def shoot_whole(self, name: str) -> None:
        """All of the page, as far as it reaches."""
        self.page.screenshot(path=HOME / "screens" / f"{name}.png", full_page=True)

    def shoot_sizes(self, name: str) -> None:
        """As it stands, dark, and on a phone; nothing may be wider than the phone."""
        self.shoot(name)
        self.page.emulate_media(color_scheme="dark")
        self.shoot(f"{name}-dark")
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(PHONE)
        self.shoot(f"{name}-phone")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name
        self.page.set_viewport_size(SIZE)

    def execute(self, method: str, path: str, **values: str) -> Any:
        """Swagger's "Try it out" for an operation, its path parameters filled in; gives status and JSON, and shows them."""
        summary = self.page.locator(f'[data-path="{path}"]')
        block = self.page.locator(f".opblock-{method.lower()}", has=summary)
        block.locator(summary).click()
        block.get_by_role("button", name="Try it out").click()
        for name, value in values.items():
            block.locator(f'tr[data-param-name="{name}"] input').fill(value)
        with self.page.expect_response(lambda answer: answer.request.method == method) as sent:
            block.get_by_role("button", name="Execute").click()
        block.locator(".live-responses-table .response").evaluate("shown => shown.scrollIntoView()")
        return sent.value.status, sent.value.json()


@contextmanager
def chromium() -> "Iterator[Browser]":
    with _playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def window_of(browser: "Browser", stack: Stack) -> Iterator[Window]:
    """With cookies of its own. Whether it asked anything of other hosts is looked at when it closes."""
    context = browser.new_context(viewport=SIZE, color_scheme="light")
    context.set_default_timeout(TIMEOUT_MS)
    window = Window(context.new_page(), stack.api_url, stack.sandbox_url)
    window.watch(context)
    yield window
    context.close()
    assert window.strays == []


def _playwright() -> Any:
    """Installed once, and again when the pin changes. Behind everything else on the path: it replaces no library of ours."""
    if not installed():
        shutil.rmtree(PACKAGES, ignore_errors=True)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]
        subprocess.run([*pip, "--target", PACKAGES, "-r", HERE / "requirements.txt"], check=True)
        READY.write_text(wanted())
    sys.path.append(str(PACKAGES))
    return importlib.import_module("playwright.sync_api").sync_playwright()
