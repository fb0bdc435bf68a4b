"""Which way the money went: by label, mark, type, verb, sign, by who is named, or by the card that paid."""

import re

from app.domain.transaction import Direction
from app.parsing.clean import lower
from app.parsing.dates import first_moment
from app.parsing.generic.accounts import BEHIND_MASK, MASKED, NOT_AT_BANK
from app.parsing.generic.amounts import PAID_BY, Candidate
from app.parsing.generic.events import Event
from app.parsing.generic.evidence import financial, fresh, impersonal
from app.parsing.generic.view import MOST_TEXT, View
from app.parsing.guard_words import DONE_STATUS
from app.parsing.money import find_money
from app.parsing.numbers import parse_number

CREDIT_LABEL = re.compile(
    r"\b(?:credited|received|recibid[oa]|recebid[oa]|deposit(?:ed)?|credit amount|refunded|abonad[oa]|acreditad[oa]"
    r"|creditad[oa]|accreditat[oa]|gutgeschrieben|erhalten|reçu|added|loaded|reloaded|topped up)\b|入金",
    re.I,
)
DEBIT_LABEL = re.compile(
    r"\b(?:debited|paid|charged|spent|sent|withdrawn|debit amount|pagad[oa]|pago|enviad[oa]|cobrad[oa]|debitad[oa]"
    r"|addebitat[oa]|withdrawal|cargado|abgebucht|afgeschreven|payé|prélevé|bezahlt|betaald)\b|利用|支払|決済",
    re.I,
)
WAYS = ((CREDIT_LABEL, Direction.CREDIT), (DEBIT_LABEL, Direction.DEBIT))
MARKED = re.compile(r"[^\n]{0,40}?\d\s?\(?(DR|CR)\b")
TYPE_OUT = re.compile(
    r"\bdebit\b(?! card)|\bcompra\b|\bretiro\b|\bcargo\b|\bpago\b|\bpurchase\b|\bpayment\b|\bwithdrawal\b"
    r"|\b(?:lastschrift|belastung|addebito|obciążenie|prélèvement|giden|keluar)\b|^(?:출금|결제)|^(?:出金|支出|转出|轉出)|เงินออก|خصم",
    re.I,
)
TYPE_IN = re.compile(
    r"\bcredit\b(?! card)|\babono\b|\bdepósito\b|\brefund\b|\bdeposit\b"
    r"|\b(?:gutschrift|accredito|uznanie|wpływ|gelen|masuk)\b|^입금|^(?:入金|存入|转入|轉入)|เงินเข้า|إيداع",
    re.I,
)
# Which way a type says that it went, whatever it calls it.
CAME = re.compile(
    r"\b(?:recibid[oa]s?|recebid[oa]s?|received|incoming|entrante|příchozí|prichádzajúc\w+|przychodz\w+|bejövő|érkezett"
    r"|primit[ăa]?|ricevut[oa]|reçue?|eingehend\w*|eingang|inkommande|innkommende|входящ\w+|вхідн\w+|εισερχόμεν\w+)\b",
    re.I,
)
WENT = re.compile(
    r"\b(?:enviad[oa]s?|sent|outgoing|saliente|odchozí|odchádzajúc\w+|wychodz\w+|kimenő|inviat[oa]|envoyée?|emitid[oa]"
    r"|ausgehend\w*|ausgang|utgående|исходящ\w+|вихідн\w+|εξερχόμεν\w+)\b",
    re.I,
)
STATED = re.compile(r"(?:[\[(]|\b(?:alert|transaction|notification)[\s:\-]{1,3})\s?(credit|debit|cr|dr)\b(?! card)", re.I)


