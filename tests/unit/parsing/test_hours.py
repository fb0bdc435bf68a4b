"""The hour beside the day, as languages put it."""

from datetime import UTC, date, datetime

import pytest

from app.parsing.dates import DateContext, first_moment
from app.parsing.formats import OUT, Format
from app.parsing.hours import parse_time
from app.parsing.reader import parse
from tests.unit.parsing.mails import text_mail
from tests.unit.parsing.test_formats import read as read_format

RECEIVED = datetime(2026, 4, 17, 22, 0, tzinfo=UTC)
DATES = DateContext(RECEIVED)
BOTH = (
    "17 Apr, 2026 @ 8:58pm", "17/04/2026 @20:58", "Apr 17, 2026 @ 8:58 PM", "17/04/2026 (20:58)", "17 Apr 2026 (8:58pm)",
    "17. April 2026 um 20.58 Uhr", "20.58 Uhr am 17.04.2026", "17 avril 2026 à 20 h 58", "à 20h58 le 17 avril 2026",
    "17/04/2026 alle ore 20:58", "17/04/2026 alle 20.58", "alle ore 20.58 del 17/04/2026", "17 april 2026 om 20.58 uur",
    "om 20.58 uur op 17-04-2026", "17. april 2026 kl. 20.58", "kl. 20.58 den 17. april 2026", "17/04/2026 kl.20:58",
    "17.4.2026 klo 20.58", "klo 20.58 17.4.2026", "17.04.2026 r. o godzinie 20:58", "17.04.2026 в 20:58",
    "17 апреля 2026 г. в 20:58", "17.4.2026 v 20:58", "17. 4. 2026 ve 20:58", "17.04.2026 la ora 20:58", "17.04.2026, ora 20:58",
    "17/04/2026 στις 20:58", "17/04/2026 الساعة 20:58", "20 giờ 58 phút ngày 17/04/2026", "ngày 17/04/2026 lúc 20 giờ 58 phút",
    "เวลา 20:58 น. วันที่ 17 เม.ย. 2569", "2026年04月17日20:58", "17/04/2026 20:58 Uhr", "2026-04-17T20:58",
    "20:58 17/04/26", "pukul 20.58 WIB tanggal 17/04/2026", "17-APR-26 20.58.03",
)  # fmt: skip


@pytest.mark.parametrize("printed", BOTH)
def test_day_and_hour_are_read_together(printed: str) -> None:
    moment = first_moment(f"at Bakery Lane on {printed}. Thank you.", DATES)
    assert moment
    assert moment.at
    assert (moment.on, moment.at.hour, moment.at.minute) == (date(2026, 4, 17), 20, 58)


@pytest.mark.parametrize("printed", BOTH)
def test_the_general_reader_reads_both_of_a_payment(printed: str) -> None:
    reading = parse(
        text_mail(f"A purchase of EUR 12.50 was made with your card ending 4471 at Bakery Lane on {printed}. Thank you.")
    )
    moment = reading.transactions[0].occurred
    assert moment
    assert moment.isoformat()[:16] == "2026-04-17T20:58"


@pytest.mark.parametrize(
    "printed", ["17/04/2026 at 20.58 EUR", "17.04.2026 v 12.50 zł", "17.04.2026 20.58", "17.04.2026 um 25.10 Uhr"]
)
def test_a_sum_behind_a_day_is_no_hour(printed: str) -> None:
    moment = first_moment(printed, DATES)
    assert moment
    assert moment.at is None


@pytest.mark.parametrize(
    ("printed", "hour"), [("20.58", "20:58"), ("kl. 20.58", "20:58"), ("08.05.33", "08:05"), ("12.50 EUR", None)]
)
def test_an_hour_of_its_own_cell_may_have_a_full_stop(printed: str, hour: str | None) -> None:
    clock = parse_time(printed, date(2026, 4, 17))
    assert (clock and clock[0].isoformat()[:5]) == hour


@pytest.mark.parametrize("printed", ["17/04/2026 @ 20:58", "17. april 2026 kl. 20.58", "17 Apr, 2026 @8:58pm"])
def test_a_hole_for_both_takes_both(printed: str) -> None:
    form = Format("x", OUT, "{amount} was spent at {counterparty} on {datetime}.")
    found = read_format(form, f"EUR 5.00 was spent at Kiosk on {printed}.", country="DE")
    assert found
    assert found.occurred
    assert found.occurred.isoformat() == "2026-04-17T20:58:00"


def test_a_hole_for_the_hour_takes_one_with_a_full_stop() -> None:
    form = Format("x", OUT, "{amount} was spent at {counterparty} on {date} clock {time}.")
    found = read_format(form, "EUR 5.00 was spent at Kiosk on 17/04/2026 clock 20.58.", country="DE")
    assert found
    assert found.occurred
    assert found.occurred.isoformat() == "2026-04-17T20:58:00"
