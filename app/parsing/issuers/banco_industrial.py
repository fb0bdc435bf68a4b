"""Banco Industrial. Card alerts, Guatemala."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "banco-industrial",
        "Banco Industrial",
        ("corporacionbi.com",),
        "GT",
        "GTQ",
        (
            Format(
                "card-spend",
                OUT,
                "Consumo con su [TD|TC|Tarjeta de Débito|Tarjeta de Crédito] [Visa |Mastercard |MC |]{account} por {amount} en {counterparty} el {datetime}. [Aut.|Autorización|Autorización:] {reference}",
                Kind.PURCHASE,
                Sample(
                    "BI le informa: Consumo con su TD Visa ****6634 por Q.350.00 en TIENDA DON LUCHO el 22/02/2026 12:10:15. Aut. 440218. Si no reconoce esta transacción llame al 1717.",
                    "350.00 GTQ",
                    counterparty="TIENDA DON LUCHO",
                    account="6634",
                    when="2026-02-22T12:10:15",
                    reference="440218",
                ),
                seen=True,
            ),
            Format(
                "withdrawal",
                OUT,
                "Retiro con su [TD|TC|Tarjeta de Débito] [Visa |Mastercard |MC |]{account} por {amount} en {counterparty} el {datetime}. [Aut.|Autorización|Autorización:] {reference}",
                Kind.WITHDRAWAL,
                Sample(
                    "BI le informa: Retiro con su TD Visa ****6634 por Q.500.00 en ATM ZONA 10 el 23/02/2026 08:02:11. Aut. 440377.",
                    "500.00 GTQ",
                    counterparty="ATM ZONA 10",
                    account="6634",
                    when="2026-02-23T08:02:11",
                    reference="440377",
                ),
            ),
        ),
    ),
)
