"""PayPal. Payments, in German."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "paypal-de",
        "PayPal",
        ("paypal.de",),
        "DE",
        "EUR",
        (
            Layout(
                "receipt",
                OUT,
                "sie haben eine zahlung über",
                {
                    "Transaktionscode": "reference",
                    "Transaktionsdatum": "date",
                    "Händler": "counterparty",
                    "Von Ihnen gezahlt": "amount",
                },
                Kind.PURCHASE,
                Sample(
                    "PayPal\nGuten Tag, Sam Rivera!\nSie haben eine Zahlung über 23,90 € EUR an Teekontor Hansen gesendet\nTransaktionscode | 2WE91830RT447120L\nTransaktionsdatum | 23. Februar 2026\nHändler | Teekontor Hansen\nZwischensumme | 19,00 € EUR\nVersandkosten | 4,90 € EUR\nVon Ihnen gezahlt | 23,90 € EUR\nPayPal (Europe) S.à r.l. et Cie, S.C.A.",
                    "23.90 EUR",
                    counterparty="Teekontor Hansen",
                    when="2026-02-23",
                    reference="2WE91830RT447120L",
                ),
                seen=True,
            ),
        ),
    ),
)