def direction_of(best: Candidate, event: Event | None, view: View) -> Direction | None:
    if printed := _printed(best, view) or (Direction.DEBIT if _paid_by_owner(view) else _by_owner(view)):
        return printed
    if best.money.sign > 0:
        return Direction.CREDIT
    if event is not None and not event.weak:
        return Direction.DEBIT if event.direction is Direction.CREDIT and _they_received(best, view) else event.direction
    if stated := _stated(view):
        return stated
    if best.money.sign:
        return Direction.DEBIT if best.money.sign < 0 else Direction.CREDIT
    return event.direction if event is not None else _without_verb(best, view)


# Somebody with a name has the money now; whoever is spoken to, or writes, is no third.
SPOKEN_TO = r"(?:You|We|I|Your?|Our|My|The|An?|This|That|It|Du|Vi|Dit|Din|Ditt|Sie|Wir|Ihr|Ihre|Dein|Deine|Ich|Das|Die|Der|Es|Vous|Nous|Tu|On|Le|La|Les|Votre|Un|Une|Usted|Su|El|Se|Você|Sua|Seu|O|A|Hai|Lei|Il|Je|U|Uw|De|Het|Jij|Account|A/c|Payment|Transfer|Money|Amount|Funds|Today|Hi|Dear|Good|Congrat\w+)"
# "Rs.84.00 received from A/c XX9902": a sum is nobody's name.
NAMED = rf"(?<![^\s(])(?!{SPOKEN_TO}\b|[A-Z][A-Za-z]{{0,2}}\.?\s?\d)[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ][\w&.'’-]*(?: (?:[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ0-9][\w&.'’-]*|de|da|van|von|of|and|&)){{0,5}}"
THEY_RECEIVED = re.compile(
    rf"{NAMED} (?:has |have |har |ha |hat |heeft |a |just |now |already )*(?:received|fått|mottatt|mottagit|modtaget|recibió"
    rf"|recebeu|reçu|ricevuto|otrzymał\w*|obdržel\w*|megkapta|a primit|saanut|[^\n.]{{3,24}} (?:erhalten|ontvangen"
    rf"|bekommen))\b(?! (?:by|from) you)"
    r"|\b(?:diterima|masuk ke rekening)(?: oleh)? [A-Z][\w.]+(?: [A-Z][\w.]+){0,4}\b"
)

FROM_ACCOUNT = re.compile(
    r"\b(?:from|fra|från|von|vom|van|desde|de|dal|d[aou]|z|ze|dari|din) (?:[\w.]{1,14} ){0,2}?(?:account|a/c|acct|konto\w*"
    r"|rekening|cuenta|conto|compte|conta|rachunku|konta|účtu|contul|kantong|dompet|card|kort\w*|karte|tarjeta|carte|carta"
    r"|cartão|wallet|balance)\b",
    re.I,
)


def _they_received(best: Candidate, view: View) -> bool:
    """ "Hafslund has received 1 284 kr from account …7741": the verb is theirs, and so is the money."""
    if best.labelled or best.start < 0 or not FROM_ACCOUNT.search(best.sentence):
        return False
    said = THEY_RECEIVED.search(best.sentence)
    return said is not None and lower(view.sender.name) not in lower(said.group())


def _paid_by_owner(view: View) -> bool:
    """ "Received from: Sam Rivera", says the waterworks to Sam Rivera."""
    owner = view.sender.owner.casefold()
    payers = {pair.value.casefold() for pair in view.pairs if pair.field == "payer"}
    return bool(owner) and owner in payers and not financial(view.sender)


def _by_owner(view: View) -> Direction | None:
    """ "Transfer Dari: SAM RIVERA-****3859" in a mail to Sam Rivera: the side that the reader's name stands on, if the other has another."""
    owner = view.sender.owner.casefold()
    if " " not in owner:
        return None
    sides = {pair.field for pair in view.pairs if pair.value.casefold().startswith(owner)} & {"payer", "payee"}
    others = {pair.field for pair in view.pairs if not pair.value.casefold().startswith(owner)} & {"payer", "payee", "theirs"}
    if sides == {"payer"} and others & {"payee", "theirs"}:
        return Direction.DEBIT
    return Direction.CREDIT if sides == {"payee"} and "payer" in others else None


