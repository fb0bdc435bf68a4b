"""Bancolombia. Purchases, payments and transfers received."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bancolombia",
        "Bancolombia",
        ("notificacionesbancolombia.com",),
        "CO",
        "COP",
        (
            Format(
                "card-spend",
                OUT,
                "Compra por {amount} en {counterparty} {time}. {date} [T.Cred|T.Deb] {account}.",
                Kind.PURCHASE,
                Sample(
                    "Compra por $58.400,00 en TIENDA LA 85 13:48. 04/02/2026 T.Cred *8850.",
                    "58400.00 COP",
                    counterparty="TIENDA LA 85",
                    account="8850",
                    when="2026-02-04T13:48:00",
                ),
            ),
            Format(
                "paid",
                OUT,
                "Pagaste {amount} a {counterparty} desde tu producto {account} el {datetime}.",
                Kind.BILL_PAYMENT,
                Sample(
                    "Pagaste $87,640.00 a Gas del Valle SA desde tu producto *4412 el 22/01/2026 09:31.",
                    "87640.00 COP",
                    counterparty="Gas del Valle SA",
                    account="4412",
                    when="2026-01-22T09:31:00",
                ),
            ),
            Format(
                "received",
                IN,
                "recepción transferencia de {counterparty} por {amount} en la cuenta {account}. {datetime}",
                Kind.TRANSFER,
                Sample(
                    "recepción transferencia de MELISSA AVENDAÑO por $42,300 en la cuenta *1175. 01/03/2026 10:06",
                    "42300 COP",
                    counterparty="MELISSA AVENDAÑO",
                    account="1175",
                    when="2026-03-01T10:06:00",
                ),
            ),
        ),
        aliases=("bancolombia",),
    ),
)
