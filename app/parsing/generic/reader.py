"""The general reader, for senders nobody has described yet: a table of labels, or a sentence with a verb and one amount.

It would rather say `unparsed` than guess: an amount must be labelled as such, or stand in the same line as a verb of moved money.
"""

import re

from app.domain.reading import Reading, Verdict
from app.domain.transaction import Direction, Kind, Transaction
from app.parsing.clean import Page
from app.parsing.dates import first_moment
from app.parsing.generic.events import Event, find_events
from app.parsing.generic.pairs import Pair, pairs_of
from app.parsing.money import Money, find_money
from app.parsing.slots import Reader, clean_name, last_digits

NOT_PAID = re.compile(
    r"(?:balance|bal|limit|available|avl|outstanding|due|saldo|solde|kontostand|disponible|minimum|total credit|over|above|than|up to)"
    r"[^\d\n]{0,24}$"
)
ENDING = re.compile(r"(?:ending(?: in| with)?|a/c(?: no\.?)?|account|card|x{2,}|\*{2,}|\.{3})\W{0,4}[x*.]{0,12}(\d{3,5})\b", re.I)
NAMED = re.compile(r"\b(?:at|to|from|towards|in favour of)\s+([A-Z0-9][^\n,;]{1,50}?)(?=\s+(?:on|at|for|using|via|with|dated|ref)\b|[.,;\n]|$)")


def read_general(page: Page, lowered: str, reader: Reader, issuer: str | None) -> Reading:
    pairs = pairs_of(page)
    events = list(find_events(f"{page.subject.lower()}\n{lowered}"))
    money = next(find_money(page.text, reader.country), None)
    if not events or money is None:
        return Reading(Verdict.NOTICE, issuer=issuer, reason="no_amount" if events else "no_payment")
    paid = _labelled_amount(pairs, reader) or _beside_an_event(page, lowered, reader)
    if paid is None:
        return Reading(Verdict.UNPARSED, issuer=issuer, reason="no_amount")
    if issuer is None and not _is_a_bank_like_mail(pairs, page):
        return Reading(Verdict.UNPARSED, reason="unknown_sender")
    told = _transaction(paid, _main(events), pairs, page, reader)
    return Reading(Verdict.TRANSACTION, (told,), issuer, "generic", 0.7 if issuer else 0.55)


def _main(events: list[Event]) -> Event:
    """The subject's verb comes first; a verb that names the kind beats a bare «transaction» before it."""
    return next((event for event in events[:3] if event.kind is not None), events[0])


def _labelled_amount(pairs: list[Pair], reader: Reader) -> Money | None:
    for field in ("total", "amount"):
        for pair in pairs:
            if pair.field == field and (money := next(find_money(pair.value, reader.country), None)) and money.amount > 0:
                return money
    return None


def _beside_an_event(page: Page, lowered: str, reader: Reader) -> Money | None:
    for line, low in zip(page.text.split("\n"), lowered.split("\n"), strict=False):
        if not any(True for _ in find_events(low)):
            continue
        for money in find_money(line, reader.country):
            if money.amount > 0 and not NOT_PAID.search(low[: money.start]):
                return money
    return None


def _is_a_bank_like_mail(pairs: list[Pair], page: Page) -> bool:
    """Of an unknown sender we want two more signs: an own account or card, or a reference."""
    fields = {pair.field for pair in pairs}
    return bool(ENDING.search(page.text)) or any(field.startswith("reference") for field in fields)


def _transaction(paid: Money, event: Event, pairs: list[Pair], page: Page, reader: Reader) -> Transaction:
    def value(*fields: str) -> str | None:
        return next((pair.value for field in fields for pair in pairs if pair.field == field), None)

    out = event.direction is Direction.DEBIT
    name = value("payee", "payer") if out else value("payer", "payee")
    named = NAMED.search(page.text) if name is None else None
    name = clean_name(name or (named.group(1) if named else ""))[:120]
    own = value("ownaccount")
    ending = ENDING.search(page.text)
    reference = value("reference1", "reference2", "reference3", "reference4", "reference5")
    return Transaction(
        amount=paid.amount,
        currency=paid.currency,
        direction=event.direction,
        kind=event.kind or Kind.OTHER,
        counterparty=name or None,
        account_last4=(last_digits(own) if own else None) or (ending.group(1)[-4:] if ending else None),
        occurred=first_moment(value("datetime", "date") or page.text, reader.dates),
        reference=reference.strip(" .#")[:60] if reference and re.fullmatch(r"[\w\-/.# ]{3,60}", reference) else None,
    )
