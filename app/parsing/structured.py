"""Orders, invoices and reservations a sender describes as schema.org data, when they are said to be paid."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.domain.mail import Mail
from app.domain.transaction import Direction, Kind, Transaction
from app.parsing.clean import MAX_MARKUP, Page
from app.parsing.dates import DateContext, first_moment
from app.parsing.head import lower_ascii
from app.parsing.money import ISO_CODES, find_money, money_in
from app.parsing.numbers import parse_number
from app.parsing.places import country_of
from app.parsing.trust import sender

Item = dict[str, Any]
LONGEST_SCRIPT_TAG = 500
LONGEST_SCRIPT = 60_000
PAID = frozenset({"PaymentComplete", "PaymentAutomaticallyApplied"})
UNPAID = frozenset({"PaymentDue", "PaymentDeclined", "PaymentPastDue"})
STOPPED = frozenset(
    {
        "OrderCancelled",
        "OrderReturned",
        "OrderProblem",
        "OrderPaymentDue",
        "ReservationCancelled",
        "ReservationPending",
        "ReservationHold",
    }
)
SHIPPED = frozenset({"OrderInTransit", "OrderDelivered", "OrderPickupAvailable"})
# The visible words that say an order has been paid; schema.org has none for it.
WORDS_PAID = re.compile(
    r"\b(?:paid|charged|payment (?:received|successful|complete)|bezahlt|pagado|pagada|pago (?:aprovado|confirmado)|payé|réglé"
    r"|pagato|betaald|betalt|betalat|zapłacono|ödendi|dibayar)\b|お支払総額|お支払い総額|お支払い済|支払済|已付款|已支付|결제완료",
    re.I,
)
WORDS_UNPAID = re.compile(
    r"\b(?:pay on delivery|cash on delivery|not (?:yet )?(?:been )?(?:paid|charged)|won't be charged|to be paid"
    r"|payment pending|unpaid|pay at|nachnahme|contra reembolso)\b",
    re.I,
)
WORDS_REFUNDED = re.compile(
    r"\b(?:refunded|we(?:'ve| have)? (?:issued|processed) (?:a|your) refund|reembolsad[oa]|rembours[ée]e?|erstattet|rimborsat[oa])\b",
    re.I,
)
ACTIONS = frozenset({"PayAction", "BuyAction", "OrderAction", "DonateAction"})
TOTALS = ("totalPaymentDue", "price", "totalPrice", "total")
MAX_ITEMS = 200


def read_structured(page: Page, mail: Mail) -> tuple[Transaction, ...] | str | None:
    """What was paid, one for each order or invoice described; or the reason why none was; or None when nothing is described.

    A booking described once for each leg or traveller is one payment.
    """
    reason = None
    told: dict[object, Transaction] = {}
    for item in islice(_items(page.markup or ""), MAX_ITEMS):
        read = _read(item, page, mail)
        if isinstance(read, Transaction):
            told.setdefault(read.reference or (read.amount, read.counterparty), read)
        else:
            reason = reason or read
    return tuple(told.values()) or reason


def _items(markup: str) -> Iterator[Item]:
    source = markup[:MAX_MARKUP]
    for script in _scripts(source):
        try:
            yield from _walk(json.loads(script, strict=False), 0)
        except (ValueError, RecursionError):
            continue
    if "itemscope" in source and source.count("<") < 4000:
        yield from _microdata(source)


def _scripts(source: str) -> Iterator[str]:
    """What stands in each JSON-LD script; looked for in one pass, for a pattern would go to the end from each that nobody closes."""
    lowered = lower_ascii(source)
    at = lowered.find("<script")
    while at >= 0:
        start = lowered.find(">", at, at + LONGEST_SCRIPT_TAG) + 1
        end = lowered.find("</script", start) if start else at + 1
        if end < 0:
            return
        if "ld+json" in lowered[at:start] and end - start <= LONGEST_SCRIPT:
            yield source[start:end]
        at = lowered.find("<script", end)


def _walk(data: object, depth: int) -> Iterator[Item]:
    if depth > 4:
        return
    if isinstance(data, list):
        for entry in data[:MAX_ITEMS]:
            yield from _walk(entry, depth + 1)
    elif isinstance(data, dict):
        yield data
        for inner in ("@graph", "mainEntity", "about", "itemListElement", "item"):
            yield from _walk(data.get(inner), depth + 1)


def _microdata(source: str) -> Iterator[Item]:
    tree = LexborHTMLParser(source)
    for scope in tree.css("[itemscope]:not([itemprop])")[:20]:
        yield _scope(scope, 0)


def _scope(node: LexborNode, depth: int) -> Item:
    item: Item = {"@type": (node.attributes.get("itemtype") or "").rpartition("/")[2]}
    if depth < 4:
        _collect(node, item, depth)
    return item


def _collect(node: LexborNode, item: Item, depth: int) -> None:
    child = node.child
    count = 0
    while child is not None and count < MAX_ITEMS:
        count += 1
        attributes = child.attributes if child.is_element_node else {}
        name = attributes.get("itemprop")
        if name and "itemscope" in attributes:
            item.setdefault(name, _scope(child, depth + 1))
        else:
            if name:
                value = (
                    attributes.get("content")
                    or attributes.get("href")
                    or attributes.get("datetime")
                    or child.text(deep=True).strip()
                )
                item.setdefault(name, value)
            if child.is_element_node and depth < 40:
                _collect(child, item, depth + 1)
        child = child.next


def _read(item: Item, page: Page, mail: Mail) -> Transaction | str | None:
    kind = _last(item.get("@type"))
    if kind == "ParcelDelivery":
        return "shipping"
    if kind == "Invoice":
        return _invoice(item, page, mail)
    if kind == "Order" or kind.endswith("Reservation"):
        return _order(item, kind, page, mail)
    return _action(item, page, mail) if kind in ACTIONS else None


def _action(item: Item, page: Page, mail: Mail) -> Transaction | str | None:
    """A payment told as something done: only when it is completed."""
    status = _last(item.get("actionStatus"))
    if status != "CompletedActionStatus":
        return "order_unpaid" if status else None
    name = _name(item.get("recipient") or item.get("seller") or item.get("provider"))
    kind = Kind.TRANSFER if _last(_inner(item, "recipient", "@type")) == "Person" else Kind.PURCHASE
    day = item.get("endTime") or item.get("startTime")
    number = item.get("identifier") or item.get("confirmationNumber")
    return _transaction(item, ("price", "priceSpecification", "amount"), name, day, number, kind, page, mail)


def _invoice(item: Item, page: Page, mail: Mail) -> Transaction | str | None:
    status = _last(item.get("paymentStatus"))
    if status in UNPAID:
        return "due_reminder"
    if status not in PAID:
        return None
    day = item.get("scheduledPaymentDate") or (item.get("paymentDueDate") if status == "PaymentComplete" else None)
    name = _name(item.get("provider") or item.get("broker"))
    return _transaction(item, ("totalPaymentDue",), name, day, item.get("confirmationNumber"), Kind.BILL_PAYMENT, page, mail)


def _order(item: Item, kind: str, page: Page, mail: Mail) -> Transaction | str | None:
    status = _last(item.get("orderStatus") or item.get("reservationStatus"))
    if status in STOPPED:
        # What came back is told in words, not in the order it is taken off.
        return None if _says(WORDS_REFUNDED, page.text) else "order_unpaid"
    if status in SHIPPED:
        return "shipping"
    settled = _last(item.get("paymentStatus") or _inner(item, "partOfInvoice", "paymentStatus"))
    if settled in UNPAID or _says(WORDS_UNPAID, page.text) or not (settled in PAID or _says(WORDS_PAID, page.text)):
        return "order_unpaid"
    number = item.get("orderNumber") or item.get("reservationNumber") or item.get("confirmationNumber")
    day = item.get("orderDate") or item.get("bookingTime")
    name = _seller(item) if kind == "Order" else _seller(item) or _carrier(item)
    return _transaction(item, TOTALS, name, day, number, Kind.PURCHASE, page, mail)


# A mail may describe hundreds of orders: of its text, which is the same for all, each of these is asked once.
@lru_cache(maxsize=16)
def _says(words: re.Pattern[str], text: str) -> bool:
    return words.search(text) is not None


_country = lru_cache(maxsize=16)(country_of)


def _seller(item: Item) -> str | None:
    return next(
        (name for key in ("merchant", "seller", "provider", "broker", "bookingAgent") if (name := _name(item.get(key)))), None
    )


def _carrier(item: Item) -> str | None:
    """Who is paid for a seat, a room, a car: the company where one is named, else the place."""
    companies = (
        _inner(item, "reservationFor", key) for key in ("airline", "provider", "trainCompany", "busCompany", "rentalCompany")
    )
    return next((name for one in companies if (name := _name(one))), None) or _name(item.get("reservationFor"))


def _transaction(
    item: Item, keys: tuple[str, ...], name: str | None, day: object, number: object, kind: Kind, page: Page, mail: Mail
) -> Transaction | None:
    sources = (item, _inner(item, "reservedTicket"), _inner(item, "partOfInvoice"))
    prices = (_price(source, source.get(key), mail, page) for source in sources if isinstance(source, dict) for key in keys)
    found = next((price for price in prices if price), None)
    if found is None or found[0] <= 0 or _contradicted(*found, page, mail):
        return None
    occurred = first_moment(str(day)[:60].replace("Z", "+00:00"), DateContext(mail.received_at)) if day else None
    return Transaction(found[0], found[1], Direction.DEBIT, kind, name, None, occurred, str(number)[:60] if number else None)


def _price(item: Item, value: object, mail: Mail, page: Page) -> tuple[Decimal, str] | None:
    currency = item.get("priceCurrency")
    if isinstance(value, dict):
        currency = value.get("priceCurrency") or value.get("currency") or currency
        value = value.get("price") or value.get("value")
    if value is None or isinstance(value, (dict, list)):
        return None
    text = str(value)[:40]
    country = _country(sender(mail)[1], page.text, mail.received_at)
    money = next(find_money(text, country), None)
    if isinstance(currency, str) and currency.upper() in ISO_CODES:
        amount = money.amount if money else _plain(text)
        return (amount, currency.upper()) if amount else None
    return (money.amount, money.currency) if money else None


def _contradicted(amount: Decimal, currency: str, page: Page, mail: Mail) -> bool:
    """Whether the mail shows sums of that currency, and not this one: what nobody sees does not win over what they see."""
    country = _country(sender(mail)[1], page.text, mail.received_at)
    shown = {money.amount for money in money_in(page.text, country) if money.currency == currency}
    return bool(shown) and amount not in shown


def _plain(text: str) -> Decimal | None:
    # JSON numbers have a point for decimals: 1.500 is one and a half.
    return Decimal(text) if re.fullmatch(r"\d{1,12}(?:\.\d{1,8})?", text) else parse_number(text)


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(str(value).split())[:90] if value and not isinstance(value, (dict, list)) else None


def _inner(item: Item, *path: str) -> object:
    value: object = item
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _last(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return re.split(r"[/#]", str(value or ""))[-1]
