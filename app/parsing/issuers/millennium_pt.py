"""Millennium bcp. Card and account alerts, Portugal."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "millennium-bcp",
        "Millennium bcp",
        ("millenniumbcp.pt",),
        "PT",
        "EUR",
        (
            Format(
                "card-spend",
                OUT,
                "[Compra|compra] de {amount} em {counterparty} com o cartão [terminado em |final |]{account} em {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Informamos que foi efetuada uma compra de 24,50 EUR em LIVRARIA MAR com o cartão terminado em 4417 em 12/05/2026 às 13:20.",
                    "24.50 EUR",
                    counterparty="LIVRARIA MAR",
                    account="4417",
                    when="2026-05-12T13:20:00",
                ),
            ),
            Format(
                "transfer-in",
                IN,
                "[Recebeu|recebeu] uma transferência de {amount} de {counterparty} na [sua |]conta [terminada em |]{account}",
                Kind.TRANSFER,
                Sample(
                    "Recebeu uma transferência de 150,00 EUR de RITA MOTA na sua conta terminada em 4417.",
                    "150.00 EUR",
                    counterparty="RITA MOTA",
                    account="4417",
                ),
            ),
        ),
        aliases=("millenniumbcp",),
    ),
)
