"""ČSOB. Advices of booked payments, Czechia."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Issuer, Layout, Sample

TABLE = {"Název protistrany": "counterparty", "Datum účtování": "date", "Částka": "amount"}

ISSUERS = (
    Issuer(
        "csob_cz",
        "ČSOB",
        ("csob.cz",),
        "CZ",
        "CZK",
        (
            Layout(
                "in",
                IN,
                "zaúčtována transakce typu: Příchozí úhrada",
                TABLE,
                Kind.TRANSFER,
                Sample(
                    "dne 25.3.2026 byla na účtu 291622941 zaúčtována transakce typu: Příchozí úhrada okamžitá.\nParametry platby\nÚčet | 291622941/0300\nÚčet protistrany | 5508932004/5500\nNázev protistrany | Milan Horák\nDatum účtování | 25.3.2026\nČástka | +1 250,00 CZK",
                    "1250.00 CZK",
                    counterparty="Milan Horák",
                    account="2941",
                    when="2026-03-25",
                ),
                also=("byla na účtu {account} zaúčtována",),
            ),
            Layout(
                "out",
                OUT,
                "zaúčtována transakce typu: Odchozí úhrada",
                TABLE,
                Kind.TRANSFER,
                Sample(
                    "dne 26.3.2026 byla na účtu 291622941 zaúčtována transakce typu: Odchozí úhrada.\nParametry platby\nÚčet | 291622941/0300\nÚčet protistrany | 5508932004/5500\nNázev protistrany | Studio Lípa\nDatum účtování | 26.3.2026\nČástka | -640,00 CZK",
                    "640.00 CZK",
                    counterparty="Studio Lípa",
                    account="2941",
                    when="2026-03-26",
                ),
                also=("byla na účtu {account} zaúčtována",),
            ),
        ),
    ),
)
