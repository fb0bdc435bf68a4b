"""The general reader's verdict: enough must point at a payment, and nothing at the contrary."""

import re
from dataclasses import dataclass, replace
from datetime import date
from math import exp

from app.domain.transaction import Direction, Kind, Moment, Transaction
from app.parsing.clean import Page, lower
from app.parsing.generic.accounts import account_of
from app.parsing.generic.amounts import Candidate, candidates, names_amount
from app.parsing.generic.apart import among_parts, before_balance, behind_word, by_exclusion, name_beside, on_its_line
from app.parsing.generic.context import PROMOTION
from app.parsing.generic.direction import by_instrument, direction_of, told_without_verb
from app.parsing.generic.events import Event, any_event
from app.parsing.generic.evidence import Sender, financial, fresh, impersonal, weigh
from app.parsing.generic.kinds import by_trade, kind_of, thanked
from app.parsing.generic.moments import last_moment, moment_of, today_of
from app.parsing.generic.names import before_amount, behind_amount, counterparty_of, sender_name
from app.parsing.generic.naming_kind import named_kind
from app.parsing.generic.objections import announced, objection
from app.parsing.generic.references import reference_of
from app.parsing.generic.tidying import tidy
from app.parsing.generic.view import View, without_fine_print
from app.parsing.narration import MODES, Narration, read_narration
from app.parsing.places import other_dollars
from app.parsing.suffixes import organisation

# What a sender must show: less when it deals in money or tells of a payment of these days.
ENOUGH, FROM_STRANGERS = 5.5, 6.0
MIDDLE, CEILING = 4.2, 0.95


@dataclass(frozen=True, slots=True)
class Answer:
    """A transaction with its confidence and the place of its amount in the text (-1: in the subject), or the reason why there is none.

    `moved`: money seems to have moved all the same, and the mail is worth a format.
    """

    transaction: Transaction | None
    confidence: float = 0.0
    reason: str = "no_payment"
    at: int = -1
    moved: bool = False


def read_any(page: Page, sender: Sender, beside: float = 0.0) -> Answer:
    """`beside`: evidence from outside the page, for one that is cut out of another."""
    view = View(page, without_fine_print(page, lower(page.text)), sender)
    ranked = _ranked(view) if names_amount(view.body, sender.country) else []
    if not ranked:
        return Answer(
            None, reason="no_amount" if any_event(view.wide) else "no_payment", moved=sender.known and _moved_untold(view)
        )
    best = ranked[0]
    if _dollars_of_nowhere(view, best):
        return Answer(None, reason="not_enough_evidence", at=best.start, moved=_seems_moved(view, _main_event(best, view.events)))
    if (best.future and not (best.labelled and by_instrument(view, best))) or announced(view, best):
        return Answer(None, reason="upcoming_debit")
    event = _main_event(best, view.events)
    if reason := objection(view, best, event):
        return Answer(None, reason=reason)
    direction = direction_of(best, event, view)
    if direction is None:
        return Answer(None, reason="no_payment")
    return _answer(view, best, event, direction, beside)


def _dollars_of_nowhere(view: View, best: Candidate) -> bool:
    """A bare `$` of no named country, sent from where several are used: a sum in a currency that is only guessed is no sum."""
    money, sender = best.money, view.sender
    return not money.exact and money.currency == "USD" and sender.country is None and other_dollars(sender.dates.received)


def _ranked(view: View) -> list[Candidate]:
    events = [event for event in view.events if event.start >= 0]
    return candidates(view.body, view.lowered, view.pairs, events, view.sender.country)


def _moved_untold(view: View) -> bool:
    """Whether a payment seems to be told of without its sum."""
    strong = next((event for event in view.events if not event.weak), None)
    return _seems_moved(view, strong) and account_of(view.pairs, view.body.text, 0, "", Direction.DEBIT, "") is not None


def _main_event(best: Candidate, events: list[Event]) -> Event | None:
    """The verb of the amount's own sentence; else the nearest before it; else the subject's; strong before weak."""
    if best.event and not best.event.weak:
        return best.event
    before = [event for event in events if 0 <= event.start <= best.start and best.start - event.start < 600]
    subject = [event for event in events if event.start < 0]
    after = [event for event in events if event.start > best.start][:2]
    order = [*([best.event] if best.event else []), *reversed(before), *subject]
    return next((event for event in order if not event.weak), order[0] if order else next(iter(after), None))