def _without_verb(best: Candidate, view: View) -> Direction | None:
    if best.labelled:
        shown = by_roles(view) or by_instrument(view, best)
        return shown or (Direction.DEBIT if _paid_up(view) else None)
    return Direction.DEBIT if _till_roll(best, view) or _card_alert(best, view) else _by_preposition(best, view)


def _paid_up(view: View) -> bool:
    return paid_by_status(view) or _receipt_in_subject(view) or paid_with(view)


STATUS_OF_PAYMENT = re.compile(r"payment|pago|pagamento|paiement|zahlung|betaling|pembayaran", re.I)


def paid_by_status(view: View) -> bool:
    """ "Payment status: Complete"."""
    stated = (pair for pair in view.pairs if pair.field == "status" and STATUS_OF_PAYMENT.search(pair.label))
    return any(pair.value.strip(" .!").lower() in DONE_STATUS for pair in stated)


RECEIPT_SUBJECT = re.compile(
    r"\b(?:e-?receipt|receipt|kassenbon|ebon|kassabon|kvitto|kvittering|kuitti|reçu|recibo de pago|comprobante de pago"
    r"|ricevuta|scontrino|paragon|účtenka|blok|nota de compra|struk)\b",
    re.I,
)


# "Pago pelo app com Mastercard": a line of a receipt that tells how its total was paid.
PAID_WITH = re.compile(
    r"^[^\n]{0,12}\b(?:paid|pago|pagado|pagada|abonado|payé|réglé|bezahlt|gezahlt|betaald|pagato|betalt|betalat|zapłacono"
    r"|dibayar|ödendi)\b[^\n.]{0,30}\b(?:visa|mastercard|amex|maestro|girocard|apple pay|google pay|paypal|pix|upi|ideal"
    r"|bancontact|card|tarjeta|cartão|carte|karte|carta|kort|kartą|kartu)\b",
    re.I | re.M,
)


def paid_with(view: View) -> bool:
    return view.receipt and PAID_WITH.search(view.body.text[:MOST_TEXT]) is not None


def _receipt_in_subject(view: View) -> bool:
    return RECEIPT_SUBJECT.search(view.page.subject) is not None


# A card of the reader's in one line with a sum and the day of the mail: in whatever words, it was used.
CARD = re.compile(
    r"\b(?:card|tarjeta|cartão|carte|carta|karte|kort(?:et|ti|illa|ilta)?|kaart|kart[aąęuoyie]{0,3}|kartic[aeiou]\w{0,2}"
    r"|kártya|kartu|kad|kartını\w+|thẻ)\b|карт|κάρτ|บัตร|カード|카드|信用卡|بطاق|כרטיס",
    re.I,
)


def _card_alert(best: Candidate, view: View) -> bool:
    if best.start < 0 or best.labelled or not (financial(view.sender) or impersonal(view.sender)):
        return False
    text, dates = view.body.text, view.sender.dates
    end = text.find("\n", best.start)
    line = text[text.rfind("\n", 0, best.start) + 1 : end if end > 0 else len(text)][:400]
    if not CARD.search(line) or not (MASKED.search(line) or BEHIND_MASK.search(line) or ONE_STAR.search(line)):
        return False
    moment = first_moment(line, dates)
    return dates.received is not None and moment is not None and abs((dates.received.date() - moment.on).days) <= 1


# "£850.00 to KESTREL LETTINGS": a sum and to whom, or from whom. Small words that lead both ways are not asked.
TO_SOMEBODY = re.compile(
    r"\s{1,2}(?:to|at|en|para|em|chez|an|bei|presso|aan|bij|naar|till|til|hos|ke|kepada)\s(?-i:[A-ZÀ-ÞĀ-Ž])", re.I
)
FROM_SOMEBODY = re.compile(r"\s{1,2}(?:from|de parte de|von|van|från|fra|od|dari|daripada)\s(?-i:[A-ZÀ-ÞĀ-Ž])", re.I)


