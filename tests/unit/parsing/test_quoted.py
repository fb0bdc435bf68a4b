"""A payment that is quoted has been told before."""

import pytest

from app.domain.reading import Verdict
from app.parsing import parse
from tests.unit.parsing.mails import html_mail, text_mail

ALERT = "Your card ending 7731 was charged $41.50 at FJORD BAKERI on 12 May 2026."
BANK = "River Bank <support@riverbank.example>"


@pytest.mark.parametrize(
    "beginning",
    [
        "On Tue, 12 May 2026 at 10:00, River Bank <alerts@riverbank.example> wrote:",
        "On Tue, 12 May 2026 at 10:00, River Bank\n<alerts@riverbank.example> wrote:",
        "Am 12.05.2026 um 10:00 schrieb River Bank:",
        "El mar, 12 may 2026 a las 10:00, River Bank escribió:",
        "Le mar. 12 mai 2026 à 10:00, River Bank a écrit :",
        "-----Original Message-----\nFrom: River Bank",
        "-----Ursprüngliche Nachricht-----\nVon: River Bank",
    ],
)
def test_what_stands_below_the_beginning_of_a_quotation_is_no_news(beginning: str) -> None:
    body = f"Thank you for contacting us. We will look into it.\n\n{beginning}\n\n{ALERT}"
    assert parse(text_mail(body, BANK)).verdict is Verdict.NOTICE
    lines = "".join(f"<div>{line.replace('<', '&lt;')}</div>" for line in body.splitlines())
    assert parse(html_mail(lines, BANK)).verdict is Verdict.NOTICE


def test_marked_lines_of_an_answer_are_quoted() -> None:
    assert parse(text_mail(f"> {ALERT}\n\nWe are looking into it.", BANK, "Re: your question")).verdict is Verdict.NOTICE


def test_what_stands_above_a_quotation_is_read() -> None:
    told = parse(
        text_mail(f"{ALERT}\n\nOn Tue, 12 May 2026 at 10:00, Sam <sam@example.com> wrote:\n> Was I charged $12.00?", BANK)
    )
    assert [str(one.amount) for one in told.transactions] == ["41.50"]


def test_a_mail_its_owner_passed_on_is_read() -> None:
    body = f"---------- Forwarded message ---------\nFrom: River Bank <alerts@riverbank.example>\nSubject: alert\n\n{ALERT}"
    mail = text_mail(body, "Sam <sam@example.com>", "Fwd: alert", to="Sam <sam@example.com>")
    assert [str(one.amount) for one in parse(mail).transactions] == ["41.50"]
