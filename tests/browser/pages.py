"""What the checks of the pages share: how a page is judged in every size and in both colours."""

import importlib
from pathlib import Path
from typing import Any

from tests.browser.window import SIZE, Window

SIZES = (375, 1024, 1600)
# A person's own words never break these: markup, another direction of writing, length, and signs outside the basic plane.
HOSTILE = (
    "<script>document.title='owned'</script>",
    "\u202eegap siht nwod edispu",
    "W" * 300,
    '🧾💸 Café & "Söhne" <b>',
    "a" * 118 + "🦄",
)


def expect(place: Any) -> Any:
    """Playwright's own, which waits. It is on the path once the browser has been started."""
    return importlib.import_module("playwright.sync_api").expect(place)


def axe_script() -> str:
    """The accessibility checks, out of their wheel in the browser's own folder."""
    wheel = importlib.import_module("axe_playwright_python")
    return (Path(str(wheel.__file__)).parent / "axe.min.js").read_text(encoding="utf-8")


def violations(window: Window) -> list[str]:
    """What axe finds on the page as it stands."""
    window.page.evaluate(axe_script())
    found: dict[str, Any] = window.page.evaluate("axe.run()")
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]


def judge(window: Window, name: str) -> None:
    """In each size and both colours: nothing is wider than the window, and axe finds nothing. Leaves pictures."""
    for colours in ("light", "dark"):
        window.page.emulate_media(color_scheme=colours)
        for width in SIZES:
            window.page.set_viewport_size({"width": width, "height": 900})
            window.page.wait_for_timeout(250)
            window.shoot_whole(f"{name}-{width}-{colours}")
            assert window.page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
        assert violations(window) == [], (name, colours)
    window.page.emulate_media(color_scheme="light")
    window.page.set_viewport_size(SIZE)


def weight(window: Window) -> dict[str, float]:
    """First paint in milliseconds, bytes over the wire and requests of the page that is open."""
    return dict(
        window.page.evaluate(
            """() => { const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
            return { paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
              bytes: all.reduce((sum, one) => sum + one.transferSize, 0), requests: all.length }; }"""
        )
    )
