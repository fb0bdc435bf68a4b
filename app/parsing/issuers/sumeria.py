"""Sumeria. Card payments and cash, told in the subject, in French."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "sumeria",
        "Sumeria",
        ("sumeria.eu",),
        "FR",
        "EUR",
        (
            Format(
                "cash",
                OUT,
                "- {amount} au distributeur",
                Kind.WITHDRAWAL,
                Sample("", "60.00 EUR", subject="- 60,00 € au distributeur"),
                where="subject",
                seen=True,
            ),
            Format(
                "card-spend",
                OUT,
                "- {amount} à {counterparty}",
                Kind.PURCHASE,
                Sample("", "22.40 EUR", counterparty="BOULANGERIE ARNAUD", subject="- 22,40 € à BOULANGERIE ARNAUD"),
                where="subject",
                seen=True,
            ),
            Format(
                "refund",
                IN,
                "La somme a été recréditée",
                Kind.REVERSAL,
                Sample(
                    "La somme a été recréditée.",
                    "1.00 EUR",
                    counterparty="LAFOURCHE",
                    subject="+ 1,00 € de LAFOURCHE - Paiement annulé",
                ),
                also=("+ {amount} de {counterparty} - Paiement annulé",),
            ),
        ),
    ),
)
