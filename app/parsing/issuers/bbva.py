"""BBVA. Cards, Bizum and transfers, Spain."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bbva",
        "BBVA",
        ("bbva.es",),
        "ES",
        "EUR",
        (
            Format(
                "card-spend",
                OUT,
                "Has hecho un pago de {amount} en {counterparty} con tu tarjeta {account}. {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Has hecho un pago de 1.048,20 € en VIAJES ALCAZABA con tu tarjeta •3306.\n8 de junio de 2026, 13:12",
                    "1048.20 EUR",
                    counterparty="VIAJES ALCAZABA",
                    account="3306",
                    when="2026-06-08T13:12:00",
                ),
                seen=True,
            ),
            Format(
                "bizum-in",
                IN,
                "{counterparty} te ha enviado un Bizum de {amount}",
                Kind.TRANSFER,
                Sample(
                    "Nerea I. te ha enviado un Bizum de 18 €.\nConcepto: cena\n02/04/2026 22:00",
                    "18 EUR",
                    counterparty="Nerea I.",
                    when="2026-04-02T22:00:00",
                ),
                also=("Concepto: {words} {datetime}",),
                seen=True,
            ),
            Format(
                "bizum-out",
                OUT,
                "Has enviado un Bizum de {amount} a {counterparty} Concepto",
                Kind.TRANSFER,
                Sample(
                    "Has enviado un Bizum de 25,50 € a Unai G.\nConcepto: entradas\n05/04/2026 19:31",
                    "25.50 EUR",
                    counterparty="Unai G.",
                    when="2026-04-05T19:31:00",
                ),
                also=("Concepto: {words} {datetime}",),
            ),
            Format(
                "transfer-in",
                IN,
                "Has recibido una transferencia de {amount} de {counterparty} en tu cuenta",
                Kind.TRANSFER,
                Sample(
                    "Has recibido una transferencia de 640,00 € de LAIA SERRAT en tu cuenta terminada en 0417.",
                    "640.00 EUR",
                    counterparty="LAIA SERRAT",
                    account="0417",
                ),
                also=("en tu cuenta [terminada en|acabada en|] {account}",),
            ),
            Format(
                "transfer-out",
                OUT,
                "Has hecho una transferencia de {amount} a {counterparty} desde tu cuenta",
                Kind.TRANSFER,
                Sample(
                    "Has hecho una transferencia de 210,00 € a COMUNIDAD PINAR 4 desde tu cuenta terminada en 0417.",
                    "210.00 EUR",
                    counterparty="COMUNIDAD PINAR 4",
                    account="0417",
                ),
                also=("desde tu cuenta [terminada en|acabada en|] {account}",),
            ),
        ),
    ),
)
