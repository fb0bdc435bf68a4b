"""Days and times as mails print them, in many languages and either order; no guess where the mail says nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.domain.transaction import Moment
from app.parsing.hours import DOTTED_TIME, TIME, ZONE_BEHIND, clock_of, dotted_clock
from app.parsing.months import MONTHS
from app.parsing.phrases import one_of
from app.parsing.zones import offset_minutes

_MONTH = one_of(MONTHS) + r"(?![^\W\d_])\.?"
DAY_FIRST_NAME = re.compile(
    rf"(?<![\w.,/])(?P<d>\d{{1,2}})(?:st|nd|rd|th|º|ª|\.)?(?:\s{{1,2}}(?:de|of|d'|tháng))?[\s\-/,.]{{0,2}}(?P<m>{_MONTH})"
    r"(?:[\s\-/,.']{0,3}(?:de\s|del\s)?\s?(?P<y>\d{4}|\d{2}(?![\d:.]|\s?[ap]\.?\s?m|h\d)))?",
    re.I,
)
# "mar. 12 mai": a Tuesday, for the month stands behind the day.
NAME_FIRST = re.compile(
    rf"(?<![^\W\d_])(?P<m>{_MONTH})\s{{0,2}}(?P<d>\d{{1,2}})(?!\s(?:de\s)?{_MONTH})(?:st|nd|rd"
    rf"|th)?(?![\d:])(?:[\s,\-/]{{1,3}}(?P<y>\d{{4}})(?!\d))?",
    re.I,
)
NUMERIC = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})(?P<s>[/\-.])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})(?![\d]|[./-]\d)")
# A word that may be a month, for the names are too many to try at every letter.
BEFORE_DIGIT = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,12}|[\u0e00-\u0e7f.]{3,12})\.?\s{0,2}(?=\d)")
FIGURES = re.compile(r"\d+")
# "03 - 04 - 2026", with blanks between.
APART = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})\s[-/]\s(?P<b>\d{1,2})\s[-/]\s(?P<y>20\d\d)(?!\d)")
# "1. 7. 2027", as Czechs, Slovaks and Finns write it.
SPACED = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})\.\s(?P<b>\d{1,2})\.\s(?P<y>20\d\d)(?!\d)")
ISO = re.compile(
    r"(?<![\d./-])(?P<y>(?:19|20|25)\d{2})\s?[/\-.年년]\s?(?P<m>\d{1,2})\s?[/\-.月월]\s?(?P<d>\d{1,2})(?:[日일]|(?!\d))"
)
SHORT = re.compile(
    r"(?<![\d./-])(?P<a>\d{1,2})(?P<s>[/])(?P<b>\d{1,2})(?![\d/.,-])(?=\s{1,2}(?:\d{1,2}:\d{2}|at\b|às\b|a las\b|à\b|alle\b|om\b|[A-Z]))"
)
# "18.12. um 17:50 Uhr": without a year the dots must stand before a time.
DOTTED = re.compile(
    r"(?<![\d./-])(?P<a>\d{1,2})\.\s?(?P<b>\d{1,2})\.(?=,?\s{1,2}(?:\d{1,2}[:.]\d{2}|(?:um|kl\.?|klo|v|ob|u|o|ve|om)\s\d))"
)
COMPACT = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?=[\sT]\d{2}:?\d{2})")
VIETNAMESE = re.compile(r"(?<!\d)(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})(?:,? (?:năm )?(?P<y>\d{4}))?")
# Years of Taiwan's and Japan's own counts.
MINGUO = re.compile(r"(?<![\d./-])(?P<y>1[0-4]\d)\s?[/年]\s?(?P<m>\d{1,2})\s?[/月]\s?(?P<d>\d{1,2})日?(?![\d/])")
REIWA = re.compile(r"令和\s?(?P<reiwa>\d{1,2})\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日")
CJK = re.compile(r"(?<!\d)(?P<m>\d{1,2})月\s?(?P<d>\d{1,2})日")
KOREAN = re.compile(r"(?<!\d)(?P<m>\d{1,2})월\s?(?P<d>\d{1,2})일")
# "אושרה עסקה ב-29/01": a hyphen binds the day to its small word.
HEBREW = re.compile(r"(?:(?<=ב-)|(?<=ב-\s))(?P<a>\d{1,2})(?P<s>[/])(?P<b>\d{1,2})(?![\d/.,-])")
# Each with a sign it cannot do without; all begin with a figure that none stands before.
WITH_SIGN = (
    ("", ISO),
    ("", NUMERIC),
    (". 20", SPACED),
    (" 20", APART),
    ("", DAY_FIRST_NAME),
    ("/", SHORT),
    (".", DOTTED),
    ("1", MINGUO),
    ("20", COMPACT),
    ("tháng", VIETNAMESE),
    ("月", CJK),
    ("월", KOREAN),
    ("ב-", HEBREW),
)

# What may stand between a day and its time.
GAP = re.compile(
    r"(?-i:[\s,;|·•/\-–.T⏐]{0,5})(?:\([^()\d]{1,12}\))?[\s,]{0,2}(?:(?:r|г)\.\s)?(?:at|às|as|à|a las|a la|um|om|alle ore|alle"
    r"|kl\.?|klokken|klockan|ณ|pukul|jam|the|lúc|the time|time:?|hora:?|klo|เวลา|tarihinde saat|saat|o godzinie|o godz\.?"
    r"|godz\.?|ore|la ora|ora|ve?|в|στις|الساعة|o|@|\()?[\s:,]{0,2}",
    re.I,
)
BACK_GAP = re.compile(
    r"[\s,;|·.]{0,4}(?:on|of|del?|el|am|le|du|den|the|date|do dia|dia|dnia|op|pada(?: tanggal)?|tanggal|ngày|วันที่"
    r"|[^\W\d_]{2,9}\s[^\W\d_]{2,9})?[\s,]{0,2}(?:[^\W\d_]{3,9},?\s)?",
    re.I,
)
SHORT_YEAR, SAME_DAYS = 2, 2
FAR = timedelta(days=45)
# A day without a year that was so long ago is one to come: what a mail announces, and no day of a payment.
LONG_AGO = timedelta(days=270)


@dataclass(frozen=True, slots=True)
class DateContext:
    """How this sender writes: `month_first`, and when the mail came (for years left out and for Buddhist years)."""

    received: datetime | None = None
    month_first: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    start: int
    end: int
    moment: Moment


def first_moment(text: str, context: DateContext) -> Moment | None:
    return next((found.moment for found in find_moments(text, context)), None)


def find_moments(text: str, context: DateContext) -> Iterator[Found]:
    """Every day the text names, with the time that stands beside it, in the order of the text."""
    days = sorted(_days(text[:4000], context), key=lambda item: (item[0], -item[1]))
    end = -1
    for start, stop, day in days:
        if start < end:
            continue
        end = stop
        clock, left, right = _beside(text, start, stop, day)
        yield Found(left, right, Moment(day, *clock) if clock else Moment(day))


def _days(text: str, context: DateContext) -> Iterator[tuple[int, int, date]]:
    figures = [found.start() for found in FIGURES.finditer(text)]
    if not figures:
        return
    for sign, pattern in WITH_SIGN:
        for found in _at(figures, pattern, text) if sign in text else ():
            if day := _day(found.groupdict(), context):
                yield found.start(), found.end(), day
    for found in REIWA.finditer(text) if "令和" in text else ():
        if day := _day(found.groupdict(), context):
            yield found.start(), found.end(), day
    for word in BEFORE_DIGIT.finditer(text):
        named = NAME_FIRST.match(text, word.start()) if word.group(1).lower() in MONTHS else None
        if named and not _ends_sentence(named["m"]) and (day := _day(named.groupdict(), context)):
            yield named.start(), named.end(), day


def _at(figures: list[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What the pattern finds: it begins with figures, and with the first of them."""
    end = 0
    for at in figures:
        if at >= end and (found := pattern.match(text, at)):
            end = found.end()
            yield found


