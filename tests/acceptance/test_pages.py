"""A newcomer's first minute, in headless Chromium: the landing page, the consent, a sync watched live, the money it found.

Left out where no browser can be driven, which pytest then says in its last lines. The long walk is `make test-browser`.
"""

from collections.abc import Iterator

import pytest

from app.local.supervisor import Stack
from tests.browser import window
from tests.browser.pages import expect
from tests.browser.window import Window

EMAIL = "user2@sandbox.test"
MAILS = 150
PATIENCE_MS = 30_000


@pytest.fixture
def person(stack: Stack) -> Iterator[Window]:
    with window.chromium() as browser, window.window_of(browser, stack) as opened:
        opened.page.set_default_timeout(PATIENCE_MS)
        yield opened


def test_from_the_landing_page_to_the_money(person: Window) -> None:
    """The console stays empty and nothing is asked of another host; the bars of months and the files answer the keyboard."""
    page = person.page
    person.open("/")
    page.get_by_role("link", name="Connect Gmail").first.click()
    person.see("Choose an account")
    page.get_by_role("button", name=EMAIL).click()
    person.see("Select what FinCoach")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("● Live")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator("#job-tag")).to_have_text("Done", timeout=PATIENCE_MS)
    expect(page.locator("#job .big-number")).to_have_text(str(MAILS))
    expect(page.locator("#newest li").first).to_be_visible()

    page.get_by_role("link", name="Spending").click()
    expect(page.locator("#cards .tile").first).to_be_visible(timeout=PATIENCE_MS)
    months = page.locator(".month-over")
    months.nth(4).focus()
    page.keyboard.press("Enter")
    expect(months.nth(4)).to_have_attribute("aria-pressed", "true")
    expect(months.nth(4)).to_be_focused()
    expect(page.locator("#said")).to_contain_text("spent")
    page.locator("#export summary").focus()
    page.keyboard.press("Enter")
    with page.expect_download() as kept:
        page.get_by_role("link", name="Beancount").click()
    assert kept.value.suggested_filename == "transactions.beancount"
    assert kept.value.path().read_text(encoding="utf-8").startswith('option "title"')
    assert person.noise == []
