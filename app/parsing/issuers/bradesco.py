"""Bradesco. Card and Pix, Brazil."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bradesco",
        "Bradesco",
        ("bradesco.com.br",),
        "BR",
        "BRL",
        (
            Format(
                "card-final",
                OUT,
                "Compra aprovada no [seu |]cartão [de crédito |de débito |][Bradesco |]final {account} em {datetime} no valor de {amount} [em |no |no estabelecimento |]{counterparty}. ",
                Kind.PURCHASE,
                Sample(
                    "Compra aprovada no cartão final 1234 em 12/05/2026 19:33 no valor de R$ 129,90 MERCADO DAS FLORES. Se não reconhece, ligue.",
                    "129.90 BRL",
                    counterparty="MERCADO DAS FLORES",
                    account="1234",
                    when="2026-05-12T19:33:00",
                ),
            ),
        ),
        aliases=("bradesco",),
    ),
)
