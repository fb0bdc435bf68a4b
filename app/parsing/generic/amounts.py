"""Which of a mail's amounts is the payment: labels, verbs beside it, the subject, and what it is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.transaction import Kind
from app.parsing.clean import Page, lower
from app.parsing.generic.context import FUTURE, PROMOTION, is_stock, sentence_around
from app.parsing.generic.events import Event
from app.parsing.generic.pairs import A_DIGIT, Pair, pairs_of
from app.parsing.generic.stance import of_other_times, quoted
from app.parsing.guards import conditional
from app.parsing.money import ISO_CODES, Money, currency_of, find_money, money_in
from app.parsing.numbers import NUMBER, parse_number
from app.parsing.places import CURRENCY

# A sum with cents or groups; a whole number alone may count anything.
PLAIN = re.compile(r"\d{1,3}(?:[.,' ]\d{2,3})*[.,]\d{2}|\d{1,3}(?:[.,]\d{2,3})+|\d{1,9}\.\d{1,2}|\d{3,9}")
BARE = re.compile(
    rf"\s{{1,2}}(?:by|with|for|of|amount|amt|an amount of)\s{{1,2}}(?P<n>{NUMBER})(?![\d/:%-]|\s?(?:am|pm|days?|times|points"
    rf"|shares|units|items?)\b)",
    re.I,
)
# "consumo de 123,45 kWh", "an amount of 500 points": what else is counted or measured.
NO_UNIT = (
    r"(?![\d.,]*\s?(?:(?:points?|miles|coins|stars|shares|units?|items?|times|days?|minutes|min|sms|[gm]b|k?wh|kw|m[³3]|kg|km|l"
    r"|lit(?:ros?|ri|er|re)|puntos|pontos|millas|milhas|punkte|punti)\b|نقط|نقاط|جيجا|دقيق))"
)
# "has Credit txn via Transfer of amt 84.00", "compra de 1.234,56, MT", and scripts that write the sum right behind its word.
NAMED = re.compile(rf"[^\n\d]{{0,40}}?\b(?:amt|amount)\b\.?:?\s{{0,2}}(?:of\s)?(?P<n>{NUMBER})(?![\d/:%-]){NO_UNIT}", re.I)
WITH_CENTS = re.compile(rf"\s{{1,2}}(?:de|por|di|za)\s{{1,2}}(?P<n>\d[\d.,]{{0,12}}[.,]\d{{2}})(?![\d/:%]){NO_UNIT}", re.I)
GLUED = re.compile(rf"(?<=[\u0600-\u06ff])\s{{0,2}}:?\s{{0,2}}(?P<n>{NUMBER})(?![\d/:%-]){NO_UNIT}")
# "Un montant de 64.30 a été inscrit au débit", "An amount of 64.30 was debited": the sum stands before the verb.
SUM_BEFORE = re.compile(
    rf"\b(?:amount|sum|montant|somme|betrag|summe|importe|monto|valor|importo|bedrag|kwota|beløp|belopp)\s(?:of\s|de\s|d['’]"
    rf"|von\s|di\s|van\s|på\s)?(?P<n>{NUMBER})(?=\s[^\W\d_]){NO_UNIT}[^\n\d.]{{0,40}}$",
    re.I,
)
UNSIGNED = (BARE, NAMED, WITH_CENTS, GLUED)
# Of two totals the one that was paid: a fare before fees is a total, too.
PAID_TOTAL = 1.0
SAYS_PAID = re.compile(r"paid|charged|pagad|pago|payé|bezahlt|betaald|betalt|pagato|bayar|お支払|实付|實付|결제")
# "Amt:1000.00 TknAmt:612.44": the first of several on one line.
AMOUNT_ALONE = re.compile(r"\d{1,3}(?:,\d{2,3})*\.\d{2}")
SUM = 8.0
TOTAL, LABELLED, WITH_EVENT, INSTRUMENT, ALONE, IN_SUBJECT, AGAIN = 6.0, 5.0, 4.0, 3.5, 1.5, 3.0, 0.5
# "Visa ••4471 | $23.94": the line of a receipt that tells how it was paid.
PAID_BY = re.compile(
    r"^(?:geg\. )?(?:paid (?:via|by|with|using)\b|(?:be?zahlung|pinnen|betaald|płatność|pago|paiement|pagamento) (?:mit |via "
    r"|con |par |com |met )?(?=girocard|ec|visa|mastercard|maestro|karte|kart|tarjeta|carte|carta|cartão|pin|bancontact)"
    r"|pinnen\b|payments?:?\b|visa|mastercard|amex|american express|apple pay|google pay|paypal|upi|girocard|(?:ec-?)?karte\b"
    r"|kartenzahlung|tarjeta\b|efectivo\b|cartão\b|carte\b|carta\b|kort\b|pin\b|maestro|bancontact|ideal|pix|twint|eftpos|eft"
    r"|credit card|debit card|card|wallet|cash)\b",
    re.I,
)
MASK = re.compile(r"[xX*•·.]{1,12}\s?\d{3,4}\b")
CALLED_TOTAL = re.compile(r"\b(?:total|totale|totaal|gesamt|suma|jumlah)(?: (?:of|amount|de|di))?:?\s?$", re.I)
LABEL_AND_SUM = 40  # characters; a shorter line is a row of a list


# "Payments received since 1 April": the sum of many.
UP_TO_NOW = re.compile(
    r"\b(?:since|to date|so far|this (?:year|month|week)|ytd|seit|bisher|(?:desde|depuis) (?:el |le |enero|janvier|\d)"
    r"|hasta (?:hoy|ahora|la fecha)|até (?:hoje|agora)|jusqu'à présent|finora|sinds|tot nu toe|hittills|hidtil|hittil"
    r"|od początku|dotychczas|şimdiye kadar|sejauh ini|đến nay)\b|累計|累计|누적|สะสม"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """`start` is its place in the text, or -1 when it stands in the subject only."""

    money: Money
    score: float
    start: int
    sentence: str
    future: bool = False
    event: Event | None = None
    labelled: bool = False
    width: int = 0


def candidates(page: Page, lowered: str, pairs: list[Pair], events: list[Event], country: str | None) -> list[Candidate]:
    """Every amount that may be the payment, best first."""
    found = [*_labelled(page, pairs, events, country), *_in_text(page, lowered, pairs, events, country)]
    found.extend(_in_subject(page, country))
    # A balance with its currency beside "a sum of 64.30 was debited" is no reason not to look.
    if all(candidate.event is None for candidate in found):
        found.extend(_bare(page, events, country, before_only=bool(found)))
    values = [candidate.money.amount for candidate in found]
    subject = {money.amount for money in money_in(page.subject, country)}
    ranked = []
    for candidate in found:
        bonus = AGAIN * min(values.count(candidate.money.amount) - 1, 3)
        bonus += IN_SUBJECT if candidate.money.amount in subject and candidate.start >= 0 else 0
        whole = candidate.score > TOTAL - 1 or _called_total(candidate, page.text)
        bonus += SUM if whole and _adds_up(candidate.money.amount, found, page, country) else 0
        ranked.append(replace(candidate, score=candidate.score + bonus))
    return sorted(ranked, key=lambda candidate: (-candidate.score, candidate.start if candidate.start >= 0 else 10**6))


def names_amount(page: Page, country: str | None) -> bool:
    """Whether there may be a candidate: most mails name no sum, and need not be searched for what happened to it."""
    if not A_DIGIT.search(page.text) and not A_DIGIT.search(page.subject):
        return False
    return (
        bool(money_in(page.text, country) or money_in(page.subject, country))
        or any(pair.field in {"total", "amount"} for pair in pairs_of(_beside_digits(page)))
        or (country in CURRENCY and any(pattern.search(page.text) for pattern in (*UNSIGNED, SUM_BEFORE)))
    )


def _called_total(candidate: Candidate, text: str) -> bool:
    """ "Fee SAR 0.50, total SAR 200.50" in a sentence."""
    start = candidate.start
    return (
        start > 0
        and len(candidate.sentence) > LABEL_AND_SUM
        and not candidate.labelled
        and CALLED_TOTAL.search(text[max(0, start - 24) : start]) is not None
    )


def _beside_digits(page: Page) -> Page:
    """The rows in which a sum or its label can stand: those with a digit and those right above, apart where others were between."""
    kept: list[tuple[str, ...]] = []
    last = -1
    for number, row in enumerate(page.lines):
        if A_DIGIT.search(" ".join(row)):
            kept += [(), page.lines[number - 1]] if last < number - 1 else []
            kept.append(row)
            last = number
    return replace(page, lines=tuple(kept))


def _adds_up(total: Decimal, found: list[Candidate], page: Page, country: str | None) -> bool:
    """Whether the total is another candidate and one more printed sum together: an amount and its fee."""
    printed = {money.amount for money in money_in(page.text, country)}
    parts = {candidate.money.amount for candidate in found if 0 < candidate.money.amount < total}
    return any(_of_fees(total - part, printed) for part in parts if total - part < part)


def _of_fees(rest: Decimal, printed: set[Decimal]) -> bool:
    """Whether what a total has more than its sum is one printed fee, or two: the charge and its tax."""
    return rest in printed or any(rest - fee in printed for fee in printed if fee < rest)


def _unsigned(text: str, event: Event, *, before_only: bool) -> re.Match[str] | None:
    behind = () if before_only else (pattern.match(text, event.end) for pattern in UNSIGNED)
    return next((hit for hit in behind if hit), None) or SUM_BEFORE.search(text, max(0, event.start - 90), event.start)


def _bare(page: Page, events: list[Event], country: str | None, *, before_only: bool = False) -> Iterator[Candidate]:
    """ "debited by 150.0": a number without a currency right behind a strong verb means the country's own."""
    currency = CURRENCY.get(country or "")
    if currency is None:
        return
    for event in events:
        found = None if event.weak else _unsigned(page.text, event, before_only=before_only)
        if found and (value := parse_number(found["n"], currency)):
            left, right = sentence_around(page.text, found.start("n"), found.end())
            sentence = page.text[left:right].strip()
            money = Money(value, currency, found.start("n"), found.end(), exact=False)
            width = found.end() - found.start("n")
            yield Candidate(
                money, WITH_EVENT, found.start("n"), sentence, FUTURE.search(lower(sentence)) is not None, event, width=width
            )


