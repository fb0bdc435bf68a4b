"""Davibank (once Scotiabank), Costa Rica. Card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "davibank",
        "Davibank",
        (
            "davibank.cr",
            "scotiabankcr.com",
        ),
        "CR",
        "CRC",
        (
            Format(
                "card-approved",
                OUT,
                "la transacción realizada en {counterparty}, el día {date} a las {time} con su tarjeta de [crédito|débito] {words}terminada en {account} con número de autorización {fallback} y referencia {reference} por {amount}, fue aprobada",
                Kind.PURCHASE,
                Sample(
                    "DAVIbank le notifica que la transacción realizada en DLC*FAST EATS San Jose Costa Rica, el día 27/03/2026 a las 01:18 PM con su tarjeta de crédito titular MC terminada en 3716 con número de autorización 552804 y referencia 81440927 por CRC 9,860.00, fue aprobada. La compra se facturará en dólares",
                    "9860.00 CRC",
                    counterparty="DLC*FAST EATS San Jose Costa Rica",
                    account="3716",
                    when="2026-03-27T13:18:00",
                    reference="81440927",
                ),
                seen=True,
            ),
        ),
        aliases=("davibank",),
    ),
)
