"""MB WAY. Transfers between phones, Portugal."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "mbway",
        "MB WAY",
        (
            "mbway.pt",
            "sibs.pt",
        ),
        "PT",
        "EUR",
        (
            Format(
                "sent",
                OUT,
                "Enviou {amount} para {counterparty} ({word}) {datetime}",
                Kind.TRANSFER,
                Sample(
                    "MB WAY\nEnviou 25,00 € para Inês Q. (91*****07)\n27-04-2026 20:58\nLimite mensal disponível: 725,00 €",
                    "25.00 EUR",
                    counterparty="Inês Q.",
                    when="2026-04-27T20:58:00",
                ),
                seen=True,
            ),
            Format(
                "received",
                IN,
                "Recebeu {amount} de {counterparty} ({word}) {datetime}",
                Kind.TRANSFER,
                Sample(
                    "MB WAY\nRecebeu 12,50 € de Duarte M. (93*****41)\n28-04-2026 13:04",
                    "12.50 EUR",
                    counterparty="Duarte M.",
                    when="2026-04-28T13:04:00",
                ),
            ),
        ),
        aliases=("mbway",),
    ),
)