def _labelled(page: Page, pairs: list[Pair], events: list[Event], country: str | None) -> list[Candidate]:
    offsets = _row_offsets(page)
    out = []
    stated = stated_currency(pairs, country)
    for pair in pairs:
        if pair.field not in {"total", "amount"} or UP_TO_NOW.search(lower(pair.label)):
            continue
        money = pair_money(pair, country)
        if money and stated and not any(printed.exact for printed in find_money(pair.value, country)):
            money = replace(money, currency=stated, exact=True)
        if money is None or money.amount <= 0:
            continue
        at = offsets[pair.row]
        score = (TOTAL + (PAID_TOTAL if SAYS_PAID.search(lower(pair.label)) else 0.0)) if pair.field == "total" else LABELLED
        future = FUTURE.search(lower(f"{pair.label} {pair.value}")) is not None
        before = [event for event in events if event.start <= at + len(pair.label)]
        event = next((event for event in before if not event.weak), before[0] if before else None)
        out.append(Candidate(money, score - at / 20_000, at, f"{pair.label}: {pair.value}", future, event, labelled=True))
    return out


# As banks abbreviate them in a column of their own.
CALLED = {
    "us": "USD",
    "rd": "DOP",
    "dolar": "USD",
    "dólar": "USD",
    "dolares": "USD",
    "dólares": "USD",
    "peso dominicano": "DOP",
    "colon costa rica": "CRC",
    "colón": "CRC",
    "sol": "PEN",
}


