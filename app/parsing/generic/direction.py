"""Which way the money went: by label, mark, type, verb, sign, by who is named, or by the card that paid."""

import re

from app.domain.transaction import Direction
from app.parsing.generic.amounts import PAID_BY, Candidate
from app.parsing.generic.events import Event
from app.parsing.generic.fields import BEHIND_MASK
from app.parsing.generic.view import View
from app.parsing.guard_words import DONE_STATUS
from app.parsing.money import find_money

CREDIT_LABEL = re.compile(
    r"\b(?:credited|received|recibid[oa]|recebid[oa]|deposit(?:ed)?|credit amount|refunded|abonad[oa]|acreditad[oa]|creditad[oa]|accreditat[oa]|gutgeschrieben|erhalten|reçu|added)\b|入金",
    re.I,
)
DEBIT_LABEL = re.compile(
    r"\b(?:debited|paid|charged|spent|sent|withdrawn|debit amount|pagad[oa]|pago|enviad[oa]|cobrad[oa]|debitad[oa]|addebitat[oa]|abgebucht|afgeschreven|payé|prélevé|bezahlt|betaald)\b|利用|支払|決済",
    re.I,
)
WAYS = ((CREDIT_LABEL, Direction.CREDIT), (DEBIT_LABEL, Direction.DEBIT))
MARKED = re.compile(r"[^\n]{0,40}?\d\s?\(?(DR|CR)\b")
TYPE_OUT = re.compile(
    r"\bdebit\b(?! card)|\bcompra\b|\bretiro\b|\bcargo\b|\bpago\b|\bpurchase\b|\bpayment\b|\bwithdrawal\b", re.I
)
TYPE_IN = re.compile(r"\bcredit\b(?! card)|\babono\b|\bdepósito\b|\brefund\b|\bdeposit\b", re.I)
STATED = re.compile(r"(?:[\[(]|\b(?:alert|transaction|notification)[\s:\-]{1,3})\s?(credit|debit|cr|dr)\b(?! card)", re.I)


def direction_of(best: Candidate, event: Event | None, view: View) -> Direction | None:
    if printed := _printed(best, view):
        return printed
    if event is not None and not event.weak:
        return event.direction
    if stated := _stated(view):
        return stated
    if best.money.sign:
        return Direction.DEBIT if best.money.sign < 0 else Direction.CREDIT
    return event.direction if event is not None else _without_verb(best, view)


def _without_verb(best: Candidate, view: View) -> Direction | None:
    if best.labelled:
        return by_roles(view) or by_instrument(view, best) or (Direction.DEBIT if paid_by_status(view) else None)
    return Direction.DEBIT if _till_roll(best, view) else None


STATUS_OF_PAYMENT = re.compile(r"payment|pago|pagamento|paiement|zahlung|betaling|pembayaran", re.I)


def paid_by_status(view: View) -> bool:
    """ "Payment status: Complete"."""
    stated = (pair for pair in view.pairs if pair.field == "status" and STATUS_OF_PAYMENT.search(pair.label))
    return any(pair.value.strip(" .!").lower() in DONE_STATUS for pair in stated)


def _till_roll(best: Candidate, view: View) -> bool:
    """A receipt whose only sum stands beside the card that paid it."""
    return view.receipt and best.start >= 0 and PAID_BY.match(best.sentence) is not None


def _printed(best: Candidate, view: View) -> Direction | None:
    """In the amount's own label, by a mark behind it, or as the type of the transaction."""
    if best.labelled and (said := _by_label(best.sentence[:40])):
        return said
    if best.start >= 0 and (mark := MARKED.match(view.body.text, best.start, best.start + 70)):
        return Direction.DEBIT if mark.group(1) == "DR" else Direction.CREDIT
    for pair in view.pairs:
        if pair.field == "type" and (TYPE_OUT.search(pair.value) or TYPE_IN.search(pair.value)):
            return Direction.DEBIT if TYPE_OUT.search(pair.value) else Direction.CREDIT
    return None


def by_instrument(view: View, best: Candidate) -> Direction | None:
    """A till roll has no verb: the total stands once more beside the card that paid it."""
    for row in view.body.lines[:200]:
        if len(row) <= 2 and PAID_BY.match(said := " ".join(row)[:70]) and not best.sentence.startswith(row[0]):
            money = next(find_money(said, view.sender.country), None)
            if money is not None and money.amount == best.money.amount:
                return Direction.DEBIT
    return None


def told_without_verb(view: View, best: Candidate) -> bool:
    if by_roles(view) is not None:
        return True
    if _till_roll(best, view) or paid_by_status(view):
        return True
    return best.labelled and (_by_label(best.sentence[:40]) is not None or by_instrument(view, best) is not None)


def by_roles(view: View) -> Direction | None:
    """A table that names a payee, or a payer, tells the way without a verb."""
    masked = {pair.field for pair in view.pairs if BEHIND_MASK.search(pair.value)}
    named = {pair.field for pair in view.pairs if not any(char.isdigit() for char in pair.value)}
    if "payer" in masked or "payee" in named:
        return Direction.DEBIT
    return Direction.CREDIT if "payee" in masked or "payer" in named else None


def _by_label(label: str) -> Direction | None:
    found = ((pattern.search(label), direction) for pattern, direction in WAYS)
    return next((direction for hit, direction in found if hit), None)


def _stated(view: View) -> Direction | None:
    """ "[Credit: NGN 85,000]" in the subject, or a cell that holds the one word."""
    if found := STATED.search(view.page.subject):
        return Direction.CREDIT if found.group(1).lower().startswith("cr") else Direction.DEBIT
    words = {cell.strip(" :.").lower() for row in view.body.lines[:40] if len(row) == 1 for cell in row}
    if len(both := words & {"credit", "debit"}) == 1:
        return Direction.CREDIT if "credit" in both else Direction.DEBIT
    return None
