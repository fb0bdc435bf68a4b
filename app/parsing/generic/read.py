"""The general reader's verdict: enough must point at a payment, and nothing at the contrary."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from math import exp

from app.domain.transaction import Direction, Kind, Transaction
from app.parsing.clean import Page, lower
from app.parsing.dates import find_moments, first_moment
from app.parsing.generic.amounts import Candidate, candidates
from app.parsing.generic.context import ANNOUNCED, PROMOTION, PRONOUN_NEXT
from app.parsing.generic.doubts import doubt, reported
from app.parsing.generic.events import Event, find_events
from app.parsing.generic.evidence import RECEIPT, Sender, financial, fresh, impersonal, weigh
from app.parsing.generic.fields import BEHIND_MASK, account_of, last_moment, moment_of, reference_of, today_of
from app.parsing.generic.kinds import by_trade, kind_of, thanked
from app.parsing.generic.names import behind_amount, counterparty_of, name_beside, sender_name, tidy
from app.parsing.generic.pairs import Pair, pairs_of
from app.parsing.guards import conditional
from app.parsing.lexicon import Lexicon
from app.parsing.narration import MODES, Narration, read_narration
from app.parsing.trust import organisation

# Small print starts here: what follows speaks of deposits insured, offers and helplines.
FINE_PRINT = Lexicon(
    r"if (?:this was not you|you did not|this transaction was not|unauthorised|you made this)|not you\?|do not reply|don't reply|system[- ]generated|auto[- ]?generated|never share|unsubscribe|terms apply|you are receiving this"
    r"|you receive this|registered office|need help\?|questions\?|©|este es un mensaje automático|recibe este correo|mensagem automática|dies ist eine automatische|email ini dikirim|本メール|this is an automated|sent to you as a service|please do not share this"
)
SUM_TOLD = re.compile(
    r"\d[.,]\d{2}(?!\d)|[$€£₹¥₩₦₱฿]\s?\d|\b(?:rs|inr|rp|rm|usd|eur|gbp)\.?\s?\d|\d\s?(?:円|元|원|บาท|€|kr|zł|đ)", re.I
)
# How far from the start of its line such a phrase may stand.
INDENT = 40
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
# The payment stands near the top: verbs further down are not looked for.
MOST_TEXT = 2500
# What a sender must show: less when it deals in money or tells of a payment of these days.
ENOUGH, FROM_STRANGERS = 5.0, 6.0
MIDDLE = 4.2


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


@dataclass(frozen=True)
class View:
    """A page with what was found on it, looked for once."""

    page: Page
    body: Page
    sender: Sender

    @cached_property
    def pairs(self) -> list[Pair]:
        return pairs_of(self.body)

    @cached_property
    def lowered(self) -> str:
        return lower(self.body.text)

    @cached_property
    def events(self) -> list[Event]:
        """Places count from the start of the body; the subject's are negative."""
        lowered = f"{lower(self.page.subject)}\n{self.lowered[:MOST_TEXT]}"
        shift = len(self.page.subject) + 1
        return [replace(event, start=event.start - shift, end=event.end - shift) for event in find_events(lowered)]

    @cached_property
    def wide(self) -> str:
        return f"{lower(self.page.subject)}\n{self.lowered[:2500]}"

    @cached_property
    def receipt(self) -> bool:
        return RECEIPT.search(f"{lower(self.page.subject)}\n{self.lowered[:400]}") is not None


def read_any(page: Page, sender: Sender, beside: float = 0.0) -> Answer:
    """`beside`: evidence from outside the page, for one that is cut out of another."""
    view = View(page, _without_fine_print(page, lower(page.text)), sender)
    ranked = candidates(view.body, view.lowered, view.pairs, [event for event in view.events if event.start >= 0], sender.country)
    if not ranked:
        strong = next((event for event in view.events if not event.weak), None)
        moved = (
            sender.known
            and _seems_moved(view, strong)
            and account_of(view.pairs, view.body.text, 0, "", Direction.DEBIT, "") is not None
        )
        return Answer(None, reason="no_amount" if view.events else "no_payment", moved=moved)
    best = ranked[0]
    if best.future or _announced(view, best):
        return Answer(None, reason="upcoming_debit")
    event = _main_event(best, view.events)
    if reason := _doubt(view, best, event):
        return Answer(None, reason=reason)
    direction = _direction(best, event, view)
    if direction is None:
        return Answer(None, reason="no_payment")
    return _answer(view, best, event, direction, beside)


def _doubt(view: View, best: Candidate, event: Event | None) -> str | None:
    """Why the sum may not have been paid after all."""
    strong = event is not None and not event.weak
    head = view.body.text[:700]
    if reason := doubt(view.page.subject, head, best.sentence, view.pairs, labelled=best.labelled, strong=strong):
        return reason
    if not view.sender.known and best.start >= 0 and not best.labelled and reported(view.body.text, best.start):
        return "no_payment"
    return "upcoming_debit" if _to_come(view, best) else None


