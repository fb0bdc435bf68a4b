"""N26. Card payments and transfers received, in German."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Notice, Sample

ISSUERS = (
    Issuer(
        "n26",
        "N26",
        ("n26.com",),
        "DE",
        "EUR",
        (
            Format(
                "card-spend",
                OUT,
                "du hast soeben {amount} bei {counterparty} bezahlt. Datum: {date}",
                Kind.PURCHASE,
                Sample(
                    "du hast soeben 34,90 € bei REWE Markt Sonnenallee bezahlt.\nDatum: 14.04.2026",
                    "34.90 EUR",
                    counterparty="REWE Markt Sonnenallee",
                    when="2026-04-14",
                ),
                seen=True,
            ),
            Layout(
                "received",
                IN,
                "sepa-überweisung eingegangen",
                {"Von": "counterparty", "Betrag": "amount", "Verwendungszweck": "purpose", "Datum": "date"},
                Kind.TRANSFER,
                Sample(
                    "N26\nAuf deinem Konto ist eine SEPA-Überweisung eingegangen.\nVon\nFeldmann Optik GmbH\nBetrag\n+2.874,13 €\nVerwendungszweck\nLOHN/GEHALT 01/2026\nDatum\n30.01.2026",
                    "2874.13 EUR",
                    counterparty="Feldmann Optik GmbH",
                    when="2026-01-30",
                    kind=Kind.SALARY,
                ),
                seen=True,
            ),
            Format(
                "received-de",
                IN,
                "[Du hast|Sie haben] eine [Überweisung|Überweisung in Höhe von|Zahlung|Zahlung in Höhe von] {amount} von {counterparty} erhalten",
                Kind.TRANSFER,
                Sample(
                    "Sie haben eine Überweisung in Höhe von 45,00 € von Lena Kaiser erhalten.",
                    "45.00 EUR",
                    counterparty="Lena Kaiser",
                ),
            ),
            Format(
                "received-en",
                IN,
                "You [have |]received [a transfer of |a bank transfer of |]{amount} from {counterparty}. ",
                Kind.TRANSFER,
                Sample(
                    "You received a transfer of €45.00 from Lena Kaiser. You can see it in your app.",
                    "45.00 EUR",
                    counterparty="Lena Kaiser",
                ),
            ),
            Format(
                "spent-en",
                OUT,
                "You just spent {amount} at {counterparty}. ",
                Kind.PURCHASE,
                Sample(
                    "You just spent €12.40 at BLUE KETTLE. You can see it in your app.", "12.40 EUR", counterparty="BLUE KETTLE"
                ),
            ),
        ),
        notices=(
            Notice(
                "upcoming_debit",
                "Lastschrift über {balance} an {words} wird am {date} eingezogen",
                "Deine Lastschrift über 45,00 € an Telekom wird am 20.05.2026 eingezogen.",
            ),
        ),
        aliases=("n26",),
    ),
)
