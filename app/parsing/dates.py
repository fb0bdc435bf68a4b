"""Days and times as mails print them, in many languages and either order; no guess where the mail says nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.domain.transaction import Moment
from app.parsing.phrases import one_of
from app.parsing.zones import offset_minutes

MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        (
            "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari ocak styczeń stycznia sty leden ledna tammikuuta január ianuarie ม.ค. มกราคม"
            " января янв січня януари ιανουαρίου ιαν يناير januára janúar sausio janvāris jaanuar gener जनवरी siječnja siječanj januarie"
        ),
        (
            "february feb febr februar février févr fevrier febrero febbraio fevereiro fev februari şubat şub luty lutego lut únor února helmikuuta február februarie ก.พ. กุมภาพันธ์ pebruari"
            " февраля февр лютого февруари φεβρουαρίου φεβ فبراير februára febrúar vasario februāris veebruar febrer फरवरी veljače veljača"
        ),
        (
            "march mar märz mrz maerz mars marzo março marco maret maart mrt mart marzec marca březen března maaliskuuta március martie มี.ค. มีนาคม"
            " марта березня март μαρτίου μαρ مارس kovo marts märts març मार्च ožujka ožujak"
        ),
        (
            "april apr avril avr abril abr aprile nisan nis kwiecień kwietnia kwi duben dubna huhtikuuta április aprilie เม.ย. เมษายน"
            " апреля апр квітня април απριλίου απρ أبريل apríla apríl balandžio aprīlis aprill travnja travanj"
        ),
        (
            "may mai mayo maggio mag maio mei mayıs maj maja květen května toukokuuta május พ.ค. พฤษภาคม"
            " мая травня май μαΐου μαΐ مايو mája maí gegužės maijs maig मई svibnja svibanj"
        ),
        (
            "june jun juni juin junio giugno giu junho haziran haz czerwiec czerwca cze červen června kesäkuuta június iunie มิ.ย. มิถุนายน"
            " июня июн червня юни ιουνίου ιουν يونيو júna júní birželio jūnijs juuni juny जून lipnja junie hunyo"
        ),
        (
            "july jul juli juillet juil julio luglio lug julho temmuz tem lipiec lipca lip červenec července heinäkuuta július iulie ก.ค. กรกฎาคม"
            " июля июл липня юли ιουλίου ιουλ يوليو júla júlí liepos jūlijs juuli juliol जुलाई srpnja julie hulyo"
        ),
        (
            "august aug août aout agosto ago agustus agu agt augustus ağustos ağu sierpień sierpnia sie srpen srpna elokuuta augusztus ส.ค. สิงหาคม augusti"
            " августа авг серпня август αυγούστου αυγ أغسطس ágúst rugpjūčio augusts agost अगस्त kolovoza"
        ),
        (
            "september sep sept septembre septiembre setiembre set settembre setembro eylül eyl wrzesień września wrz září syyskuuta szeptember septembrie ก.ย. กันยายน"
            " сентября сент вересня септември σεπτεμβρίου σεπ سبتمبر septembra rugsėjo septembris setembre सितंबर rujna setyembre"
        ),
        (
            "october oct oktober okt octobre octubre ottobre ott outubro out ekim eki październik października paź říjen října lokakuuta október octombrie ต.ค. ตุลาคม"
            " октября окт жовтня октомври οκτωβρίου οκτ أكتوبر októbra spalio oktobris oktoober अक्टूबर oktubre"
        ),
        (
            "november nov novembre noviembre novembro kasım kas listopad listopada lis listopadu marraskuuta noiembrie พ.ย. พฤศจิกายน nopember"
            " ноября нояб ноемврий ноември νοεμβρίου νοε نوفمبر novembra nóvember lapkričio novembris नवंबर studenoga studenog nobyembre"
        ),
        (
            "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember des aralık ara grudzień grudnia gru prosinec prosince joulukuuta decembrie ธ.ค. ธันวาคม"
            " декабря дек грудня декември δεκεμβρίου δεκ ديسمبر decembra gruodžio decembris detsember desembre दिसंबर prosinca disyembre"
        ),
    ),
    start=1,
):
    for _name in _names.split():
        MONTHS.setdefault(_name.rstrip("."), _number)
        MONTHS.setdefault(_name, _number)

_MONTH = one_of(MONTHS) + r"(?![^\W\d_])\.?"
DAY_FIRST_NAME = re.compile(
    rf"(?<![\w.,/])(?P<d>\d{{1,2}})(?:st|nd|rd|th|º|ª|\.)?(?:\s{{1,2}}(?:de|of|d'|tháng))?[\s\-/,.]{{0,2}}(?P<m>{_MONTH})"
    r"(?:[\s\-/,.']{0,3}(?:de\s|del\s)?\s?(?P<y>\d{4}|\d{2}(?![\d:.]|\s?[ap]\.?\s?m|h\d)))?",
    re.I,
)
# "mar. 12 mai": a Tuesday, for the month stands behind the day.
NAME_FIRST = re.compile(
    rf"(?<![^\W\d_])(?P<m>{_MONTH})\s{{0,2}}(?P<d>\d{{1,2}})(?!\s(?:de\s)?{_MONTH})(?:st|nd|rd|th)?(?![\d:])(?:[\s,\-/]{{1,3}}(?P<y>\d{{4}})(?!\d))?",
    re.I,
)
NUMERIC = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})(?P<s>[/\-.])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})(?![\d]|[./-]\d)")
# A word that may be a month, for the names are too many to try at every letter.
BEFORE_DIGIT = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,12}|[\u0e00-\u0e7f.]{3,12})\.?\s{0,2}(?=\d)")
A_DIGIT = re.compile(r"\d")
ISO = re.compile(
    r"(?<![\d./-])(?P<y>(?:19|20|25)\d{2})\s?[/\-.年년]\s?(?P<m>\d{1,2})\s?[/\-.月월]\s?(?P<d>\d{1,2})[日일]?(?![\d])"
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
CJK = re.compile(r"(?<!\d)(?P<m>\d{1,2})月\s?(?P<d>\d{1,2})日")
KOREAN = re.compile(r"(?<!\d)(?P<m>\d{1,2})월\s?(?P<d>\d{1,2})일")
# Each with a sign it cannot do without.
WITH_SIGN = (
    ("", ISO),
    ("", NUMERIC),
    ("", DAY_FIRST_NAME),
    ("/", SHORT),
    (".", DOTTED),
    ("20", COMPACT),
    ("tháng", VIETNAMESE),
    ("月", CJK),
    ("월", KOREAN),
)

ZONE = (
    r"\(?(?P<z>[+-]\d{2}:?\d{2}(?!\d)|(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|IST|SGT|HKT|JST|KST|WIBB?|WITA|WIT|PHT|MYT|ICT|PKT|GST|EAT|WAT|CAT|SAST|CEST|CET|EEST|EET|BST|WEST|WET|MSK|TRT"
    r"|AEDT|AEST|ACST|AWST|NZDT|NZST|EDT|EST|CDT|CST|MDT|MST|PDT|PST|BRT|ART|CLT|COT|PET|AKST|AKDT|HST|ET|CT|PT|MT|Z"
    r"|(?:Eastern|Central|Mountain|Pacific) Time|VN Time|hora de bras[ií]lia)(?![A-Za-z])\)?"
)
ZONE_BEHIND = re.compile(r",?\s{0,2}" + ZONE, re.I)
TIME = re.compile(
    r"(?<![\d:.,/])(?P<e>(?:午前|午後|上午|下午|오전|오후)\s?)?(?P<h>\d{1,2})(?:[:h](?P<i>\d{2})(?:[:.](?P<s>\d{2}))?(?:\.\d{1,6})?"
    r"|\.(?P<i2>\d{2})(?=\s?[ap]\.?\s?m|\s?(?:WIBB?|WITA|WIT)\b)|\s?[時时点點시](?:\s?(?P<i3>\d{1,2})\s?[分분])?)?(?![\d:])"
    r"\s{0,2}(?P<p>[ap]\.?\s?m\b\.?)?(?:\s{0,2}(?:Uhr|hrs\.?|horas|hours|h\b|น\.))?(?:,?\s{0,2}" + ZONE + ")?",
    re.I,
)
HALVES = {"午前": "a", "上午": "a", "오전": "a", "午後": "p", "下午": "p", "오후": "p"}
# What may stand between a day and its time.
GAP = re.compile(
    r"[\s,;|·•/\-–.T⏐]{0,5}(?:\([^()\d]{1,12}\))?[\s,]{0,2}(?:at|às|as|à|a las|a la|um|om|alle|kl\.?|ณ|pukul|jam|the|lúc|the time|time:?|hora:?|klo|o)?[\s:,]{0,2}",
    re.I,
)
BACK_GAP = re.compile(
    r"[\s,;|·.]{0,4}(?:on|of|del?|el|am|the|date|ngày|[^\W\d_]{2,9}\s[^\W\d_]{2,9})?[\s,]{0,2}(?:[^\W\d_]{3,9},?\s)?", re.I
)
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


def parse_time(text: str, on: date) -> tuple[time, int | None] | None:
    """The first time of day in the text; `on` is needed to know whether summer time held."""
    for found in TIME.finditer(text[:400]):
        if clock := _clock(found, on):
            return clock
    return None


def _days(text: str, context: DateContext) -> Iterator[tuple[int, int, date]]:
    if not A_DIGIT.search(text):
        return
    for sign, pattern in WITH_SIGN:
        for found in pattern.finditer(text) if sign in text else ():
            if day := _day(found.groupdict(), context):
                yield found.start(), found.end(), day
    for word in BEFORE_DIGIT.finditer(text):
        named = NAME_FIRST.match(text, word.start()) if word.group(1).lower() in MONTHS else None
        if named and (day := _day(named.groupdict(), context)):
            yield named.start(), named.end(), day


def _day(parts: dict[str, str | None], context: DateContext) -> date | None:
    if "a" in parts:
        return _numeric_day(int(parts["a"] or 0), int(parts["b"] or 0), parts.get("y"), context)
    name = (parts["m"] or "").lower()
    month = int(name) if name.isdecimal() else MONTHS.get(name.rstrip(".")) or MONTHS.get(name)
    return _build(parts.get("y"), month, int(parts["d"] or 0), context) if month else None


def _numeric_day(first: int, second: int, year: str | None, context: DateContext) -> date | None:
    by_month, by_day = _build(year, first, second, context), _build(year, second, first, context)
    wanted, other = (by_month, by_day) if context.month_first else (by_day, by_month)
    if not wanted or not other or not context.received:
        return wanted or other
    # A sender whose habit is not known shows it: a payment is not in the future, nor told of months later.
    arrived = context.received.date()
    strange = wanted > arrived + timedelta(days=1) or wanted < arrived - FAR
    near = arrived - (FAR if wanted > arrived else timedelta(days=4)) <= other <= arrived + timedelta(days=1)
    return other if strange and near else wanted


def _build(year: str | None, month: int, day: int, context: DateContext) -> date | None:
    full = int(year) if year else 0
    if year and len(year) == 2:
        full += 2000
    elif full > 2400:
        full -= 543
    try:
        if full:
            return date(full, month, day)
        return _without_year(month, day, context)
    except ValueError:
        return None


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
    if after and (clock := _clock(after, day)):
        return clock, start, after.end()
    window = max(0, start - 48)
    for found in TIME.finditer(text, window, start):
        between = BACK_GAP.fullmatch(text, found.end(), start)
        if between and (clock := _clock(found, day)):
            # "08:44PM, 03/06/2026, VN Time": the zone may stand behind the day.
            tail = ZONE_BEHIND.match(text, stop) if clock[1] is None else None
            offset = offset_minutes(tail.group("z"), day, clock[0]) if tail else clock[1]
            return (clock[0], offset), found.start(), stop
    return None, start, stop


def _clock(found: re.Match[str], on: date) -> tuple[time, int | None] | None:
    hour, half = int(found["h"]), HALVES.get((found["e"] or "").strip()) or (found["p"] or "").lower()[:1]
    minutes = found["i"] or found["i2"] or found["i3"]
    if minutes is None and not half:
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        clock = time(hour, int(minutes or 0), min(int(found["s"] or 0), 59))
    except ValueError:
        return None
    return clock, offset_minutes(found["z"], on, clock) if found["z"] else None
