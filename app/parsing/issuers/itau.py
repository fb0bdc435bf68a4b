"""Itaú. Card purchases."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "itau",
        "Itaú",
        (
            "itau-unibanco.com.br",
            "itau.com.br",
        ),
        "BR",
        "BRL",
        (
            Layout(
                "card-spend",
                OUT,
                "compra aprovada no seu cartão",
                {"Valor": "amount", "Local": "counterparty", "Data e hora": "datetime"},
                Kind.PURCHASE,
                Sample(
                    "Olá, Sam\nCompra aprovada no seu cartão ITAU MULT final 1187\nValor | R$ 89,90\nLocal | LIVRARIA DO PORTO\nData e hora | 16/04/2026 às 13h38\nParcele em até 12x a partir de R$ 5,00 por parcela.",
                    "89.90 BRL",
                    counterparty="LIVRARIA DO PORTO",
                    account="1187",
                    when="2026-04-16T13:38:00",
                    subject="Compra aprovada no seu cartão final 1187",
                ),
                also=("final {account}",),
            ),
        ),
    ),
)
