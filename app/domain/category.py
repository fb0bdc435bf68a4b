"""What money was spent on or came from: the categories, in two levels, and what counts as spending."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.domain.transaction import Direction


class Flow(StrEnum):
    """Which way money went, seen from all a person owns. `own` stays theirs: another account, a card's bill, a wallet."""

    SPENDING = "spending"
    INCOME = "income"
    REFUND = "refund"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Category:
    """A row of `categories`. `holds` says what belongs there; `own` that paying into it leaves the person as rich as before."""

    slug: str
    name: str
    holds: str
    own: bool = False

    @property
    def parent(self) -> str | None:
        return self.slug.rpartition(".")[0] or None


CATEGORIES = (
    Category("income", "Income", "Money from others for work, goods or rights"),
    Category("income.salary", "Salary", "Wages, pensions, payrolls"),
    Category("income.interest", "Interest", "Interest a bank pays"),
    Category("income.investments", "Investment income", "Dividends, coupons, redemptions told as income"),
    Category("income.rewards", "Rewards", "Cashback and rewards paid out"),
    Category("refunds", "Refunds", "Purchases that were given back, and reversals"),
    Category("transfers", "Transfers", "Money moved between accounts when nothing tells more"),
    Category("transfers.own", "Own accounts", "Between accounts of the same person", own=True),
    Category("transfers.card_bill", "Card bills", "Paying a credit card's bill: its purchases were counted one by one", own=True),
    Category("transfers.wallet", "Wallet top-ups", "Into a wallet or a toll tag: counted when it is spent from there", own=True),
    Category("transfers.people", "People", "To and from other persons"),
    Category("savings", "Savings", "Put aside: still the person's own", own=True),
    Category("savings.investments", "Investments", "Funds, shares, brokers, clearing houses", own=True),
    Category("savings.deposits", "Deposits", "Fixed and recurring deposits", own=True),
    Category("savings.crypto", "Crypto", "Exchanges of crypto-currencies", own=True),
    Category("savings.retirement", "Retirement", "Pension and provident funds", own=True),
    Category("cash", "Cash", "Withdrawn cash: what it buys, no mail tells, so it counts as spent"),
    Category("bills", "Bills", "Regular bills when nothing tells more"),
    Category("bills.electricity", "Electricity", "Power companies"),
    Category("bills.gas", "Gas", "Gas by pipe and bottle, heating"),
    Category("bills.water", "Water", "Water and waste"),
    Category("bills.phone", "Phone", "Mobile and fixed line, recharges"),
    Category("bills.internet", "Internet and TV", "Broadband, cable, satellite"),
    Category("bills.insurance", "Insurance", "Premiums of every kind"),
    Category("bills.loan", "Loans", "Instalments of loans and mortgages"),
    Category("home", "Home", "Living: when nothing tells more"),
    Category("home.rent", "Rent", "Rent, housing societies, property managers"),
    Category("home.furnishing", "Furnishing", "Furniture, household goods"),
    Category("home.repair", "Repair and garden", "Hardware, builders, plumbers, plants"),
    Category("food", "Food", "Food and drink when nothing tells more"),
    Category("food.groceries", "Groceries", "Supermarkets, markets, bakers, dairies"),
    Category("food.restaurants", "Restaurants", "Meals out, canteens, bars"),
    Category("food.coffee", "Cafés", "Coffee, tea, juice, ice"),
    Category("food.delivery", "Delivery", "Meals and groceries brought home"),
    Category("transport", "Transport", "Getting about when nothing tells more"),
    Category("transport.fuel", "Fuel", "Petrol stations and charging"),
    Category("transport.taxi", "Taxi", "Taxis and ride hailing, rented bikes and scooters"),
    Category("transport.public", "Public transport", "Bus, metro, trams, transit cards"),
    Category("transport.tolls", "Tolls and parking", "Toll roads, parking"),
    Category("transport.vehicle", "Vehicle", "Workshops, tyres, car wash, dealers"),
    Category("travel", "Travel", "Journeys when nothing tells more; agencies"),
    Category("travel.flights", "Flights", "Airlines"),
    Category("travel.rail", "Rail and coach", "Long-distance trains, coaches, ferries"),
    Category("travel.hotels", "Hotels", "Hotels, hostels, holiday homes"),
    Category("travel.rental", "Rental", "Hired cars"),
    Category("shopping", "Shopping", "Purchases when nothing tells more"),
    Category("shopping.online", "Online shops", "Market places and online shops of everything"),
    Category("shopping.clothes", "Clothes", "Clothes, shoes, fabrics"),
    Category("shopping.electronics", "Electronics", "Devices and appliances"),
    Category("shopping.books", "Books and stationery", "Books, paper, art supplies"),
    Category("shopping.gifts", "Gifts and jewellery", "Jewellers, watches, flowers, toys"),
    Category("shopping.sports", "Sports goods", "Sports shops"),
    Category("health", "Health", "Health when nothing tells more"),
    Category("health.pharmacy", "Pharmacy", "Pharmacies and drug stores"),
    Category("health.care", "Doctors and hospitals", "Doctors, dentists, clinics, laboratories, therapists"),
    Category("health.optics", "Optics", "Opticians"),
    Category("health.fitness", "Fitness", "Gyms, yoga, swimming"),
    Category("health.beauty", "Beauty", "Hairdressers, salons, cosmetics"),
    Category("digital", "Digital", "Digital goods when nothing tells more"),
    Category("digital.streaming", "Streaming", "Films, series and music"),
    Category("digital.games", "Games", "Games and consoles"),
    Category("digital.software", "Software and cloud", "Software, storage, hosting, apps"),
    Category("digital.news", "News", "Newspapers and magazines"),
    Category("leisure", "Leisure", "Cinemas, museums, events, hobbies"),
    Category("education", "Education", "Schools, universities, courses"),
    Category("pets", "Pets", "Vets and pet shops"),
    Category("giving", "Giving", "Charities, temples, churches, mosques"),
    Category("services", "Services", "Laundry, couriers, lawyers, photographers and other services"),
    Category("taxes", "Taxes", "Taxes, fines and offices of the state"),
    Category("fees", "Fees and charges", "Fees of banks and cards"),
    Category("fees.interest", "Interest charged", "Interest a bank takes"),
    Category("other", "Other", "What nothing tells of"),
)
BY_SLUG = MappingProxyType({one.slug: one for one in CATEGORIES})
OWN_SLUGS = frozenset(one.slug for one in CATEGORIES if one.own)


def flow(direction: Direction, category: str) -> Flow:
    """Whether a transaction counts as spending, from its direction and category alone."""
    if category in OWN_SLUGS:
        return Flow.OWN
    if direction is Direction.DEBIT:
        return Flow.SPENDING
    return Flow.REFUND if category == "refunds" else Flow.INCOME


@dataclass(frozen=True, slots=True)
class Enrichment:
    """What is made of a transaction: the merchant's name as people say it, a category, and the rule that decided the category."""

    merchant: str | None
    category: str
    rule: str