def _answer(view: View, best: Candidate, event: Event | None, direction: Direction, beside: float) -> Answer:
    if not _seems_moved(view, event) and beside + _weight(view, best, event, _all_found(view)) < ENOUGH:
        return Answer(None, reason="not_enough_evidence", at=best.start)
    sentence = best.sentence if not best.labelled and best.start >= 0 else _event_sentence(view, event)
    direction, kind = thanked(
        view.wide, view.sender.name, view.sender.domain, view.receipt, direction, named_kind(view, best, event)
    )
    account = account_of(view.pairs, view.body.text, best.start, sentence, direction, view.page.subject)
    occurred = moment_of(view.pairs, view.body.text, best.start, sentence, view.sender.dates)
    if kind is Kind.REVERSAL and occurred:
        occurred = last_moment(sentence, view.sender.dates) or occurred
    told = _name(view, sentence, best, direction)
    if RECEIVED_FROM_YOU.search(sentence) and direction is Direction.DEBIT:
        told = replace(told, counterparty=None)
    reference = reference_of(view.pairs, f"{view.body.text}\n{view.page.subject}") or told.reference
    score = beside + _weight(view, best, event, (account, reference, occurred, told.counterparty))
    if score < (
        ENOUGH if financial(view.sender) or fresh(occurred, view.sender.dates) or _own_card(view, sentence) else FROM_STRANGERS
    ):
        return Answer(None, likelihood(score), "not_enough_evidence", best.start, _seems_moved(view, event))
    occurred = occurred or today_of(view.body.text, best.start, view.sender.dates)
    final = kind_of(kind, direction, lower(sentence), view.wide, told.counterparty is not None)
    if (
        final is Kind.TRANSFER
        and direction is Direction.DEBIT
        and view.receipt
        and not LENDER.search(f"{view.sender.name} {view.sender.domain}")
    ):
        final = Kind.PURCHASE
    if final is Kind.FEE and best.labelled and view.receipt:
        final = Kind.PURCHASE
    payee = told.counterparty or (sender_name(view.sender.name, view.sender.domain) if view.receipt else None)
    final = by_trade(final, direction, lower(sentence), view.wide, payee)
    if told.kind is not None and final in {Kind.OTHER, Kind.TRANSFER, Kind.PURCHASE} and "card" not in sentence.lower():
        final = told.kind
    name = told.counterparty
    if name is None and (_is_other_side(view, direction, final) or _pays_out(view, direction, sentence)):
        name = sender_name(view.sender.name, view.sender.domain)
    payment = Transaction(best.money.amount, best.money.currency, direction, final, name, account, occurred, reference)
    return Answer(payment, likelihood(score), "", best.start)


Fields = tuple[str | None, str | None, Moment | None, str | None]


def _weight(view: View, best: Candidate, event: Event | None, fields: Fields) -> float:
    told = event is not None or told_without_verb(view, best)
    return weigh(view.page, view.body, view.pairs, view.sender, best, told, fields)


def _all_found(view: View) -> Fields:
    """The most that can be found beside a sum, to know whether it pays to look for it: an advertisement is none the less one."""
    received = view.sender.dates.received
    return "account", "reference", Moment(received.date() if received else date.min), "name"


INSTRUMENT_WORD = r"(?:card|account|wallet|mastercard|visa|tarjeta|cuenta|cartão|conta|karte|konto|carte|compte|carta|conto|kort|kart|rekening|hesap)"


def _own_card(view: View, sentence: str) -> bool:
    """ "con tu tarjeta Tenpo", from tenpo.cl: who issues cards deals in money, whatever the name."""
    name = organisation(view.sender.domain).split(".")[0]
    if name.lower() not in sentence.lower():
        return False
    brand = re.escape(name)
    beside = rf"\b{INSTRUMENT_WORD}\s(?:\w{{1,10}}\s){{0,2}}{brand}|\b{brand}(?:\s\w{{1,12}}){{0,2}}\s{INSTRUMENT_WORD}\b"
    return re.search(beside, sentence, re.I) is not None


def _seems_moved(view: View, event: Event | None) -> bool:
    """A machine of a bank or shop asserts a movement; newsletters and friends do not count."""
    asserted = event is not None and not event.weak
    return asserted and financial(view.sender) and impersonal(view.sender) and not PROMOTION.search(view.wide[:900])


def likelihood(score: float) -> float:
    """The share of readings with that score that were right, as measured on mails the reader had not seen before.

    Above the ceiling more evidence did not make them righter: what still goes wrong there is a word that turns the whole mail.
    """
    return round(CEILING / (1 + exp(MIDDLE - score)), 2)


