"""C6 Bank. Card and Pix, Brazil."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "c6",
        "C6 Bank",
        (
            "c6bank.com.br",
            "c6bank.com",
        ),
        "BR",
        "BRL",
        (
            Format(
                "card",
                OUT,
                "[Compra aprovada|Compra de|compra aprovada|compra] [no valor de |de |]{amount} em {counterparty} [no|com o] cartão [de crédito |de débito |][final |com final |terminado em |]{account} em {datetime}",
                Kind.PURCHASE,
                Sample(
                    "C6 Bank: Compra aprovada no valor de R$ 89,90 em PADARIA SOL no cartão final 4417 em 12/05/2026 às 13:20.",
                    "89.90 BRL",
                    counterparty="PADARIA SOL",
                    account="4417",
                    when="2026-05-12T13:20:00",
                ),
            ),
            Format(
                "pix-in",
                IN,
                "[Você recebeu|Voce recebeu] um Pix de {amount} de {counterparty}. ",
                Kind.TRANSFER,
                Sample(
                    "Você recebeu um Pix de R$ 150,00 de JULIA ROCHA. O valor já está na sua conta.",
                    "150.00 BRL",
                    counterparty="JULIA ROCHA",
                ),
            ),
            Format(
                "pix-out",
                OUT,
                "[Você enviou|Você fez|Voce enviou] um Pix de {amount} para {counterparty}. ",
                Kind.TRANSFER,
                Sample(
                    "Você enviou um Pix de R$ 60,00 para CAIO DIAS. O comprovante está no app.",
                    "60.00 BRL",
                    counterparty="CAIO DIAS",
                ),
            ),
        ),
        aliases=("c6bank",),
    ),
)
