"""Banco Santander, Spain. Card, receipt and Bizum notices."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Notice, Sample

ISSUERS = (
    Issuer(
        "santander-es",
        "Santander",
        (
            "bancosantander.es",
            "gruposantander.es",
            "santander.es",
        ),
        "ES",
        "EUR",
        (
            Format(
                "card-spend",
                OUT,
                "se ha realizado una compra con tu tarjeta [terminada en |]{account} por importe de {amount} en {counterparty} el {date} a las {time}",
                Kind.PURCHASE,
                Sample(
                    "Te informamos de que se ha realizado una compra con tu tarjeta terminada en 7715 por importe de 45,30 EUR en LIBRERIA EL FARO el 12/03/2026 a las 19:58 h.\nLímite diario de compras: 1.500,00 EUR.",
                    "45.30 EUR",
                    counterparty="LIBRERIA EL FARO",
                    account="7715",
                    when="2026-03-12T19:58:00",
                ),
                seen=True,
            ),
            Format(
                "atm",
                OUT,
                "se ha realizado una retirada de efectivo con tu tarjeta [terminada en |]{account} por importe de {amount} en {counterparty} el {date} a las {time}",
                Kind.WITHDRAWAL,
                Sample(
                    "Te informamos de que se ha realizado una retirada de efectivo con tu tarjeta terminada en 7715 por importe de 60,00 EUR en CAJERO PLAZA NUEVA el 13/03/2026 a las 09:41 h.",
                    "60.00 EUR",
                    counterparty="CAJERO PLAZA NUEVA",
                    account="7715",
                    when="2026-03-13T09:41:00",
                ),
            ),
            Format(
                "receipt",
                OUT,
                "se ha cargado en tu cuenta [terminada en |]{account} un recibo de {amount} de {counterparty}. ",
                Kind.BILL_PAYMENT,
                Sample(
                    "Te informamos de que el 15/06/2026 se ha cargado en tu cuenta terminada en 7715 un recibo de 64,12 € de AGUAS DEL NORTE.",
                    "64.12 EUR",
                    counterparty="AGUAS DEL NORTE",
                    account="7715",
                    when="2026-06-15",
                ),
                also=("el {date} se ha cargado",),
            ),
        ),
        notices=(
            Notice(
                "upcoming_debit",
                "se cargará en tu cuenta",
                "Te avisamos de que el 15/06/2026 se cargará en tu cuenta terminada en 7715 un recibo de 64,12 € de AGUAS DEL NORTE.",
            ),
        ),
    ),
)
