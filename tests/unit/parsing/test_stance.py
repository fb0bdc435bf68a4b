"""Sentences that name a sum and a verb, and still tell of no payment; and the side that speaks."""

from datetime import UTC, datetime

import pytest

from app.domain.mail import Mail
from app.parsing import parse

BANK = "Northbank Alerts <alerts@northbank.example>"


def told(text: str, subject: str = "Account notice", sender: str = BANK) -> tuple[tuple[str, str], ...] | str:
    reading = parse(Mail({"from": (sender,), "subject": (subject,)}, text, None))
    return tuple((str(one.amount), one.direction.value) for one in reading.transactions) or str(reading.reason)


@pytest.mark.parametrize(
    "text",
    [
        "L'addebito diretto di 58,90 EUR a favore di LUCE SPA sul conto ****2204 è tornato al creditore senza essere pagato.",
        "El cheque por $ 184.500,00 depositado en tu cuenta terminada en 7710 volvió y no quedó acreditado.",
        "Die Zahlung von 12,00 EUR an LUX GMBH vom Konto ****2204 wurde am 12.05.2026 nicht gebucht.",
    ],
)
def test_a_negated_verb_tells_of_no_payment(text: str) -> None:
    assert told(text) in {"not_moved", "declined"}


@pytest.mark.parametrize(
    "text",
    [
        "Your card ending 7731 is charged $41.50 for 3 nights only if the host says yes.",
        "Rs. 7,50,000 has been set aside, credited to your account XX7731 within 4 hours of signing.",
    ],
)
def test_a_verb_that_hangs_on_what_is_to_come_tells_of_no_payment(text: str) -> None:
    assert isinstance(told(text), str)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("[TEST] Payment received", "A payment of $20.00 was received from jenny@example.com on account 7731."),
        ("New payment", "You are viewing test mode data. You received a payment of $20.00 from Jenny, account 7731."),
        ("Know the signs", 'You get a message: "You have paid SGD 1,988.00 to LIM BK. Not you? Call 3159 0011." Hang up.'),
    ],
)
def test_what_is_shown_or_quoted_is_no_payment(subject: str, text: str) -> None:
    assert told(text, subject) in {"no_payment", "no_amount"}


@pytest.mark.parametrize(
    "text",
    [
        "Account ...7731\nMoney in: $5,210.44\nMoney out: $4,118.02\nBiggest purchase: $612.00 at BEST BUY on 19 May 2026",
        "Konto ...7731\nEinnahmen 3.120,00 EUR\nAusgaben 2.204,00 EUR",
        "In January you received $3,140.00 on account 7731 from Nordic Foods.",
        "Last year you paid £412.06 with card 7731. This year the price is £438.90.",
    ],
)
def test_a_summary_is_no_payment(text: str) -> None:
    assert isinstance(told(text), str)


@pytest.mark.parametrize(
    "status", ["Held for checks", "Pending - expected on 10 June", "In Prüfung", "Retenido", "Under review", "En attente"]
)
def test_a_status_that_is_open_tells_of_no_payment(status: str) -> None:
    table = "Payment to: Oakfield Lettings\nAmount: £875.00\nAccount: ****7731\nDate: 9 Feb 2026\nStatus: {}"
    assert isinstance(told(table.format(status)), str)
    assert told(table.format("Completed")) == (("875.00", "debit"),)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Hafslund har fått 1 284,00 kr fra konto 1503.**.*4471 i dag, 26. februar 2026.", "debit"),
        ("Du har fått 1 284,00 kr fra Hafslund på konto 1503.**.*4471 i dag, 26. februar 2026.", "credit"),
        ("Your customer Dana W. paid $64.00 for invoice #0031 on 22 Feb 2026 into account ...7731.", "credit"),
        ("We received $150.00 toward your card ending 4471 on 02/22/2026.", "credit"),
    ],
)
def test_the_subject_of_the_verb_tells_whose_money_it_is(text: str, way: str) -> None:
    found = told(text, sender="DNB <alerts@dnb.no>" if "kr" in text else BANK)
    assert isinstance(found, tuple)
    assert found[0][1] == way


def test_a_day_up_to_which_something_lasts_does_not_make_the_payment_one_to_come() -> None:
    text = "Today we charged £438.90 to the card ending 0071 and your cover runs to 2 March 2028. Policy number 221904471"
    assert told(text, "We've renewed your insurance", "Direct Line <hello@mail.directline.com>") == (("438.90", "debit"),)


@pytest.mark.parametrize(
    "text",
    [
        "Say you paid $64.12 at Costco with card 7731. With one rule it is filed under Groceries.",
        "Fraudsters send texts such as: HKD9,800.00 has been charged to your card 7731 at APPLE ONLINE.",
        "Danke für deinen Einkauf mit Karte 7731!\nGesamt 449,00 €\nZahlart: Ratenkauf",
        "Artikelen € 54,98\nTotaal € 54,98\nBetaalwijze: Achteraf betalen\nBesteldatum 12-03-2026",
        "die Lastschrift von WIEN ENERGIE über 88,40 EUR ging zurück, da Ihr Konto ****4471 zu wenig Guthaben aufwies.",
        "Actívalo y lo abonamos en tu cuenta terminada en 7731 por $3.500.000 al instante.",
        "MIDWEST TOOLING has let us know that a direct deposit of $1,944.61 to checking x3391 is headed your way.",
        "Przelew na kwotę 2 400,00 PLN dla KOWALSKI REMONTY czeka na Twoją akceptację w aplikacji do 01-03-2027.",
        "To: Strata Plan 88120\nHow much: $615.00\nFrom: Everyday Options ...4471\nWhen: 15/03/2027",
    ],
)
def test_what_is_supposed_put_off_or_short_of_money_is_no_payment(text: str) -> None:
    at = datetime(2027, 3, 8, tzinfo=UTC)
    assert not parse(Mail({"from": (BANK,), "subject": ("Notice",)}, text, None, at)).transactions


@pytest.mark.parametrize(("subject", "read"), [("Ka-ching! Cashback tracked", False), ("Your purchase", True)])
def test_a_mail_about_a_reward_tells_of_no_payment(subject: str, read: bool) -> None:
    text = "Store: Lazada\nYou spent: S$112.40\nCard: ...7731\nDate: 11 Mar 2026\nCashback: S$5.62"
    assert isinstance(told(text, subject), tuple) is read


def test_a_deposited_cheque_that_was_sent_back_went_out_again() -> None:
    text = "Account ...4471\nA check for $920.00 you deposited on 03/10/2027 was sent back by the other bank."
    assert told(text) == (("920.00", "debit"),)


@pytest.mark.parametrize(("card", "month", "currency"), [("dit kort", "marts", "DKK"), ("kortet ditt", "mars", "NOK")])
def test_months_and_words_tell_danish_crowns_from_norwegian_ones(card: str, month: str, currency: str) -> None:
    text = f"Du betalte 412,55 kr. til Q8 Herning med {card} *4471 den 19. {month} 2027."
    (one,) = parse(Mail({"from": (BANK,), "subject": ("Betaling",)}, text, None)).transactions
    assert one.currency == currency
