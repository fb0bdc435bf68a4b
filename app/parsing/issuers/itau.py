"""Itaú. Card purchases."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

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
                seen=True,
            ),
            Format(
                "card-approved",
                OUT,
                "Compra aprovada no [seu |]cartão [de crédito |de débito |][Itaú |]final {account} - {counterparty} valor {amount} em {date}[,|] [às|as] {time}",
                Kind.PURCHASE,
                Sample(
                    "Compra aprovada no seu cartão Itaú final 1234 - MERCADO DAS FLORES valor R$ 129,90 em 12/05/2026 às 19:33.",
                    "129.90 BRL",
                    counterparty="MERCADO DAS FLORES",
                    account="1234",
                    when="2026-05-12T19:33:00",
                ),
            ),
            Format(
                "pix-sent",
                OUT,
                "Você fez um Pix de {amount} para {counterparty} em {date} às {time}",
                Kind.TRANSFER,
                Sample(
                    "Você fez um Pix de R$ 80,00 para Luana Prado em 13/05/2026 às 10:02.",
                    "80.00 BRL",
                    counterparty="Luana Prado",
                    when="2026-05-13T10:02:00",
                ),
            ),
            Format(
                "pix-got",
                IN,
                "Você recebeu um Pix de {amount} de {counterparty} em {date} às {time}",
                Kind.TRANSFER,
                Sample(
                    "Você recebeu um Pix de R$ 95,00 de Luana Prado em 14/05/2026 às 11:15.",
                    "95.00 BRL",
                    counterparty="Luana Prado",
                    when="2026-05-14T11:15:00",
                ),
            ),
        ),
    ),
)