def _is_other_side(view: View, direction: Direction, kind: Kind) -> bool:
    """Whether whoever writes is who was paid: shops and billers are, banks and wallets are not."""
    if direction is Direction.CREDIT:
        return kind is Kind.REFUND and LENDER.search(f"{view.sender.name} {view.sender.domain}") is None
    if kind not in {Kind.PURCHASE, Kind.BILL_PAYMENT, Kind.OTHER}:
        return False
    return view.receipt or LENDER.search(f"{view.sender.name} {view.sender.domain}") is None


# "Received with thanks from Sam Rivera a sum of …": who writes was paid; what follows "towards" is what for.
RECEIVED_FROM_YOU = re.compile(r"\breceived with thanks from\b|\backnowledge\b[^\n.]{0,24}\breceipt of\b", re.I)
WE_PAID = re.compile(
    r"\bwe(?:'ve| have)? (?:just )?(?:sent|paid|transferred|deposited|issued|released)\b|\b(?:was|were|been) (?:sent|paid"
    r"|transferred|deposited|issued|released) (?:in)?to your\b|いたしました|\b(?:depositamos|transferimos|enviamos|abonamos) (?!tu "
    r"|seu |sua )|\bwir haben [^\n]{1,50} (?:überwiesen|ausgezahlt)\b|\bavons (?:versé|viré)\b|\bvous a (?:versé|viré"
    r"|remboursé)\b",
    re.I,
)


def _pays_out(view: View, direction: Direction, sentence: str) -> bool:
    """ "We've sent £27.60 to your bank account": a marketplace or an insurer speaks of itself."""
    if direction is not Direction.CREDIT or LENDER.search(f"{view.sender.name} {view.sender.domain}"):
        return False
    return WE_PAID.search(sentence.replace("\u2019", "'")) is not None


def _event_sentence(view: View, event: Event | None) -> str:
    text = view.body.text
    if event is None or not 0 <= event.start < len(text):
        return view.page.subject if event else ""
    left = text.rfind("\n", 0, event.start) + 1
    right = text.find("\n", event.start)
    return text[left : right if right > 0 else len(text)][:500]


IN_SENTENCE = re.compile(
    r"\b(?:UPI|NEFT|IMPS|RTGS|MMT|INFT?|BIL|ACH|NACH|ECS|P2[AMP]|FT|TPT|NIP)[/\-](?!\s?(?i:mandate|auto-?pay|lite|transaction"
    r"|payment|transfer|return)\b)(?=[^\n]{0,60}[/\-])[^\n]{5,120}"
)
LENDER = re.compile(
    r"bank|banc|banque|bancaire|sparkasse|caja|caisse|credit union|card|credit|capital|finance|financ|wallet|(?<!bill)pay\b"
    r"|upi|銀行|银行|은행|카드|カード|ธนาคาร|بنك|مصرف|банк|ngân ?hàng|ngan ?hang",
    re.I,
)


def _name(view: View, sentence: str, best: Candidate, direction: Direction) -> Narration:
    """The other side, with what an Indian bank's remark tells beside it."""
    text = view.body.text
    if (remark := IN_SENTENCE.search(text)) and (
        told := read_narration(re.split(r"\.\s|\.$|\s{2}", remark.group())[0])
    ).counterparty:
        return replace(told, counterparty=tidy(told.counterparty or ""))
    name = counterparty_of(view.pairs, sentence, view.page.subject, text, direction, view.receipt)
    if name and re.split(r"[/\-]", name)[0].strip().upper() in MODES:
        told = read_narration(name)
        told = replace(told, counterparty=tidy(told.counterparty or ""))
        if told.counterparty or told.reference:
            return told
        name = None
    if name is None and best.start >= 0:
        name = behind_amount(text, best.start + best.width) or before_amount(text, best.start)
        alone = not best.labelled and not best.event
        name = name or (name_beside(text, best.start) if alone else None)
    name = tidy(name) if name else None
    if name is None and best.start >= 0:
        name = behind_word(text, best.start) or before_balance(text, best.start + best.width)
    if name is None and best.start >= 0:
        sender = view.sender
        name = among_parts(text, best.start, sender.country, sender.dates, sender.owner)
    if name is None and not view.receipt and financial(view.sender):
        name = _apart(view, best)
    return Narration(name, None, None)


def _apart(view: View, best: Candidate) -> str | None:
    sender = view.sender
    taken = frozenset(pair.row for pair in view.pairs)
    name = by_exclusion(view.body, taken, sender.country, sender.dates, sender.owner)
    if name or best.start < 0:
        return name
    return on_its_line(view.body, taken, best.start, sender.country, sender.dates, sender.owner)
