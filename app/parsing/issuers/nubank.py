"""Nubank. Pix received."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

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
                seen=True,
            ),
            Format(
                "transfer-out",
                OUT,
                "A transferência para {counterparty}, também cliente do Nubank, foi realizada com sucesso",
                Kind.TRANSFER,
                Sample(
                    "A transferência para Bárbara Marchetti, também cliente do Nubank, foi realizada com sucesso.\nValor Enviado: R$ 280,00\n12 JUN às 01:16",
                    "280.00 BRL",
                    counterparty="Bárbara Marchetti",
                    when="2026-06-12T01:16:00",
                ),
                also=("Valor Enviado: {amount} {datetime}",),
            ),
            Format(
                "pix-in",
                IN,
                "Você recebeu um Pix de {counterparty} e o valor já está disponível",
                Kind.TRANSFER,
                Sample(
                    "Você recebeu um Pix de PAULO SERGIO FARIA e o valor já está disponível.\nValor Recebido: R$ 2.000,00\n06 JUN às 08:21",
                    "2000.00 BRL",
                    counterparty="PAULO SERGIO FARIA",
                    when="2026-06-06T08:21:00",
                ),
                also=("Valor Recebido: {amount} {datetime}",),
            ),
            Format(
                "card",
                OUT,
                "Compra de {amount} em {counterparty}. ",
                Kind.PURCHASE,
                Sample(
                    "Compra de R$ 1.234,56 em MERCADO DAS FLORES. Limite disponível atualizado.",
                    "1234.56 BRL",
                    counterparty="MERCADO DAS FLORES",
                    subject="Compra aprovada",
                ),
            ),
            Format(
                "transfer-made",
                OUT,
                "Você fez uma [transferência|transferência pelo Pix|transferência via Pix] de {amount} para {counterparty}. ",
                Kind.TRANSFER,
                Sample(
                    "Você fez uma transferência de R$ 50,00 para Luana Prado. A transferência foi concluída.",
                    "50.00 BRL",
                    counterparty="Luana Prado",
                ),
            ),
            Format(
                "transfer-got",
                IN,
                "Você recebeu uma [transferência|transferência pelo Pix|transferência via Pix] de {amount} de {counterparty}. ",
                Kind.TRANSFER,
                Sample(
                    "Você recebeu uma transferência de R$ 50,00 de Luana Prado. O valor já está na sua conta.",
                    "50.00 BRL",
                    counterparty="Luana Prado",
                ),
            ),
        ),
        aliases=("nubank",),
    ),
)
