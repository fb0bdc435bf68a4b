"""PostFinance. Notices of bookings, Switzerland."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "postfinance",
        "PostFinance",
        ("postfinance.ch",),
        "CH",
        "CHF",
        (
            Format(
                "credit-fr",
                IN,
                "Un montant de {amount} a été crédité sur votre compte {iban} le {date}. Donneur d'ordre: {counterparty} Motif: {purpose}",
                Kind.TRANSFER,
                Sample(
                    "Un montant de CHF 12’480.00 a été crédité sur votre compte CH** **** **** **** *669 0 le 25.01.2026.\nDonneur d’ordre: Horlogerie du Lac SA\nMotif: SALAIRE JANVIER",
                    "12480.00 CHF",
                    counterparty="Horlogerie du Lac SA",
                    account="6690",
                    when="2026-01-25",
                    kind=Kind.SALARY,
                ),
                seen=True,
            ),
            Format(
                "debit-fr",
                OUT,
                "Un montant de {amount} a été débité de votre compte {iban} le {date}. Bénéficiaire: {counterparty} [Motif:|Communication:]",
                Kind.TRANSFER,
                Sample(
                    "Un montant de CHF 240.00 a été débité de votre compte CH** **** **** **** *669 0 le 27.01.2026.\nBénéficiaire: Régie Bellerive\nMotif: parking",
                    "240.00 CHF",
                    counterparty="Régie Bellerive",
                    account="6690",
                    when="2026-01-27",
                ),
            ),
            Format(
                "credit-de",
                IN,
                "Ihrem Konto {iban} wurde am {date} ein Betrag von {amount} gutgeschrieben. Auftraggeber: {counterparty} [Mitteilung:|Zahlungszweck:] {purpose}",
                Kind.TRANSFER,
                Sample(
                    "Ihrem Konto CH** **** **** **** *669 0 wurde am 28.01.2026 ein Betrag von CHF 95.00 gutgeschrieben.\nAuftraggeber: Verein Aarelauf\nMitteilung: Rückzahlung",
                    "95.00 CHF",
                    counterparty="Verein Aarelauf",
                    account="6690",
                    when="2026-01-28",
                ),
            ),
        ),
        aliases=("postfinance",),
    ),
)