LONGEST_SHORT = 5  # letters of a month's short form, with its full stop


def _ends_sentence(month: str) -> bool:
    """ "the tolls of aprile. 10/05/2027": behind a month written out a full stop is one."""
    return month.endswith(".") and len(month) > LONGEST_SHORT


def _day(parts: dict[str, str | None], context: DateContext) -> date | None:
    if "a" in parts:
        return _numeric_day(int(parts["a"] or 0), int(parts["b"] or 0), parts.get("y"), context)
    name = (parts["m"] or "").lower()
    month = int(name) if name.isdecimal() else MONTHS.get(name.rstrip(".")) or MONTHS.get(name)
    year = parts.get("y") or (str(REIWA_BEGAN + int(parts["reiwa"] or 0)) if "reiwa" in parts else None)
    return _build(year, month, int(parts["d"] or 0), context) if month else None


def _numeric_day(first: int, second: int, year: str | None, context: DateContext) -> date | None:
    by_month, by_day = _build(year, first, second, context), _build(year, second, first, context)
    wanted, other = (by_month, by_day) if context.month_first else (by_day, by_month)
    if not context.received:
        return wanted or other
    # A sender whose habit is not known shows it: a payment is not in the future, nor told of months later.
    arrived = context.received.date()
    if wanted and arrived - FAR <= wanted <= arrived + timedelta(days=1):
        return wanted
    near = other and arrived - (FAR if wanted and wanted > arrived else timedelta(days=4)) <= other <= arrived + timedelta(days=1)
    return (other if near else _year_first(first, second, year, context)) or wanted or other