def _announced(view: View, best: Candidate) -> bool:
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
    days = beside or labelled
    return bool(days) and all(day > last for day in days) and not view.receipt


def _without_fine_print(page: Page, lowered: str) -> Page:
    starts = (found.start() for found in FINE_PRINT.finditer(lowered))
    places = [line for at in starts if at > 60 and at - (line := lowered.rfind("\n", 0, at)) <= INDENT + 1 and line > 0]
    # Before the sum is told there is no small print yet: "Questions? Visit …" may stand above a receipt.
    at = next((at for at in sorted(places) if SUM_TOLD.search(page.text, 0, at)), None)
    if at is None:
        return page
    lines = page.lines[: page.text[:at].count("\n") + 1]
    text = "\n".join(" ".join(row) for row in lines)
    return Page(page.subject, lines, text, text.replace("\n", " "))


def _main_event(best: Candidate, events: list[Event]) -> Event | None:
    """The verb of the amount's own sentence; else the nearest before it; else the subject's; strong before weak."""
    if best.event and not best.event.weak:
        return best.event
    before = [event for event in events if 0 <= event.start <= best.start and best.start - event.start < 600]
    subject = [event for event in events if event.start < 0]
    after = [event for event in events if event.start > best.start][:2]
    order = [*([best.event] if best.event else []), *reversed(before), *subject]
    return next((event for event in order if not event.weak), order[0] if order else next(iter(after), None))


def _direction(best: Candidate, event: Event | None, view: View) -> Direction | None:
    if best.labelled and (said := _by_label(best.sentence[:40])):
        return said
    if best.start >= 0 and (mark := MARKED.match(view.body.text, best.start, best.start + 70)):
        return Direction.DEBIT if mark.group(1) == "DR" else Direction.CREDIT
    for pair in view.pairs:
        if pair.field == "type" and (TYPE_OUT.search(pair.value) or TYPE_IN.search(pair.value)):
            return Direction.DEBIT if TYPE_OUT.search(pair.value) else Direction.CREDIT
    if (event is None or event.weak) and (stated := _stated(view)):
        return stated
    if best.money.sign and (event is None or event.weak):
        return Direction.DEBIT if best.money.sign < 0 else Direction.CREDIT
    return event.direction if event else _by_roles(view) if best.labelled else None


def _by_roles(view: View) -> Direction | None:
    """A table that names a payee, or a payer, tells the way without a verb."""
    masked = {pair.field for pair in view.pairs if BEHIND_MASK.search(pair.value)}
    named = {pair.field for pair in view.pairs if not any(char.isdigit() for char in pair.value)}
    if "payer" in masked or "payee" in named:
        return Direction.DEBIT
    return Direction.CREDIT if "payee" in masked or "payer" in named else None


def _by_label(label: str) -> Direction | None:
    found = ((pattern.search(label), direction) for pattern, direction in WAYS)
    return next((direction for hit, direction in found if hit), None)


def _answer(view: View, best: Candidate, event: Event | None, direction: Direction, beside: float) -> Answer:
    sentence = best.sentence if not best.labelled and best.start >= 0 else _event_sentence(view, event)
    direction, kind = thanked(view.wide, view.sender.name, view.sender.domain, view.receipt, direction, _kind(view, best, event))
    account = account_of(view.pairs, view.body.text, best.start, sentence, direction, view.page.subject)
    occurred = moment_of(view.pairs, view.body.text, best.start, sentence, view.sender.dates)
    if kind is Kind.REVERSAL and occurred:
        occurred = last_moment(sentence, view.sender.dates) or occurred
    told = _name(view, sentence, best, direction)
    reference = reference_of(view.pairs, f"{view.body.text}\n{view.page.subject}") or told.reference
    score = beside + weigh(
        view.page,
        view.body,
        view.pairs,
        view.sender,
        best,
        event is not None or _by_roles(view) is not None or (best.labelled and _by_label(best.sentence[:40]) is not None),
        (account, reference, occurred, told.counterparty),
    )
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
    if name is None and _is_other_side(view, direction, final):
        name = sender_name(view.sender.name, view.sender.domain)
    payment = Transaction(best.money.amount, best.money.currency, direction, final, name, account, occurred, reference)
    return Answer(payment, likelihood(score), "", best.start)


INSTRUMENT_WORD = r"(?:card|account|wallet|mastercard|visa|tarjeta|cuenta|cartão|conta|karte|konto|carte|compte|carta|conto|kort|kart|rekening|hesap)"


def _own_card(view: View, sentence: str) -> bool:
    """ "con tu tarjeta Tenpo", from tenpo.cl: who issues cards deals in money, whatever the name."""
    brand = re.escape(organisation(view.sender.domain).split(".")[0])
    beside = rf"\b{INSTRUMENT_WORD}\s(?:\w{{1,10}}\s){{0,2}}{brand}|\b{brand}(?:\s\w{{1,12}}){{0,2}}\s{INSTRUMENT_WORD}\b"
    return re.search(beside, sentence, re.I) is not None


