"""Whether a mail names a day is known without reading it."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

from app.domain.mail import Mail
from app.parsing.clean import Page, read_page
from app.parsing.dates import DateContext
from app.parsing.generic import names_day
from app.parsing.reader import read
from benchmarks.accuracy import samples_of

CORPUS = Path(__file__).parents[3] / "tests" / "corpus"
DATES = DateContext(datetime(2026, 6, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    "name", ["india.dev", "world.dev", "heldout/europe", "heldout/asia", "heldout/eighth", "heldout/twelfth"]
)
def test_no_day_is_read_where_none_seems_named(name: str) -> None:
    for sample in samples_of(CORPUS / f"{name}.jsonl"):
        headers = {key.lower(): (value,) for key, value in sample["headers"].items()}
        mail = Mail(headers, sample["text"], sample["html"], parsedate_to_datetime(sample["headers"]["Date"]))
        reading = read(mail, formats=False)
        # What is described as data stands outside the text.
        days = [told.occurred for told in reading.transactions if told.occurred and reading.format == "generic"]
        assert not days or names_day(read_page(mail), DateContext(mail.received_at)), sample["id"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Rs. 262.00 paid to Chai Point, order 402-1234567-1234567", False),
        ("Paid on 12 May", True),
        ("Paid: -12/05/2026", True),
        ("Code 7,12/05/2026", True),
        ("You paid 5 EUR today", True),
        ("You paid 5 EUR at 10:11", True),
        ("You may have marched 5 miles", False),
        ("word " * 1000, True),
    ],
)
def test_a_day_named(text: str, named: bool) -> None:
    assert names_day(Page("", ((text,),), text), DATES) is named