def _year_first(first: int, second: int, year: str | None, context: DateContext) -> date | None:
    """ "26/11/25" in a mail of 25 November 2026: the year may stand first, too, if that is the day it was sent."""
    if year is None or len(year) != SHORT_YEAR or context.received is None:
        return None
    turned = _build(f"{first:02}", second, int(year), context)
    return turned if turned and abs((context.received.date() - turned).days) <= SAME_DAYS else None


def _build(year: str | None, month: int, day: int, context: DateContext) -> date | None:
    full = _full_year(year, context) if year else 0
    try:
        if full:
            return date(full, month, day)
        return _without_year(month, day, context)
    except ValueError:
        return None


BUDDHIST, MINGUO_BEGAN, REIWA_BEGAN = 543, 1911, 2018


def _full_year(year: str, context: DateContext) -> int:
    """The year of a print of two, three (Minguo) or four figures; "70" told in 2027 is 2570 of the Buddha."""
    number = int(year)
    if len(year) == 4:
        return number - BUDDHIST if number > 2400 else number
    if len(year) == 3:
        return number + MINGUO_BEGAN
    full = 2000 + number
    received = context.received.year if context.received else full
    return full + 500 - BUDDHIST if full > received + 30 and abs(full + 500 - BUDDHIST - received) <= 1 else full


def _without_year(month: int, day: int, context: DateContext) -> date | None:
    if not context.received:
        return None
    arrived = context.received.date()
    candidates = []
    for year in (arrived.year, arrived.year - 1, arrived.year + 1):
        try:
            candidates.append(date(year, month, day))
        except ValueError:
            continue
    past = [day_ for day_ in candidates if day_ <= arrived + timedelta(days=1)]
    return max(past) if past and arrived - max(past) < LONG_AGO else None


def _beside(text: str, start: int, stop: int, day: date) -> tuple[tuple[time, int | None] | None, int, int]:
    gap = GAP.match(text, stop)
    after = TIME.match(text, gap.end()) if gap else None
    if after and (clock := clock_of(after, day)):
        return clock, start, after.end()
    dotted = DOTTED_TIME.match(text, stop)
    if dotted and (dotted["w"] or dotted["s"]) and (clock := dotted_clock(dotted, day)):
        return clock, start, dotted.end()
    window = max(0, start - 48)
    for found in TIME.finditer(text, window, start):
        between = BACK_GAP.fullmatch(text, found.end(), start)
        if between and (clock := clock_of(found, day)):
            # "08:44PM, 03/06/2026, VN Time": the zone may stand behind the day.
            tail = ZONE_BEHIND.match(text, stop) if clock[1] is None else None
            offset = offset_minutes(tail.group("z"), day, clock[0]) if tail else clock[1]
            return (clock[0], offset), found.start(), stop
    for found in DOTTED_TIME.finditer(text, window, start):
        if found["w"] and BACK_GAP.fullmatch(text, found.end(), start) and (clock := dotted_clock(found, day)):
            return clock, found.start(), stop
    return None, start, stop
