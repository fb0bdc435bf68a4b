"""A counterparty as printed, and the name people use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.parsing.enrichment.directory import BY_TOKENS, find
from app.parsing.enrichment.merchant import merchant_of

NAMES = {
    # gateways
    "RAZ*Kalakriti Studio": "Kalakriti Studio",
    "PYU*SWIGGY": "Swiggy",
    "SQ *BLUE HERON BOOKS": "Blue Heron Books",
    "PAYPAL *LUMENSTREAM": "Lumenstream",
    "TST* NOPA GRILL": "Nopa Grill",
    "PAYPAL *UBER": "Uber",
    "PP*1234 SPOTIFY": "Spotify",
    # the head is the merchant itself
    "UBER*RIDES": "Uber",
    "AIRBNB * HMXK22": "Airbnb",
    "CLOUDNOTE* PRO SUB": "Cloudnote",
    "UBER   *EATS HELP.UBER.COM": "Uber Eats",
    "GOOGLE *YouTubePremium": "YouTube",
    "DOORDASH*CHIPOTLE": "DoorDash",
    # channels
    "POS/WEB PMT MEDPLUS IKEJA": "MedPlus",
    "UPI_DELHI CHAAT HOUSE": "Delhi Chaat House",
    "TRF/FRM NGOZI SAMPLE": "Ngozi Sample",
    # store numbers, cities, countries, machine codes
    "SHELL 0815 HAMBURG": "Shell",
    "COSTCO WHSE #0442 FRESNO US": "Costco",
    "COSTCO GAS #0442": "Costco Gas",
    "HARBOR MKT #211": "Harbor MKT",
    "OAK & IRON GRILL PORTLAND OR": "Oak & Iron Grill",
    "GOANNA GROCERS SURRY HILLS": "Goanna Grocers",
    "talabat.com, DUBAI-AE": "Talabat",
    "KAYA TOAST HSE SINGAPORE SGP": "Kaya Toast Hse",
    "Grab* A-7KQ2XWPL Singapore SGP": "Grab",
    # a place that belongs to the name
    "LIVRARIA DO PORTO": "Livraria do Porto",
    "TASTE OF MUMBAI": "Taste of Mumbai",
    "CAFE PARIS": "Cafe Paris",
    "BANK OF SINGAPORE": "Bank of Singapore",
    # legal forms and web addresses
    "QUARTZLEAF SOFTWARE PVT LTD": "Quartzleaf Software",
    "Stadtwerke Lindau GmbH": "Stadtwerke Lindau",
    "Lattice Note, Inc.": "Lattice Note",
    "PIXELFORGE.COM/BILL": "Pixelforge",
    "AMAZON.CO.JP": "Amazon",
    # handles
    "swiggy.stores@axisbank": "Swiggy",
    "lata.menon@okicici": "Lata Menon",
    "q77120045@ybl": "q77120045@ybl",
    "paytmqr5abc12@paytm": "paytmqr5abc12@paytm",
    "9876500000@ybl": "9876500000@ybl",
    # nothing to do
    "Mira Okonjo": "Mira Okonjo",
    "MA****A C.": "MA****A C.",
    "Rosa Qui*": "Rosa Qui*",
    "大安火鍋": "大安火鍋",
    "JR東日本": "JR East",
    "ABC食堂": "ABC食堂",
    "MR DEVENDRA NATH RAO": "Mr Devendra Nath Rao",
}


@pytest.mark.parametrize(("printed", "name"), NAMES.items())
def test_the_name_people_use(printed: str, name: str) -> None:
    merchant = merchant_of(printed)
    assert merchant is not None
    assert merchant.name == name


@pytest.mark.parametrize(
    "printed",
    ["ORANGE TREE CAFE", "TARGET PRACTICE RANGE", "M S NOVELTY EN", "DECATHLONIA SPORTS", "BOOSTER CLUB", "Amazonas Silva"],
)
def test_a_name_that_only_begins_alike_is_somebody_else(printed: str) -> None:
    merchant = merchant_of(printed)
    assert merchant is not None
    assert merchant.known is None


def test_a_name_without_its_blanks() -> None:
    assert [known and known.name for known in (find("bigbasketorders"), find("UBEREATS"), find("swiggyinstamart"))] == [
        "BigBasket",
        "Uber Eats",
        "Swiggy Instamart",
    ]


def test_nobody() -> None:
    assert merchant_of(None) is None
    assert merchant_of("  \n ") is None


@given(st.text(max_size=400))
def test_whatever_is_printed_there_is_a_name_and_it_fits_its_column(printed: str) -> None:
    merchant = merchant_of(printed)
    assert merchant is None or 0 < len(merchant.name) <= 120


def test_every_merchant_of_the_directory_finds_itself() -> None:
    for words, known in BY_TOKENS.items():
        assert find(" ".join(words)) == known
