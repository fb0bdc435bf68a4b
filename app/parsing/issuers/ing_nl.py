"""ING. Payments and cards, Netherlands."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "ing-nl",
        "ING Nederland",
        ("ing.nl",),
        "NL",
        "EUR",
        (
            Format(
                "debit",
                OUT,
                "Er is {amount} afgeschreven van je rekening {iban} [door|naar|ten gunste van] {counterparty} op {date}",
                Kind.TRANSFER,
                Sample(
                    "Er is € 45,00 afgeschreven van je rekening NL** **** **** **44 17 naar WATERBEDRIJF OOST op 12-05-2026.",
                    "45.00 EUR",
                    counterparty="WATERBEDRIJF OOST",
                    account="4417",
                    when="2026-05-12",
                ),
            ),
            Format(
                "credit",
                IN,
                "Er is {amount} bijgeschreven op je rekening {iban} van {counterparty} op {date}",
                Kind.TRANSFER,
                Sample(
                    "Er is € 320,00 bijgeschreven op je rekening NL** **** **** **44 17 van SMID TECHNIEK op 13-05-2026.",
                    "320.00 EUR",
                    counterparty="SMID TECHNIEK",
                    account="4417",
                    when="2026-05-13",
                ),
            ),
        ),
    ),
)
