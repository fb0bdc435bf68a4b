"""The pages as HTML: what a browser makes of them without a line of script."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

import sandbox

PAGES = Path(sandbox.__file__).parent / "pages"


class Forms(HTMLParser):
    """The buttons that can submit each form, by their values, in the order they stand in."""

    def __init__(self) -> None:
        super().__init__()
        self.submitting: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.submitting.append([])
        elif tag == "button" and self.submitting and given.get("type") != "button":
            self.submitting[-1].append(given.get("value") or "")


@pytest.mark.parametrize("page", ["control.html", "consent.html"])
def test_enter_does_what_the_form_is_for(page: str) -> None:
    """A browser takes the first submitting button for the Enter key: it must not be the one that cancels."""
    forms = Forms()
    forms.feed((PAGES / page).read_text("utf-8"))
    firsts = [buttons[0] for buttons in forms.submitting if buttons]
    assert firsts
    assert not {"cancel", "deny"} & set(firsts)
