"""What speaks against a sum that may have been paid: the doubts of its own sentence, of the mail around it, and of who writes."""

import re
from datetime import timedelta

from app.parsing.clean import lower
from app.parsing.dates import find_moments, first_moment
from app.parsing.generic.amounts import Candidate
from app.parsing.generic.context import ANNOUNCED, PRONOUN_NEXT, sentence_around
from app.parsing.generic.doubts import doubt, reported
from app.parsing.generic.events import Event
from app.parsing.generic.evidence import financial
from app.parsing.generic.ordinary import hearsay, ordinary
from app.parsing.generic.stance import both_sides, denied, depends, negated, quotes_payment, shown, sums_up, unsettled
from app.parsing.generic.supposed import beside_reward, expected, hypothetical, lacking, later_by_method
from app.parsing.generic.swindle import wants_a_call, wants_money_back
from app.parsing.generic.view import View
from app.parsing.guards import conditional

TODAY = re.compile(
    r"\b(?:today|just now|heute|hoy|hoje|oggi|aujourd'hui|vandaag|i dag|idag|tänään|dziś|dzisiaj|dnes|ma\b|astăzi|bugün"
    r"|hari ini|hôm nay|сегодня|σήμερα)\b|วันนี้|本日|今日|今天|오늘|اليوم"
)


# The head of a mail, in which an example or a supposition shows, and the lines of it.
MOST, MOST_LINES = 1500, 100


def objection(view: View, best: Candidate, event: Event | None) -> str | None:
    """Why the sum may not have been paid after all."""
    strong = event is not None and not event.weak
    head = view.body.text[:700]
    if reason := _stands_off(view, best, event):
        return reason
    if reason := doubt(view.page.subject, head, best.sentence, view.pairs, labelled=best.labelled, strong=strong):
        return reason
    if not view.sender.known and _swindles(view):
        return "no_payment"
    if not view.sender.known and best.start >= 0 and not best.labelled and reported(view.body.text, best.start):
        return "no_payment"
    return "upcoming_debit" if _to_come(view, best) else None


def _swindles(view: View) -> bool:
    """Banks ask to be called, too; a shop that nobody knows has no need to."""
    lowered = lower(view.page.text[:4000])
    return wants_money_back(lowered) or (view.receipt and not financial(view.sender) and wants_a_call(lowered))


def _stands_off(view: View, best: Candidate, event: Event | None) -> str | None:
    """Why the mail as a whole, or a verb of the sum's sentence, speaks of a payment that did not take place."""
    return _of_the_mail(view, best) or _of_the_verbs(view, best, event)


def _of_the_mail(view: View, best: Candidate) -> str | None:
    subject, lowered = view.page.subject, view.lowered
    lines = lowered.split("\n", MOST_LINES)[:MOST_LINES]
    if (
        shown(subject, lowered[:700])
        or quotes_payment(view.body.text)
        or hypothetical(lowered[:MOST])
        or hearsay(lower(best.sentence))
    ):
        return "no_payment"
    asserted = lower(best.sentence) if best.event and not best.event.weak and not best.labelled else None
    if reason := ordinary(subject, lowered[:MOST], asserted) or ("order_unpaid" if later_by_method(lines) else None):
        return reason
    if beside_reward(subject, best):
        return "promotion"
    if expected(subject, lowered, best):
        return "upcoming_debit"
    if lacking(lowered, best.start):
        return "declined"
    return "statement" if both_sides(lines) or (not best.labelled and sums_up(subject, lowered)) else None


def _of_the_verbs(view: View, best: Candidate, event: Event | None) -> str | None:
    verbs = [*_said_of(view, best), *([event] if event else [])]
    if unsettled(view.pairs) or (not best.labelled and denied(lower(best.sentence))):
        return "not_moved"
    if any(negated(view.lowered, one) for one in verbs):
        return "not_moved"
    return "upcoming_debit" if any(depends(view.lowered, one) for one in verbs) else None


def _said_of(view: View, best: Candidate) -> list[Event]:
    """The verbs of the sum's own sentence; what stands beside a label is no sentence."""
    if best.labelled or best.start < 0:
        return []
    left, right = sentence_around(view.body.text, best.start, best.start + 1)
    return [event for event in view.events if left <= event.start < right]


def announced(view: View, best: Candidate) -> bool:
    """Whether the mail says, before the amount or right behind it, that the money is still to move."""
    text = view.body.text
    head = f"{lower(view.page.subject)}\n{view.lowered[: max(best.start, 0)][:1500]}"
    if any(not conditional(head, found.start()) for found in ANNOUNCED.finditer(head)):
        return True
    return best.start >= 0 and PRONOUN_NEXT.search(text, best.start, best.start + 260) is not None and not best.labelled


def _to_come(view: View, best: Candidate) -> bool:
    """Whether the day beside the amount, or the only one labelled as the payment's, lies ahead of the mail."""
    dates = view.sender.dates
    if dates.received is None:
        return False
    last = dates.received.date() + timedelta(days=1)
    labelled = [
        moment.on for pair in view.pairs if pair.field in {"date", "datetime"} and (moment := first_moment(pair.value, dates))
    ]
    beside = [] if best.labelled else [found.moment.on for found in find_moments(best.sentence, dates)]
    days = [] if TODAY.search(lower(best.sentence)) else beside or labelled
    return bool(days) and all(day > last for day in days) and not (view.receipt and any(not event.weak for event in view.events))
