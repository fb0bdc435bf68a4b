"""Fio banka. Movements of an account, Czechia."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "fio",
        "Fio banka",
        ("fio.cz",),
        "CZ",
        "CZK",
        (
            Format(
                "in",
                IN,
                "Příjem na kontě: {account} Částka: {number} VS:",
                Kind.TRANSFER,
                Sample(
                    "Příjem na kontě: 2100087001\nČástka: 1 020,00\nVS: 12222\nZpráva příjemci: CLENSTVI\nAktuální zůstatek: 4 703,36\nProtiúčet: 291622941/0300",
                    "1020.00 CZK",
                    account="7001",
                ),
            ),
            Format(
                "out",
                OUT,
                "Výdaj na kontě: {account} Částka: {number} VS:",
                Kind.TRANSFER,
                Sample(
                    "Výdaj na kontě: 2100087001\nČástka: 349,00\nVS: 77120\nZpráva příjemci: INTERNET\nAktuální zůstatek: 4 354,36\nProtiúčet: 291622941/0300",
                    "349.00 CZK",
                    account="7001",
                ),
            ),
        ),
    ),
)
