"""Yappy and Banco General, Panama."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "yappy",
        "Yappy",
        (
            "bgeneral.com",
            "yappy.com.pa",
        ),
        "PA",
        "USD",
        (
            Format(
                "received",
                IN,
                "{counterparty} te envió {amount} Fecha: {date}",
                Kind.TRANSFER,
                Sample(
                    "yappy\nYaritza M. te envió $12.00\nFecha: 10-may-2026\nComentario: almuerzo",
                    "12.00 USD",
                    counterparty="Yaritza M.",
                    when="2026-05-10",
                ),
                seen=True,
            ),
            Format(
                "sent",
                OUT,
                "Enviaste {amount} a {counterparty} Fecha: {date}",
                Kind.TRANSFER,
                Sample(
                    "yappy\nEnviaste $7.50 a Rubén C.\nFecha: 11-may-2026\nComentario: taxi",
                    "7.50 USD",
                    counterparty="Rubén C.",
                    when="2026-05-11",
                ),
            ),
            Format(
                "card-spend",
                OUT,
                "Banco General le informa {words} compra por {amount} en {counterparty} con su tarjeta [Visa|Mastercard|Clave] [terminada en |]{account} el {date}",
                Kind.PURCHASE,
                Sample(
                    "Banco General le informa que se realizó una compra por $18.40 en SUPER RINCON con su tarjeta Visa terminada en 2210 el 12/05/2026.",
                    "18.40 USD",
                    counterparty="SUPER RINCON",
                    account="2210",
                    when="2026-05-12",
                ),
            ),
        ),
        aliases=("yappy",),
    ),
)
