"""Banco Popular Dominicano. Card alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "banco-popular-do",
        "Banco Popular Dominicano",
        (
            "bpd.com.do",
            "popularenlinea.com",
        ),
        "DO",
        "DOP",
        (
            Format(
                "card-spend",
                OUT,
                "Usted realizó un consumo por {amount} en {counterparty} con su tarjeta de [crédito|débito] [Popular |]terminada en {account}, el {date} a las {time}",
                Kind.PURCHASE,
                Sample(
                    "Estimado cliente: Usted realizó un consumo por RD$1,500.00 en FERRETERIA AMERICANA con su tarjeta de crédito Popular terminada en 4471, el 01/06/2026 a las 01:04 PM.\nBalance disponible: RD$28,410.33",
                    "1500.00 DOP",
                    counterparty="FERRETERIA AMERICANA",
                    account="4471",
                    when="2026-06-01T13:04:00",
                ),
                seen=True,
            ),
            Format(
                "withdrawal",
                OUT,
                "Usted realizó un retiro por {amount} en {counterparty} con su tarjeta de [crédito|débito] [Popular |]terminada en {account}, el {date} a las {time}",
                Kind.WITHDRAWAL,
                Sample(
                    "Estimado cliente: Usted realizó un retiro por RD$4,000.00 en CAJERO LINCOLN con su tarjeta de débito Popular terminada en 4471, el 03/06/2026 a las 05:20 PM.",
                    "4000.00 DOP",
                    counterparty="CAJERO LINCOLN",
                    account="4471",
                    when="2026-06-03T17:20:00",
                ),
            ),
        ),
    ),
)
