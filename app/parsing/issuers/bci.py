"""Bci. Card purchases and transfers, Chile."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "bci",
        "Bci",
        ("bci.cl",),
        "CL",
        "CLP",
        (
            Format(
                "purchase",
                OUT,
                "Informamos a usted que el {date} a las {time} hrs. se ha realizado una COMPRA [INTERNACIONAL|NACIONAL] en {counterparty} con su Tarjeta de Crédito terminada en {account} por {amount}",
                Kind.PURCHASE,
                Sample(
                    "Informamos a usted que el 27/12/2026 a las 21:34 hrs. se ha realizado una COMPRA INTERNACIONAL en LIBROS DEL FARO con su Tarjeta de Crédito terminada en 2041 por USD 1,97.",
                    "1.97 USD",
                    counterparty="LIBROS DEL FARO",
                    account="2041",
                    when="2026-12-27T21:34:00",
                    received="2026-12-27",
                ),
            ),
            Layout(
                "card-spend",
                OUT,
                "compra con tarjeta",
                {
                    "Número tarjeta débito": "account",
                    "Número tarjeta crédito": "account",
                    "Número tarjeta de crédito": "account",
                    "Monto": "amount",
                    "Fecha": "date",
                    "Hora": "time",
                    "Comercio": "counterparty",
                },
                Kind.PURCHASE,
                Sample(
                    "Número tarjeta débito: ****5616\nMonto: $4.000\nFecha: 19/04/2026\nHora: 09:53 horas\nComercio: PANADERIA NIEVES",
                    "4000 CLP",
                    counterparty="PANADERIA NIEVES",
                    account="5616",
                    when="2026-04-19T09:53:00",
                    subject="Compra con tarjeta débito",
                ),
            ),
        ),
    ),
)