def _by_preposition(best: Candidate, view: View) -> Direction | None:
    """Of a bank's machine that shows an account of the reader's and a day of these."""
    if best.start < 0 or best.labelled or not (financial(view.sender) and impersonal(view.sender)):
        return None
    text = view.body.text
    end = best.start + best.width
    way = Direction.DEBIT if TO_SOMEBODY.match(text, end) else Direction.CREDIT if FROM_SOMEBODY.match(text, end) else None
    shown = way and (BEHIND_MASK.search(text[:MOST_TEXT]) or ONE_STAR.search(text[:MOST_TEXT]))
    return way if shown and fresh(first_moment(text[:MOST_TEXT], view.sender.dates), view.sender.dates) else None


ONE_STAR = re.compile(
    r"[*•…]\s?\d{4}\b|\b(?:final|terminad[ao]|ending|ends|endet auf|slutter på|terminaci[oó]n)\s(?:em |en |in )?\d{4}\b", re.I
)


def _till_roll(best: Candidate, view: View) -> bool:
    """A receipt whose only sum stands beside the card that paid it."""
    return view.receipt and best.start >= 0 and PAID_BY.match(best.sentence) is not None


def _printed(best: Candidate, view: View) -> Direction | None:
    """In the amount's own label, by a mark behind it, or as the type of the transaction."""
    if best.labelled and (said := _by_label(best.sentence[:40])):
        return Direction.DEBIT if _received_by_them(best, view) else said
    if best.start >= 0 and (mark := MARKED.match(view.body.text, best.start, best.start + 70)):
        return Direction.DEBIT if mark.group(1) == "DR" else Direction.CREDIT
    for pair in view.pairs:
        if pair.field == "type" and (way := _by_type(pair.value)):
            return way
    return None


def _by_type(value: str) -> Direction | None:
    told = ((CAME, Direction.CREDIT), (WENT, Direction.DEBIT), (TYPE_OUT, Direction.DEBIT), (TYPE_IN, Direction.CREDIT))
    return next((way for pattern, way in told if pattern.search(value)), None)


def _received_by_them(best: Candidate, view: View) -> bool:
    """ "Importe abonado", says a shop; "amount received" beside a loan's or a policy's number: whoever writes has it now."""
    if "abonad" in best.sentence[:40].lower() and not financial(view.sender):
        return True
    return "received" in best.sentence[:40].lower() and any(
        NOT_AT_BANK.search(row[0]) for row in view.body.lines[:40] if len(row) > 1
    )


BARE_SUM = re.compile(r"(?<![\d.,])(\d{1,6}[.,]\d{2})$")


def _has_sum(cell: str) -> bool:
    return BARE_SUM.search(cell.strip("$€£ ")) is not None or next(find_money(cell, None), None) is not None


def by_instrument(view: View, best: Candidate) -> Direction | None:
    """A till roll has no verb: the total stands once more beside the card that paid it."""
    lines = view.body.lines[:200]
    for row, below in zip(lines, (*lines[1:], ()), strict=True):
        said = " ".join(row if any(map(_has_sum, row)) or not ONE_STAR.search(" ".join(row)) else (*row, *below[-1:]))[:70]
        if len(row) <= 2 and PAID_BY.match(said) and not best.sentence.startswith(row[0]):
            money = next(find_money(said, view.sender.country), None)
            bare = BARE_SUM.search(said) if money is None else None
            amount = money.amount if money else parse_number(bare[1], best.money.currency) if bare else None
            if amount == best.money.amount:
                return Direction.DEBIT
    return None


def told_without_verb(view: View, best: Candidate) -> bool:
    if by_roles(view) is not None:
        return True
    if (
        _till_roll(best, view)
        or _card_alert(best, view)
        or _by_preposition(best, view)
        or paid_by_status(view)
        or (best.labelled and _paid_up(view))
    ):
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
