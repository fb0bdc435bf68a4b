"""Days and times as mails of many countries print them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.parsing import dates
from app.parsing.dates import DateContext, first_moment

RECEIVED = datetime(2026, 8, 20, 10, 15, tzinfo=UTC)


def read(text: str, *, month_first: bool = False, received: datetime = RECEIVED) -> str | None:
    moment = first_moment(text, DateContext(received, month_first))
    return moment.isoformat() if moment else None


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("on 05/06/2026", "2026-06-05"),
        ("05-06-26", "2026-06-05"),
        ("05.06.26 um 09:41 Uhr", "2026-06-05T09:41:00"),
        ("2026-06-05T21:05:59+05:30", "2026-06-05T21:05:59+05:30"),
        ("05JUN2026", "2026-06-05"),
        ("June 5, 2026 at 9.05pm", "2026-06-05T21:05:00"),
        ("5 de junio de 2026 a las 9:05 p. m.", "2026-06-05T21:05:00"),
        ("5 juin 2026 à 9h05", "2026-06-05T09:05:00"),
        ("05/06/2569", "2026-06-05"),
        ("5 มิ.ย. 69 09:41 น.", "2026-06-05T09:41:00"),
        ("115/06/05 09:41", "2026-06-05T09:41:00"),
        ("令和8年6月5日", "2026-06-05"),
        ("05-06-2026 12:05 AM", "2026-06-05T00:05:00"),
        ("05-06-2026 15:20 PM", "2026-06-05T15:20:00"),
        ("5 Juni 2026 pukul 15.05 WIB", "2026-06-05T15:05:00+07:00"),
        ("2026年6月5日 午後3時05分", "2026-06-05T15:05:00"),
        ("2026年6月5日 15時05分", "2026-06-05T15:05:00"),
        ("2026년 6월 5일 오후 3:05", "2026-06-05T15:05:00"),
        ("05/06/2569 เวลา 15:05 น.", "2026-06-05T15:05:00"),
        ("05.06.2026 tarihinde saat 15:05'da", "2026-06-05T15:05:00"),
        ("5 czerwca 2026 o godz. 15:05", "2026-06-05T15:05:00"),
        ("31/06/2026", None),
        ("13/13/2026", None),
    ],
)
def test_a_day_is_read_as_it_is_printed(printed: str, expected: str | None) -> None:
    assert read(printed) == expected


def test_the_order_of_day_and_month_is_the_sender_s() -> None:
    assert read("05/06/2026", month_first=True) == "2026-05-06"
    assert read("25/06/2026", month_first=True) == "2026-06-25"


@pytest.mark.parametrize(
    ("printed", "received", "expected"),
    [
        ("31 Dec", datetime(2026, 1, 1, 0, 10, tzinfo=UTC), "2025-12-31"),
        ("19 Aug", RECEIVED, "2026-08-19"),
        # Announced, and no payment of a year ago.
        ("25 Aug", RECEIVED, None),
    ],
)
def test_the_year_that_is_left_out_is_that_of_the_mail(printed: str, received: datetime, expected: str | None) -> None:
    assert read(printed, received=received) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("26/11/25 16:46", "2026-11-25T16:46:00"),
        ("25/11/26 16:46", "2026-11-25T16:46:00"),
        ("26/11/24", "2026-11-24"),
        ("26/08/25", "2025-08-26"),
    ],
)
def test_a_short_year_may_stand_first_on_the_day_the_mail_came(printed: str, expected: str) -> None:
    found = first_moment(printed, DateContext(datetime(2026, 11, 25, 14, 0, tzinfo=UTC)))
    assert found is not None
    assert found.isoformat() == expected


PIECES = [
    "12", "1", "2026", "26", "115", "٣", "/", "-", ".", ". ", " ", ",", "(", ":", "'", "\n", "Jan", "mai", "January",
    "年", "月", "日", "월", "일", "th ", "of ", "de ", "10:30", "tháng ", "20260131 10", "T", "kl. ", "x",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_days_begin_with_a_figure_that_none_stands_before(text: str) -> None:
    figures = [found.start() for found in dates.FIGURES.finditer(text)]
    for _, pattern in dates.WITH_SIGN:
        expected = [found.span() for found in pattern.finditer(text)]
        assert [found.span() for found in dates._at(figures, pattern, text)] == expected
