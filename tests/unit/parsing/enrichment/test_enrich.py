"""Categories, the rules that decide them, and what counts as spending."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.category import BY_SLUG, CATEGORIES, OWN_SLUGS, Flow, flow
from app.domain.transaction import Direction, Kind, Transaction
from app.parsing.enrichment import enrich
from app.parsing.enrichment.decide import BY_ISSUER, BY_KIND
from app.parsing.enrichment.directory import MERCHANTS
from app.parsing.enrichment.words import INCOME, WORDS

OUT, IN = Direction.DEBIT, Direction.CREDIT


def told(counterparty: str | None, kind: Kind = Kind.PURCHASE, direction: Direction = OUT) -> Transaction:
    return Transaction(Decimal(5), "INR", direction, kind, counterparty)


# counterparty, kind, direction → category, rule, flow
RULES = [
    # the kind says it all
    ("ACME", Kind.SALARY, IN, "income.salary", "kind:salary", Flow.INCOME),
    (None, Kind.INTEREST, IN, "income.interest", "kind:interest", Flow.INCOME),
    (None, Kind.INTEREST, OUT, "fees.interest", "kind:interest", Flow.SPENDING),
    ("SWIGGY", Kind.REFUND, IN, "refunds", "kind:refund", Flow.REFUND),
    ("SBI ATM S1BB001339153", Kind.WITHDRAWAL, OUT, "cash", "kind:withdrawal", Flow.SPENDING),
    (None, Kind.FEE, OUT, "fees", "kind:fee", Flow.SPENDING),
    # a card's bill is no spending, on either side
    (None, Kind.BILL_PAYMENT, IN, "transfers.card_bill", "card-bill:received", Flow.OWN),
    ("CRED", Kind.BILL_PAYMENT, IN, "transfers.card_bill", "card-bill:received", Flow.OWN),
    ("AXIS BANK CREDIT CARD", Kind.BILL_PAYMENT, OUT, "transfers.card_bill", "card-bill:paid", Flow.OWN),
    ("CRED Club", Kind.TRANSFER, OUT, "transfers.card_bill", "merchant:CRED", Flow.OWN),
    # nor is money that stays with its owner
    ("ASHA R VERMA", Kind.TRANSFER, OUT, "transfers.own", "own:name", Flow.OWN),
    ("Verma Asha", Kind.TRANSFER, IN, "transfers.own", "own:name", Flow.OWN),
    ("RAVI VERMA", Kind.TRANSFER, OUT, "transfers.people", "default:transfer", Flow.SPENDING),
    ("Self Transfer", Kind.TRANSFER, OUT, "transfers.own", "own:self transfer", Flow.OWN),
    ("Indian Clearing Corp", Kind.BILL_PAYMENT, OUT, "savings.investments", "merchant:Indian Clearing Corp", Flow.OWN),
    ("Sahyadri Mutual Fund", Kind.TRANSFER, OUT, "savings.investments", "word:mutual fund", Flow.OWN),
    (None, Kind.TOPUP, OUT, "transfers.wallet", "default:topup", Flow.OWN),
    ("Amazon Pay", Kind.TOPUP, OUT, "transfers.wallet", "default:topup", Flow.OWN),
    # a recharge is used up
    ("Airtel", Kind.TOPUP, OUT, "bills.phone", "merchant:Airtel", Flow.SPENDING),
    # the directory, then words
    ("RAZ*SWIGGY INSTAMART BANGALORE", Kind.PURCHASE, OUT, "food.delivery", "merchant:Swiggy Instamart", Flow.SPENDING),
    ("swiggy.stores@axisbank", Kind.TRANSFER, OUT, "food.delivery", "merchant:Swiggy", Flow.SPENDING),
    ("Swiggy", Kind.TRANSFER, IN, "refunds", "merchant:Swiggy", Flow.REFUND),
    ("HIMALAYA BOOK CENTRE", Kind.PURCHASE, OUT, "shopping.books", "word:book", Flow.SPENDING),
    ("HOSPITAL CENTRAL", Kind.PURCHASE, OUT, "health.care", "word:hospital", Flow.SPENDING),
    ("VASANT VIHAR CHS LTD", Kind.TRANSFER, OUT, "home.rent", "word:chs", Flow.SPENDING),
    ("BOULANGERIE ARNAUD", Kind.PURCHASE, OUT, "food.groceries", "word:boulangerie", Flow.SPENDING),
    ("ﾄﾞﾗﾂｸﾞｽﾄｱ ﾐﾄﾞﾘﾔ", Kind.PURCHASE, OUT, "health.pharmacy", "word:ドラツグ", Flow.SPENDING),
    ("SAHYADRIPETROLSUPPLY", Kind.PURCHASE, OUT, "transport.fuel", "word:petrol", Flow.SPENDING),
    ("CEDARWORKS PAYROLL", Kind.TRANSFER, IN, "income.salary", "word:payroll", Flow.INCOME),
    # nothing tells
    ("Nimbus Textiles LLP", Kind.TRANSFER, IN, "income", "default:transfer", Flow.INCOME),
    ("Sarah Baker", Kind.TRANSFER, OUT, "transfers.people", "default:transfer", Flow.SPENDING),
    ("q77120045@ybl", Kind.TRANSFER, OUT, "shopping", "default:transfer", Flow.SPENDING),
    (None, Kind.TRANSFER, OUT, "transfers", "default:transfer", Flow.SPENDING),
    ("LUMEN", Kind.PURCHASE, OUT, "shopping", "default:purchase", Flow.SPENDING),
    ("SBI", Kind.BILL_PAYMENT, OUT, "bills", "default:bill_payment", Flow.SPENDING),
    (None, Kind.OTHER, OUT, "other", "default:other", Flow.SPENDING),
]


@pytest.mark.parametrize(("counterparty", "kind", "direction", "category", "rule", "went"), RULES)
def test_the_first_rule_that_speaks(
    counterparty: str | None, kind: Kind, direction: Direction, category: str, rule: str, went: Flow
) -> None:
    found = enrich(told(counterparty, kind, direction), owner="Asha Verma")
    assert (found.category, found.rule) == (category, rule)
    assert flow(direction, found.category) is went


def test_what_a_broker_tells_of_is_saved() -> None:
    found = enrich(told("VTI", Kind.OTHER), issuer="robinhood")
    assert (found.category, found.rule) == ("savings.investments", "issuer:robinhood")


def test_one_name_in_common_is_not_the_same_person() -> None:
    for owner, payee in (("Asha", "ASHA VERMA"), ("", "ASHA VERMA"), ("Asha Verma", "ASHA"), ("Asha Verma", "ASHA RAO VARMA")):
        assert enrich(told(payee, Kind.TRANSFER), owner=owner).category == "transfers.people"


def test_every_table_names_categories_that_exist() -> None:
    named = {*BY_KIND.values(), *MERCHANTS, *WORDS, *INCOME, *BY_ISSUER.values()}
    assert named <= BY_SLUG.keys()


def test_the_taxonomy_has_two_levels_and_parents_first() -> None:
    seen: set[str] = set()
    for one in CATEGORIES:
        assert one.slug.count(".") <= 1
        assert one.parent is None or one.parent in seen
        assert one.slug not in seen
        seen.add(one.slug)


def test_what_is_below_something_of_ones_own_is_ones_own() -> None:
    assert all(one.slug in OWN_SLUGS for one in CATEGORIES if one.parent in OWN_SLUGS)


@given(st.text(max_size=200), st.sampled_from(Kind), st.sampled_from(Direction), st.text(max_size=40))
def test_everything_has_a_category_and_fits_its_columns(text: str, kind: Kind, direction: Direction, owner: str) -> None:
    found = enrich(told(text, kind, direction), owner=owner)
    assert found.category in BY_SLUG
    assert 0 < len(found.rule) <= 60
