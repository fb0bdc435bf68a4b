"""Mails that speak of money which has not moved. A word alone never rejects: a rule looks at the phrase and its sentence."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from operator import itemgetter
from typing import Final

from app.parsing import guard_words as words
from app.parsing import guard_words_world as world
from app.parsing.clean import Page, lower
from app.parsing.lexicon import Triggers, hits

REASONS: Final = (
    "otp", "declined", "not_moved", "request", "refund_initiated", "hold", "mandate_registration", "shipping", "scheduled", "upcoming_debit",
    "due_reminder", "statement", "balance", "limit", "promotion", "order_unpaid", "untrusted_sender", "no_amount", "no_payment", "other",
)  # fmt: skip

Told = tuple[str, re.Pattern[str] | None]


def _triggers(named: Iterable[tuple[str, Sequence[words.Rule]]]) -> Triggers[Told]:
    rules = ((trigger, (reason, pattern)) for reason, listed in named for trigger, pattern in words.compile_rules(listed))
    return Triggers(rules, itemgetter(1))


EVERYWHERE = _triggers(
    (
        ("otp", words.OTP),
        ("declined", words.DECLINED),
        ("not_moved", words.NOT_MOVED),
        ("request", words.REQUEST),
        ("mandate_registration", words.MANDATE),
        ("refund_initiated", words.REFUND_INITIATED),
        ("hold", words.HOLD),
        ("scheduled", words.SCHEDULED),
        ("shipping", words.SHIPPING),
        ("declined", world.DECLINED),
        ("not_moved", world.NOT_MOVED),
        ("request", world.REQUEST),
        ("scheduled", world.SCHEDULED),
        ("order_unpaid", world.UNPAID),
    )
)
SUBJECT = _triggers((("otp", words.OTP_SUBJECT), *((reason, (rule,)) for reason, rule in words.SUBJECT_NOTICES)))
# Advice and conditions tell what may happen, not what did.
CONDITIONAL = re.compile(
    r"[\s\W]{0,4}(?:if|in case|in the event|when|whenever|should|unless|once|until|never|do not|don't|to (?:avoid|cancel|stop"
    r"|dispute|report)|beware|note|notes|please note"
    r"|tip|safe banking|you'll receive this|si |en caso|cuando|no comparta|nunca|se (?:você|voce|não|nao|no |non |o |a |tu "
    r"|hai |vuoi|desea|quer|deseja|ti |la transaz|l')|caso |quando|falls|wenn|sollte|bei |als |indien|jika|apabila|bila|eğer"
    r"|om |hvis|jeśli|pokud|ha |dacă|если|如|若|万一|ถ้า|หาก|nếu)\b",
    re.I,
)
# What a mail is about stands near its top.
MOST_TEXT = 3500
SENTENCE_END = re.compile(r"[.!?。！？]\s|\n|。")
# Money that came back after a failure has moved all the same.
CAME_BACK = re.compile(
    r"(?:has been|was|is|have been) (?:successfully )?(?:refunded|reversed|credited back|returned to (?:your|you|the))|refunded to\b"
)
# Food and shops tell of payment and delivery in one mail; these lines say the money was taken.
TAKEN = re.compile(r"\b(?:total (?:paid|charged)|paid (?:via|with|by|using)|amount paid|charged to|payment successful)\b")

# Who asks for the receipt of a purchase may tell of the purchase as well.
SPENT = re.compile(r"\byou (?:just )?(?:spent|paid|made a purchase|used your)\b|\bwas charged to your\b")


def notice_reason(page: Page, lowered: str) -> str | None:
    """The reason code of a mail that tells of no moved money, as far as fixed phrases show it; None when it may well tell of one."""
    found = where(page, lowered)
    return found[0] if found else None


def where(page: Page, lowered: str) -> tuple[str, int, int] | None:
    """The reason and the place in the text of the phrase that decided, or -1, -1 when it stands in the subject or a status cell."""
    subject = lower(page.subject)
    for trigger, (reason, pattern) in SUBJECT.present(subject):
        if (pattern is None or pattern.search(subject)) and not _settled(trigger, lowered):
            return reason, *_place(trigger, lowered, -1, -1)
    if _status_declined(page):
        return "declined", -1, -1
    text, shift = f"{subject}\n{lowered[:MOST_TEXT]}", len(subject) + 1
    for trigger, (reason, pattern) in EVERYWHERE.present(text):
        if (span := _asserted(trigger, pattern, text)) and not _excused(reason, trigger, lowered):
            return reason, *_place(trigger, lowered, span[0] - shift, span[1] - shift)
    return None


def _place(trigger: str, lowered: str, start: int, end: int) -> tuple[int, int]:
    if start >= 0:
        return start, end
    at = lowered.find(trigger)
    return (at, at + len(trigger)) if at >= 0 else (-1, -1)


def _settled(trigger: str, lowered: str) -> bool:
    """An invoice of what has been paid is a receipt."""
    return trigger == "invoice" and TAKEN.search(lowered) is not None


def _excused(reason: str, trigger: str, lowered: str) -> bool:
    if reason == "declined":
        return CAME_BACK.search(lowered) is not None
    if trigger == "receipt":
        return SPENT.search(lowered) is not None
    return reason == "shipping" and TAKEN.search(lowered) is not None


def _asserted(trigger: str, pattern: re.Pattern[str] | None, text: str) -> tuple[int, int] | None:
    """The first place where the phrase is no condition and no advice."""
    return next((span for span in islice(hits(trigger, pattern, text), 12) if not conditional(text, span[0])), None)


def conditional(text: str, at: int) -> bool:
    """Whether the sentence around that place is a condition or a piece of advice."""
    return CONDITIONAL.match(text, sentence_start(text, at)) is not None


def sentence_start(text: str, at: int) -> int:
    start = max(0, at - 300)
    for found in SENTENCE_END.finditer(text, start, at):
        start = found.end()
    return start


def _status_declined(page: Page) -> bool:
    stopped = [row for row in page.lines[:200] if any(_status(cell) in words.DECLINED_STATUS for cell in row if len(cell) < 24)]
    return bool(stopped) and not _others_done(page, stopped[0])


def _status(cell: str) -> str:
    return cell.lower().rstrip(".!").strip(": ")


def _others_done(page: Page, stopped: tuple[str, ...]) -> bool:
    """In a list of several payments only its own row is declined."""
    alike = [row for row in page.lines[:200] if len(row) == len(stopped) > 2]
    at = next((at for at, cell in enumerate(stopped) if _status(cell) in words.DECLINED_STATUS), 0)
    return any(_status(row[at]) in words.DONE_STATUS for row in alike)