def stated_currency(pairs: list[Pair], country: str | None) -> str | None:
    """What a row or a column of the currency says."""
    values = [lower(pair.value.strip(" .")) for pair in pairs if pair.field == "currency"]
    return next((code for value in values if (code := CALLED.get(value) or currency_of(value, country)[0])), None)


def pair_money(pair: Pair, country: str | None) -> Money | None:
    money = next(find_money(pair.value, country), None)
    if money is not None:
        return money
    if (first := pair.value.split(" ", 1)[0]) != pair.value and AMOUNT_ALONE.fullmatch(first) and ":" in pair.value:
        return pair_money(replace(pair, value=first), country)
    # The currency may stand in the label alone, as in «Amount (THB)», or nowhere: then it is the country's.
    inside = pair.label.rpartition("(" if "(" in pair.label else " ")[2].strip(") ").split()
    named = "(" in pair.label or inside[:1] == [word for word in inside[:1] if word.upper() in ISO_CODES]
    currency = currency_of(inside[0], country)[0] if inside and named else CURRENCY.get(country or "")
    value = parse_number(pair.value, currency) if currency and PLAIN.fullmatch(pair.value.strip()) else None
    return Money(value, currency, 0, len(pair.value)) if value and currency else None


def _in_text(page: Page, lowered: str, pairs: list[Pair], events: list[Event], country: str | None) -> list[Candidate]:
    text = page.text
    ignored = [(offset, offset + len(" ".join(page.lines[row]))) for row, offset in _ignored_rows(page, pairs)]
    out = []
    previous = 0
    for money in money_in(text, country):
        before, previous = previous, money.end
        if money.amount <= 0:
            continue
        left, right = sentence_around(text, money.start, money.end)
        sentence = text[left:right].strip()
        event = _event_of(events, left, right) or _heading(events, text, left)
        # "A fee of $35.00 was charged" tells of the fee itself, a label "Fee: $35.00" of one among other sums.
        fee = event is not None and event.kind is Kind.FEE and ":" not in sentence
        if not fee and any(begin <= money.start < end for begin, end in ignored):
            continue
        if not fee and is_stock(lowered, money.start, money.end, before):
            continue
        alone = len(sentence) - (money.end - money.start) < 8
        if alone:
            sentence = f"{_card_above(text, left)}{sentence}"
        said = lowered[left:right]
        if conditional(lowered, money.start) or PROMOTION.search(said):
            continue
        head = lowered[left : money.start].rstrip()
        if of_other_times(said) or (head.endswith(":") and UP_TO_NOW.search(head)) or quoted(text, money.start, money.end):
            continue
        score = (
            (WITH_EVENT if event else INSTRUMENT if PAID_BY.match(sentence) and len(sentence) < 70 else 0.0)
            + (ALONE if alone else 0.0)
            - money.start / 20_000
        )
        out.append(
            Candidate(money, score, money.start, sentence, FUTURE.search(said) is not None, event, width=money.end - money.start)
        )
    return out


