"""Mails that speak of money which has not moved. A word alone never rejects: a rule looks at the phrase and its sentence."""

import re
from collections.abc import Sequence
from typing import Final

from app.parsing import guard_words as words
from app.parsing.clean import Page, lower

REASONS: Final = (
    "otp", "declined", "not_moved", "request", "refund_initiated", "hold", "mandate_registration", "shipping", "scheduled", "upcoming_debit",
    "due_reminder", "statement", "balance", "limit", "promotion", "order_unpaid", "untrusted_sender", "no_amount", "no_payment", "other",
)  # fmt: skip

Compiled = tuple[tuple[str, re.Pattern[str] | None], ...]
EVERYWHERE: tuple[tuple[str, Compiled], ...] = (
    ("otp", words.compile_rules(words.OTP)),
    ("declined", words.compile_rules(words.DECLINED)),
    ("not_moved", words.compile_rules(words.NOT_MOVED)),
    ("request", words.compile_rules(words.REQUEST)),
    ("mandate_registration", words.compile_rules(words.MANDATE)),
    ("refund_initiated", words.compile_rules(words.REFUND_INITIATED)),
    ("hold", words.compile_rules(words.HOLD)),
    ("scheduled", words.compile_rules(words.SCHEDULED)),
    ("shipping", words.compile_rules(words.SHIPPING)),
)
SUBJECT: tuple[tuple[str, Compiled], ...] = (
    ("otp", words.compile_rules(words.OTP_SUBJECT)),
    *((reason, words.compile_rules((rule,))) for reason, rule in words.SUBJECT_NOTICES),
)
# Advice and conditions tell what may happen, not what did.
CONDITIONAL = re.compile(
    r"[\s\W]{0,4}(?:if|in case|in the event|when|whenever|should|unless|once|until|never|do not|don't|to (?:avoid|cancel|stop|dispute|report)|beware|note|notes|please note"
    r"|tip|safe banking|you'll receive this|si |en caso|cuando|no comparta|nunca|se (?:você|voce|não|nao|no |non |o |a |tu |hai |vuoi|desea|quer|deseja|ti |la transaz|l')|caso |quando|falls|wenn|sollte|bei |als |indien|jika|apabila|bila|eğer|om |hvis|jeśli|pokud|ha |dacă|если|如|若|万一|ถ้า|หาก|nếu)\b",
    re.I,
)
SENTENCE_END = re.compile(r"[.!?。！？]\s|\n|。")
# Money that came back after a failure has moved all the same.
CAME_BACK = re.compile(
    r"(?:has been|was|is|have been) (?:successfully )?(?:refunded|reversed|credited back|returned)|refunded to\b"
)
# Food and shops tell of payment and delivery in one mail; these lines say the money was taken.
TAKEN = re.compile(r"\b(?:total (?:paid|charged)|paid (?:via|with|by|using)|amount paid|charged to|payment successful)\b")


def notice_reason(page: Page, lowered: str) -> str | None:
    """The reason code of a mail that tells of no moved money, as far as fixed phrases show it; None when it may well tell of one."""
    subject = page.subject.lower()
    for reason, rules in SUBJECT:
        if _first(rules, subject) is not None:
            return reason
    if _status_declined(page):
        return "declined"
    text = f"{lower(page.subject)}\n{lowered}"
    for reason, rules in EVERYWHERE:
        if _asserted(rules, text) and not _excused(reason, lowered):
            return reason
    return None


def _excused(reason: str, lowered: str) -> bool:
    if reason == "declined":
        return CAME_BACK.search(lowered) is not None
    return reason == "shipping" and TAKEN.search(lowered) is not None


def _first(rules: Compiled, text: str) -> int | None:
    for trigger, pattern in rules:
        at = text.find(trigger)
        if at >= 0:
            if pattern is None:
                return at
            if found := pattern.search(text):
                return found.start()
    return None


def _asserted(rules: Compiled, text: str) -> bool:
    for trigger, pattern in rules:
        if trigger in text and any(not conditional(text, at) for at in _places(trigger, pattern, text)):
            return True
    return False


def _places(trigger: str, pattern: re.Pattern[str] | None, text: str) -> Sequence[int]:
    if pattern is None:
        pattern = re.compile(re.escape(trigger))
    return [found.start() for _, found in zip(range(12), pattern.finditer(text), strict=False)]


def conditional(text: str, at: int) -> bool:
    """Whether the sentence around that place is a condition or a piece of advice."""
    return CONDITIONAL.match(text, sentence_start(text, at)) is not None


def sentence_start(text: str, at: int) -> int:
    start = max(0, at - 300)
    for found in SENTENCE_END.finditer(text, start, at):
        start = found.end()
    return start


def _status_declined(page: Page) -> bool:
    return any(
        cell.lower().rstrip(".!").strip(": ") in words.DECLINED_STATUS
        for row in page.lines[:200]
        for cell in row
        if len(cell) < 24
    )
