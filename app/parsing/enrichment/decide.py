"""Which category a transaction belongs to, and why: the rules in their order, the first that speaks decides.

kind        salary, interest, refund, reversal, withdrawal and fee say it all
card-bill   a payment the card's issuer received, or one made to a card or, the mail says, for a card's bill
own         to or from the person's own name or pocket, or the mail says that it is between own accounts
merchant    the directory knows the payee
issuer      the mail comes from a broker or an exchange
word        a word of the payee's name tells its trade
default     what the kind alone suggests
"""

import re
import unicodedata

from app.domain.category import Enrichment
from app.domain.reading import Pocket
from app.domain.transaction import Direction, Kind, Transaction
from app.parsing.enrichment import words
from app.parsing.enrichment.merchant import Merchant, merchant_of

BY_KIND = {
    Kind.SALARY: "income.salary",
    Kind.REFUND: "refunds",
    Kind.REVERSAL: "refunds",
    Kind.WITHDRAWAL: "cash",
    Kind.FEE: "fees",
}
# Where the person's own money goes when this issuer tells of it.
BY_ISSUER = {"zerodha": "savings.investments", "robinhood": "savings.investments", "coinbase": "savings.crypto"}
MOVES = frozenset({Kind.TRANSFER, Kind.OTHER, Kind.BILL_PAYMENT, Kind.TOPUP})
# What can be topped up and used up at once; everything else is a wallet.
USED_UP = ("bills.", "transport.")


def enrich(transaction: Transaction, *, issuer: str | None = None, owner: str = "", pocket: Pocket | None = None) -> Enrichment:
    """`issuer` is the key of who sent the mail, `owner` the name it is addressed to (may be empty), `pocket` what the mail says."""
    merchant = merchant_of(transaction.counterparty)
    category, rule = _decide(transaction, merchant, issuer, owner, pocket)
    return Enrichment(merchant.name if merchant else None, category, rule)


def _decide(
    told: Transaction, merchant: Merchant | None, issuer: str | None, owner: str, pocket: Pocket | None
) -> tuple[str, str]:
    if told.kind is Kind.INTEREST:
        return ("income.interest" if told.direction is Direction.CREDIT else "fees.interest"), "kind:interest"
    if told.kind in BY_KIND:
        return BY_KIND[told.kind], f"kind:{told.kind}"
    return (
        _card_bill(told, merchant)
        or _own(told, owner)
        or _by_pocket(merchant, pocket)
        or _by_merchant(told, merchant)
        or _by_issuer(told, issuer)
        or _by_word(told, merchant)
        or _by_default(told, merchant)
    )


def _card_bill(told: Transaction, merchant: Merchant | None) -> tuple[str, str] | None:
    if told.kind is Kind.BILL_PAYMENT and told.direction is Direction.CREDIT:
        return "transfers.card_bill", "card-bill:received"
    if told.kind not in MOVES or not merchant:
        return None
    trade = words.trades().category(told.counterparty or "")
    if trade and trade[0] == "transfers.card_bill":
        return "transfers.card_bill", "card-bill:paid"
    return None


def _own(told: Transaction, owner: str) -> tuple[str, str] | None:
    if told.kind not in MOVES or not told.counterparty:
        return None
    if owner and _same_person(owner, told.counterparty):
        return "transfers.own", "own:name"
    # The remark is the whole name: "Savings", but not "SAVINGS BAKERY".
    found = words.own().category(told.counterparty)
    whole = found is not None and len(re.findall(r"\w+", told.counterparty)) <= len(found[1].split()) + 1
    return ("transfers.own", f"own:{found[1]}"[:60]) if found and whole else None


def _by_pocket(merchant: Merchant | None, pocket: Pocket | None) -> tuple[str, str] | None:
    """What the mail says of a payee whose trade nobody knows, or of none: the bank whose card it is, "Savings"."""
    if pocket is None or (merchant is not None and merchant.known is not None):
        return None
    return ("transfers.card_bill", "card-bill:told") if pocket is Pocket.CARD else ("transfers.own", "own:told")


def _same_person(owner: str, counterparty: str) -> bool:
    """At least two names in common and none that differs: ASHA VERMA, Asha R Verma, Verma Asha."""
    left, right = _names(owner), _names(counterparty)
    short, long = sorted((left, right), key=len)
    return len(short) >= 2 and short <= long


def _names(text: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return frozenset(word for word in re.findall(r"[a-z]+", plain) if len(word) > 1 and word not in {"mr", "mrs", "ms", "dr", "shri", "smt"})  # fmt: skip


def _by_merchant(told: Transaction, merchant: Merchant | None) -> tuple[str, str] | None:
    known = merchant.known if merchant else None
    if known is None:
        return None
    rule = f"merchant:{known.name}"[:60]
    if told.kind is Kind.TOPUP and not known.category.startswith(USED_UP):
        return "transfers.wallet", "default:topup"
    if told.direction is Direction.CREDIT and not known.category.startswith(("savings", "transfers", "income")):
        return "refunds", rule
    return known.category, rule


def _by_issuer(told: Transaction, issuer: str | None) -> tuple[str, str] | None:
    if issuer in BY_ISSUER and told.kind in MOVES | {Kind.PURCHASE}:
        return BY_ISSUER[issuer], f"issuer:{issuer}"
    return None


def _by_word(told: Transaction, merchant: Merchant | None) -> tuple[str, str] | None:
    if merchant is None or told.kind is Kind.TOPUP:
        return None
    lexicon = words.trades() if told.direction is Direction.DEBIT else words.incomes()
    # As printed first: what was cut off as a legal form or place may be the word ("… CHS LTD").
    found = lexicon.category(merchant.name) or lexicon.category(told.counterparty or "")
    return (found[0], f"word:{found[1]}"[:60]) if found else None


def _by_default(told: Transaction, merchant: Merchant | None) -> tuple[str, str]:
    rule = f"default:{told.kind}"
    credit = told.direction is Direction.CREDIT
    if told.kind is Kind.PURCHASE:
        return ("income" if credit else "shopping"), rule
    if told.kind is Kind.BILL_PAYMENT:
        return "bills", rule
    if told.kind is Kind.TOPUP:
        return "transfers.wallet", rule
    if told.kind is Kind.TRANSFER:
        return _transfer(merchant, credit=credit), rule
    return ("income" if credit and merchant else "other"), rule


def _transfer(merchant: Merchant | None, *, credit: bool) -> str:
    if merchant is None:
        return "transfers"
    trade = words.trades().category(merchant.name) is not None
    if merchant.business or trade:
        return "income" if credit else "shopping"
    return "transfers.people"
