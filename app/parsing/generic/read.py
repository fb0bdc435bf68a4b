"""The general reader's verdict: enough must point at a payment, and nothing at the contrary."""

import re
from dataclasses import dataclass

from app.domain.transaction import Direction, Kind, Transaction
from app.parsing.clean import Page
from app.parsing.dates import DateContext
from app.parsing.generic.amounts import Candidate, candidates
from app.parsing.generic.context import PROMOTION
from app.parsing.generic.events import Event, find_events
from app.parsing.generic.fields import account_of, moment_of, reference_of
from app.parsing.generic.kinds import BILL, kind_of
from app.parsing.generic.names import counterparty_of, sender_name, tidy
from app.parsing.generic.pairs import Pair, pairs_of
from app.parsing.narration import MODES, read_narration

# Small print starts here: what follows speaks of deposits insured, offers and helplines.
FINE_PRINT = re.compile(
    r"\n[^\n]{0,40}(?:if (?:this was not you|you did not|this transaction was not|unauthorised)|not you\?|do not reply|don't reply|system[- ]generated|auto[- ]?generated|never share|unsubscribe|terms apply|you are receiving this|you receive this|registered office|need help\?|©|este es un mensaje automático|recibe este correo|mensagem automática|dies ist eine automatische|email ini dikirim|本メール)",
    re.I,
)
AUTOMATED = re.compile(
    r"no[-_.]?reply|do[-_.]?not[-_.]?reply|alert|notif|aviso|receipt|billing|service|support|info|statement|transac|payment|bank|card|order|confirm|help|hello|mail|contact|kunde|mensaj|enviodigital|news|noreply|post|system|auto|customer|care|update|pay|money|wallet|money|booking|ticket|cuenta|servicio|bilgi|digital|advis|cash|venmo|sav|orders",
    re.I,
)
FINANCIAL = re.compile(r"bank|banc|pay|card|credit|wallet|money|financ|coop|union|capital|upi|cash|fin\b|visa|banque|caisse|sparkasse|pension|invest|broker", re.I)
CARD_PAYMENT = re.compile(
    r"\b(?:payment|pago|pagamento|zahlung)\b[^\n]{0,140}\b(?:on|to|towards|toward|for|in|posted to) (?:your|tu|su|ihr\w*) [^\n]{0,50}(?:card|account|tarjeta|cuenta|loan)\b|\b(?:card|tarjeta)\b[^\n]{0,30}\bpayment of\b[^\n]{0,60}\breceived\b",
    re.I,
)
THANKS = re.compile(r"\b(?:payment (?:has been |was |is )?received|received (?:your|the|a) payment|thank(?:s| you) for (?:your|the) payment|we(?:'ve| have)? received (?:your |the |a )?payment)\b", re.I)
RECEIPT = re.compile(r"\b(?:receipt|order|trip|ride|booking|e-?ticket|subscription|plan|membership|invoice|fare|delivered|recharge)\b|ご購入|注文", re.I)
QUOTED = re.compile(r"^(?:re|aw|sv|antw|fwd?|rv|wg|tr)\s?:", re.I)
ENOUGH = 5.0


