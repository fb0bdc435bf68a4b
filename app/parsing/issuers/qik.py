"""Qik. Debit card, Dominican Republic."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "qik",
        "Qik",
        ("qik.do",),
        "DO",
        "DOP",
        (
            Format(
                "card-spend",
                OUT,
                "Usaste tu tarjeta de [débito|crédito] Qik por {amount} en {counterparty}",
                Kind.PURCHASE,
                Sample(
                    "Usaste tu tarjeta de débito Qik por RD$ 896.50 en CLARA DOMINICANA 0235.",
                    "896.50 DOP",
                    counterparty="CLARA DOMINICANA 0235",
                ),
            ),
        ),
    ),
)