def _card_above(text: str, left: int) -> str:
    """ "Visa *4021" on the line above a sum that stands alone: how it was paid."""
    line = text[text.rfind("\n", 0, max(0, left - 1)) + 1 : max(0, left - 1)]
    return f"{line} " if 0 < len(line) < LABEL_AND_SUM and MASK.search(line) and PAID_BY.match(line) else ""


MOST_OF_LINE, LONGEST_HEADING = 0.6, 32
# Whose account or which day: a price list has neither.
OF_SOMEBODY = re.compile(r"[xX*•]{2,20}\d{3}|\d{1,2}[:/\-]\d{1,2}|\b20\d\d\b")
SOMEBODY_BELOW = 200


def _heading(events: list[Event], text: str, left: int) -> Event | None:
    """ "ATM withdrawal", and below it "Sandton - R 900.00": a line that says only what happened belongs to the one under it."""
    end = text.rfind("\n", 0, left + 1)
    start = text.rfind("\n", 0, max(end, 0)) + 1
    if end < 0 or not 0 < end - start <= LONGEST_HEADING:
        return None
    if not OF_SOMEBODY.search(text, left, left + SOMEBODY_BELOW):
        return None
    inside = (event for event in events if not event.weak and start <= event.start and event.end <= end)
    return next((event for event in inside if event.end - event.start >= MOST_OF_LINE * (end - start)), None)


def _ignored_rows(page: Page, pairs: list[Pair]) -> list[tuple[int, int]]:
    rows = {
        pair.row for pair in pairs if pair.field == "ignore" and any(cell.startswith(pair.label) for cell in page.lines[pair.row])
    } - {pair.row for pair in pairs if pair.field in {"total", "amount"}}
    extended = rows | {
        pair.row + 1
        for pair in pairs
        if pair.field == "ignore" and pair.row + 1 < len(page.lines) and page.lines[pair.row][-1] == pair.label
    }
    offsets = _row_offsets(page) if extended else []
    return [(row, offsets[row]) for row in sorted(extended)]


def _event_of(events: list[Event], left: int, right: int) -> Event | None:
    """The first verb of the sentence is the user's ("debited …; X credited"); a word for either way only stands in for one."""
    inside = [event for event in events if left <= event.start < right]
    return next((event for event in inside if not event.weak), inside[0] if inside else None)


def _in_subject(page: Page, country: str | None) -> list[Candidate]:
    subject, said = page.subject, lower(page.subject)
    out = []
    previous = 0
    for money in find_money(subject, country, limit=3):
        before, previous = previous, money.end
        if money.amount > 0 and not is_stock(said, money.start, money.end, before) and not PROMOTION.search(said):
            out.append(Candidate(money, 2.0, -1, subject, FUTURE.search(said) is not None))
    return out


def _row_offsets(page: Page) -> list[int]:
    offsets, at = [], 0
    for row in page.lines:
        offsets.append(at)
        at += sum(map(len, row)) + len(row)
    return offsets