def _seems_moved(view: View, event: Event | None) -> bool:
    """A machine of a bank or shop asserts a movement; newsletters and friends do not count."""
    asserted = event is not None and not event.weak
    return asserted and financial(view.sender) and impersonal(view.sender) and not PROMOTION.search(view.wide[:900])


def likelihood(score: float) -> float:
    """The share of readings with that score that were right, as measured on mails the reader had not seen before."""
    return round(1 / (1 + exp(MIDDLE - score)), 2)


def _is_other_side(view: View, direction: Direction, kind: Kind) -> bool:
    """Whether whoever writes is who was paid: shops and billers are, banks and wallets are not."""
    if direction is Direction.CREDIT:
        return kind is Kind.REFUND and LENDER.search(f"{view.sender.name} {view.sender.domain}") is None
    if kind not in {Kind.PURCHASE, Kind.BILL_PAYMENT, Kind.OTHER}:
        return False
    return view.receipt or LENDER.search(f"{view.sender.name} {view.sender.domain}") is None


def _stated(view: View) -> Direction | None:
    """ "[Credit: NGN 85,000]" in the subject, or a cell that holds the one word."""
    if found := STATED.search(view.page.subject):
        return Direction.CREDIT if found.group(1).lower().startswith("cr") else Direction.DEBIT
    words = {cell.strip(" :.").lower() for row in view.body.lines[:40] if len(row) == 1 for cell in row}
    if len(both := words & {"credit", "debit"}) == 1:
        return Direction.CREDIT if "credit" in both else Direction.DEBIT
    return None


# Of several words in one sentence the more telling one: "a purchase … by transfer", "payment … refunded".
TELLING = (
    Kind.REVERSAL,
    Kind.REFUND,
    Kind.INTEREST,
    Kind.SALARY,
    Kind.FEE,
    Kind.TOPUP,
    Kind.WITHDRAWAL,
    Kind.BILL_PAYMENT,
    Kind.PURCHASE,
    Kind.TRANSFER,
    Kind.OTHER,
)


def _kind(view: View, best: Candidate, event: Event | None) -> Kind | None:
    if stated := _stated_kind(view):
        return stated
    if event is None:
        return None
    at = view.body.text.find(best.sentence) if best.start >= 0 and not best.labelled else -1
    inside = [other for other in view.events if at <= other.start < at + len(best.sentence)] if at >= 0 else []
    kinds = {other.kind for other in (*inside, event) if other.direction is event.direction and other.kind}
    return next((kind for kind in TELLING if kind in kinds), None)


# What a table calls the transaction: "Jenis Transaksi: Transfer Antar Bank".
TYPED = (
    (re.compile(r"refund|reembolso|devoluci|rembours|erstattung|rimborso", re.I), Kind.REFUND),
    (re.compile(r"withdrawal|\batm\b|retiro|saque|retrait|prelievo|abhebung|tarik", re.I), Kind.WITHDRAWAL),
    (re.compile(r"salary|payroll|nómina|gehalt|stipendio|salaire|gaji", re.I), Kind.SALARY),
    (re.compile(r"interest|intereses|zinsen|bunga", re.I), Kind.INTEREST),
    (re.compile(r"bill|utility|direct debit|lastschrift|prélèvement|domiciliaci|tagihan|insurance", re.I), Kind.BILL_PAYMENT),
    (re.compile(r"purchase|compra|achat|\bpos\b|kartenzahlung|pembelian|zakup|alışveriş", re.I), Kind.PURCHASE),
    (re.compile(r"transfer|virement|überweisung|bonifico|przelew|havale|overboeking|振込", re.I), Kind.TRANSFER),
)


def _stated_kind(view: View) -> Kind | None:
    named = " ".join(pair.value for pair in view.pairs if pair.field == "type" and len(pair.value) < 40)
    return next((kind for pattern, kind in TYPED if pattern.search(named)), None) if named else None


def _event_sentence(view: View, event: Event | None) -> str:
    text = view.body.text
    if event is None or not 0 <= event.start < len(text):
        return view.page.subject if event else ""
    left = text.rfind("\n", 0, event.start) + 1
    right = text.find("\n", event.start)
    return text[left : right if right > 0 else len(text)][:500]


IN_SENTENCE = re.compile(
    r"\b(?:UPI|NEFT|IMPS|RTGS|MMT|INFT?|BIL|ACH|NACH|ECS|P2[AMP]|FT|TPT|NIP)[/\-](?!\s?(?i:mandate|auto-?pay|lite|transaction|payment|transfer|return)\b)(?=[^\n]{0,60}[/\-])[^\n]{5,120}"
)
LENDER = re.compile(
    r"bank|banc|banque|bancaire|sparkasse|caja|caisse|credit union|card|credit|capital|finance|financ|wallet|(?<!bill)pay\b|upi|銀行|银行|은행|카드|カード|ธนาคาร|بنك|مصرف|банк",
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
        name = behind_amount(text, best.start + best.width)
        alone = not best.labelled and not best.event
        name = name or (name_beside(text, best.start) if alone else None)
    return Narration(tidy(name) if name else None, None, None)
