"""Nubank. Pix received."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "nubank",
        "Nubank",
        ("nubank.com.br",),
        "BR",
        "BRL",
        (
            Layout(
                "pix-received",
                IN,
                "transferência pelo pix de",
                {"Valor Recebido": "amount"},
                Kind.TRANSFER,
                Sample(
                    "nu\nTransferência recebida\nVocê recebeu uma transferência pelo Pix de LARISSA MOURA TELES e o valor já está disponível na sua conta do Nubank.\nValor Recebido:\nR$ 2.750,00\n08 FEV às 12:11\nNu Pagamentos S.A. CNPJ 18.236.120/0001-58. Rua Capote Valente, 39. Peça seu empréstimo a partir de R$ 100,00.",
                    "2750.00 BRL",
                    counterparty="LARISSA MOURA TELES",
                    when="2026-02-08T12:11:00",
                    subject="Você recebeu uma transferência pelo Pix!",
                    received="2026-02-08",
                ),
                also=(
                    "transferência pelo Pix de {counterparty} e o valor",
                    "{date} às {time}",
                ),
            ),
        ),
        aliases=("nubank",),
    ),
)
