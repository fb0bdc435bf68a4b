"""When a payment was made, from labels first and from its sentence next."""

import re
from datetime import timedelta

from app.domain.transaction import Moment
from app.parsing.clean import Page
from app.parsing.dates import DateContext, find_moments, first_moment
from app.parsing.generic.pairs import Pair
from app.parsing.hours import parse_time


def moment_of(pairs: list[Pair], text: str, start: int, sentence: str, dates: DateContext) -> Moment | None:
    labelled = _labelled_moment(pairs, dates)
    if labelled is not None:
        return labelled
    if (inside := _of_payment(sentence, dates)) and not _ahead(inside, dates):
        return inside
    nearest = None
    for found in find_moments(text[:3000], dates):
        if _future_label(text[max(0, found.start - 40) : found.start]) or _ahead(found.moment, dates):
            continue
        distance = abs(found.start - start) if start >= 0 else found.start
        if nearest is None or distance < nearest[0]:
            nearest = (distance, found.moment)
    if nearest and nearest[0] < 900:
        return nearest[1]
    return _clock_only(sentence, dates)


BILL_DATED = re.compile(r"\b(?:bill|invoice|statement|order) (?:date[d:]*|of)\s{0,2}$", re.I)


def _of_payment(sentence: str, dates: DateContext) -> Moment | None:
    """ "for landline bill dated 01-03 received on 06-03": the later word is the payment's."""
    days = list(find_moments(sentence, dates))
    kept = [found for found in days if not BILL_DATED.search(sentence[max(0, found.start - 20) : found.start])]
    return (kept or days)[0].moment if days else None


def last_moment(sentence: str, dates: DateContext) -> Moment | None:
    """Of "debited on 18-03-26 has been reversed on 20-03-26" the day it came back."""
    days = [found.moment for found in find_moments(sentence, dates) if not _ahead(found.moment, dates)]
    return max(days, key=lambda moment: moment.on, default=None)


def _ahead(moment: Moment, dates: DateContext) -> bool:
    """A journey, a delivery, a next instalment: the payment told of lies behind."""
    return dates.received is not None and moment.on > dates.received.date() + timedelta(days=1)


def _future_label(before: str) -> bool:
    return (
        re.search(
            r"\b(?:next|due|renew\w*|expir\w*|valid|until|till|before|arriv\w*|deliver(?!ed)\w*|journey|check-?in|check-?out"
            r"|departure|vence|próxim\w*|bis|since|reset)\b[^\n]{0,24}$",
            before,
            re.I,
        )
        is not None
    )


TODAY = re.compile(
    r"\b(?:today|hoy|hoje|aujourd'hui|ce jour|heute|soeben|oggi|vandaag|i dag|idag|dzisiaj|dnes|bugün|hari ini|hôm nay)\b|本日"
    r"|今日|今天|오늘|วันนี้|اليوم",
    re.I,
)


def today_of(text: str, start: int, dates: DateContext) -> Moment | None:
    """ "… posted to your account today": the day of the mail, where the word stands beside the sum."""
    if dates.received is None or start < 0 or not TODAY.search(text[max(0, start - 160) : start + 200].replace("\u2019", "'")):
        return None
    return Moment(dates.received.date())


# Where a value may be cut out of its line, so that a day stands alone which in the line is a part of something longer.
CUT = re.compile(r"[,;|•·:]|(?<=\s)[-–]")
A_CLOCK = re.compile(r"\d{1,2}:\d{2}")
# So much of a text is searched for days.
LONGEST_SEARCHED = 3900


def names_day(page: Page, dates: DateContext) -> bool:
    """Whether the general reader may find a day: a hundredth of the time of letting it look."""
    text = f"{page.subject}\n{page.text}"
    if len(text) > LONGEST_SEARCHED or A_CLOCK.search(text) or TODAY.search(text.replace("\u2019", "'")):
        return True
    return any(first_moment(one, dates) is not None for one in (text, CUT.sub("\n", text)))


def _clock_only(sentence: str, dates: DateContext) -> Moment | None:
    """ "… at 3:41 pm ET" and no day: the day is the mail's own."""
    if dates.received is None or not A_CLOCK.search(sentence):
        return None
    day = dates.received.date()
    clock = parse_time(sentence, day)
    return Moment(day, *clock) if clock else None


def _labelled_moment(pairs: list[Pair], dates: DateContext) -> Moment | None:
    chosen: Moment | None = None
    for fields in (("datetime",), ("date",)):
        for pair in pairs:
            if pair.field not in fields or _future_label(pair.label):
                continue
            moment = first_moment(pair.value, dates)
            if moment and (chosen is None or (chosen.on == moment.on and chosen.at is None and moment.at is not None)):
                chosen = moment
    if chosen is None or chosen.at is not None:
        return chosen
    for pair in pairs:
        if pair.field in {"time", "datetime"} and (clock := parse_time(pair.value, chosen.on)):
            return Moment(chosen.on, *clock)
    return chosen
