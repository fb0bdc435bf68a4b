"""Sums in ordinary mail: what is told of no payment, and the payments that are told in words near to it."""

import pytest

from app.domain.reading import Verdict
from app.parsing import parse
from tests.unit.parsing.mails import text_mail


@pytest.mark.parametrize(
    "text",
    [
        "The price of your plan goes up from $9.99 to $11.99 on 15 May. You are paid until then.",
        "El precio de tu plan sube de 9,99 € a 11,99 €. Pagado con tu tarjeta *4471.",
        "Ihr Beitrag steigt von 9,99 € auf 11,99 €, abgebucht von Ihrem Konto *4471.",
        "You currently pay $9.99, charged to your card ending 4471.",
        "Je betaalt nu € 9,99, afgeschreven van je rekening *4471.",
        "Obecnie płacisz 39,00 zł, pobierane z karty *4471.",
        "We ship once we have received your payment. Amount: EUR 41.00 by transfer, order paid in advance.",
        "Wir liefern nach Eingang Ihrer Zahlung. Betrag: 41,00 €, bezahlt per Überweisung.",
        "Ein Beispiel: Jonas hat 50,00 € an Mia überwiesen, abgebucht von Konto *4471.",
        "For example, you paid £3.60 for a coffee with your card ending 4471.",
        "Transakcję powyżej 100,00 zł kartą *4471 potwierdź kodem PIN.",
    ],
)
def test_a_new_price_a_habit_a_condition_and_an_example_are_no_payments(text: str) -> None:
    assert parse(text_mail(text)).transactions == ()


@pytest.mark.parametrize(
    "text",
    [
        "You paid $11.99 for your plan with your card ending 4471 on 17 April 2026.",
        "La cuota de tu plan, 11,99 €, se ha cobrado en tu tarjeta *4471 el 17/04/2026.",
        "Der Beitrag von 11,99 € wurde am 17.04.2026 von Ihrem Konto *4471 abgebucht.",
        "Zapłacono 139,00 zł kartą *4471 w sklepie LIPKA 17.04.2026.",
    ],
)
def test_what_was_paid_for_the_same_things_is_told(text: str) -> None:
    assert parse(text_mail(text)).verdict is Verdict.TRANSACTION