@dataclass(frozen=True, slots=True)
class Sender:
    """What the general reader may know of who wrote: display name, address, and whether the domain is a known issuer's."""

    name: str
    local: str
    domain: str
    country: str | None
    dates: DateContext
    known: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A transaction with its confidence, or the reason why there is none."""

    transaction: Transaction | None
    confidence: float = 0.0
    reason: str = "no_payment"


def read_any(page: Page, sender: Sender) -> Answer:
    body = _without_fine_print(page)
    lowered = f"{page.subject}\n{body.text}".lower().replace("’", "'")
    shift = len(page.subject) + 1
    events = list(find_events(lowered))
    pairs = pairs_of(body)
    inside = [Event(event.start - shift, event.end - shift, event.direction, event.kind) for event in events if event.start >= shift]
    subject_events = [event for event in events if event.start < shift]
    ranked = candidates(body, pairs, inside, sender.country)
    if not ranked:
        return Answer(None, reason="no_amount" if events else "no_payment")
    best = ranked[0]
    if best.future:
        return Answer(None, reason="upcoming_debit")
    event = best.event or _nearest(inside, best.start) or (subject_events[0] if subject_events else None)
    if event is None and subject_events:
        event = subject_events[0]
    direction = _direction(best, event, subject_events, body, pairs)
    if direction is None:
        return Answer(None, reason="no_payment")
    return _answer(page, body, sender, pairs, best, event or Event(0, 0, direction, None), direction, bool(subject_events))


def _without_fine_print(page: Page) -> Page:
    found = FINE_PRINT.search(page.text, 60)
    if not found:
        return page
    rows = page.text[: found.start()].count("\n") + 1
    lines = page.lines[:rows]
    text = "\n".join(" ".join(row) for row in lines)
    return Page(page.subject, lines, text, text.replace("\n", " "))


def _nearest(events: list[Event], at: int) -> Event | None:
    before = [event for event in events if event.start <= at] if at >= 0 else []
    if before:
        return before[0] if at - before[-1].start > 600 else before[-1]
    return events[0] if events else None


def _direction(best: Candidate, event: Event | None, subject: list[Event], body: Page, pairs: list[Pair]) -> Direction | None:
    label = best.sentence.lower() if best.labelled else ""
    if re.search(r"\b(?:credited|received|recibid[oa]|recebid[oa]|deposit(?:ed)?|credit amount|refunded|erhalten|reçu|入金)\b", label[:40]):
        return Direction.CREDIT
    if re.search(r"\b(?:debited|paid|charged|spent|sent|withdrawn|debit amount|pagad[oa]|pago|enviad[oa]|利用)\b", label[:40]):
        return Direction.DEBIT
    tail = body.text[best.start : best.start + 60] if best.start >= 0 else ""
    if re.match(r"[^\n]{1,40}?\d\s?\(?(?:DR|CR)\b", tail):
        return Direction.DEBIT if re.match(r"[^\n]{1,40}?\d\s?\(?DR\b", tail) else Direction.CREDIT
    for pair in pairs:
        if pair.field == "type" and (found := re.search(r"\b(debit|credit)\b|\b(compra|retiro|cargo|pago)\b|\b(abono|depósito)\b", pair.value, re.I)):
            return Direction.CREDIT if found.group().lower() in {"credit", "abono", "depósito"} else Direction.DEBIT
    if event is not None:
        return event.direction
    if subject:
        return subject[0].direction
    if best.money.sign:
        return Direction.DEBIT if best.money.sign < 0 else Direction.CREDIT
    return None


def _answer(page: Page, body: Page, sender: Sender, pairs: list[Pair], best: Candidate, event: Event, direction: Direction, announced: bool) -> Answer:  # noqa: PLR0913
    sentence = best.sentence if not best.labelled and best.start >= 0 else _event_sentence(body, event)
    kind = event.kind
    wide = f"{page.subject}\n{body.text[:2500]}"
    if THANKS.search(wide):
        direction, kind = _thanked(wide, sender, direction, kind)
    account = account_of(pairs, body.text, best.start, sentence, direction)
    reference = reference_of(pairs, f"{body.text}\n{page.subject}")
    occurred = moment_of(pairs, body.text, best.start, sentence, sender.dates)
    name, narrated = _name(page, body, sender, pairs, sentence, direction, kind)
    score = _score(page, body, sender, pairs, best, announced or event.end > 0, (account, reference, occurred, name))
    if score < ENOUGH:
        return Answer(None, reason="not_enough_evidence")
    final = kind_of(kind, direction, sentence, wide, name is not None)
    if narrated is not None and final in {Kind.OTHER, Kind.TRANSFER, Kind.PURCHASE}:
        final = narrated
    if direction is Direction.DEBIT and name is None and RECEIPT.search(wide) and final is Kind.PURCHASE:
        name = sender_name(sender.name, sender.domain)
    confidence = min(0.9, 0.4 + score / 20)
    return Answer(
        Transaction(best.money.amount, best.money.currency, direction, final, name, account, occurred, reference), round(confidence, 2), ""
    )


def _event_sentence(body: Page, event: Event) -> str:
    if event.start < 0 or event.end <= 0 or event.start > len(body.text):
        return ""
    left = body.text.rfind("\n", 0, max(0, event.start)) + 1
    right = body.text.find("\n", max(0, event.start))
    return body.text[left : right if right > 0 else len(body.text)][:500]


def _thanked(wide: str, sender: Sender, direction: Direction, kind: Kind | None) -> tuple[Direction, Kind | None]:
    """A card issuer that thanks for a payment has credited the card; a shop that does has been paid."""
    if CARD_PAYMENT.search(wide):
        return Direction.CREDIT, Kind.BILL_PAYMENT
    if RECEIPT.search(wide) or not FINANCIAL.search(f"{sender.name} {sender.domain}"):
        return Direction.DEBIT, Kind.BILL_PAYMENT if BILL.search(wide) else Kind.PURCHASE
    return direction, kind


def _name(page: Page, body: Page, sender: Sender, pairs: list[Pair], sentence: str, direction: Direction, kind: Kind | None) -> tuple[str | None, Kind | None]:  # noqa: PLR0913
    name = counterparty_of(pairs, sentence, page.subject, body.text, direction)
    narrated = None
    if name and name.split("/")[0].split("-")[0].strip().upper() in MODES and name.count("/") + name.count("-") >= 2:
        told = read_narration(name)
        name, narrated = told.counterparty, told.kind
    if name is None and direction is Direction.DEBIT and kind is Kind.PURCHASE and RECEIPT.search(f"{page.subject}\n{body.text[:600]}"):
        name = sender_name(sender.name, sender.domain)
    return (tidy(name) if name else None), narrated


def _score(page: Page, body: Page, sender: Sender, pairs: list[Pair], best: Candidate, event: bool, fields: tuple[object, ...]) -> float:  # noqa: PLR0913
    account, reference, occurred, name = fields
    score = 2.0 if best.labelled or best.event else 1.0 if best.score > 2 else 0.0
    score += 2.0 if event else -2.0
    score += (1.0 if account else 0) + (1.0 if reference else 0) + (0.5 if occurred else 0) + (0.5 if name else 0)
    score += 1.0 if any(pair.field in {"payee", "payer", "ownaccount"} or pair.field.startswith("reference") for pair in pairs) and best.labelled else 0
    score += 1.5 if sender.known else 0.5 if FINANCIAL.search(sender.domain) else 0.0
    score += 0.5 if AUTOMATED.search(sender.local) else -2.0
    score += 0.5 if best.start < 0 or best.money.amount and str(best.money.amount) in page.subject.replace(",", "") else 0
    head = f"{page.subject}\n{body.text[:700]}"
    score -= 3.0 * min(2, len(set(found.group().lower() for found in PROMOTION.finditer(head))))
    score -= 3.0 if QUOTED.match(page.subject) and not sender.known else 0
    return score
