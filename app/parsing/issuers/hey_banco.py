"""Hey Banco. Card alerts, Mexico."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "hey-banco",
        "Hey Banco",
        ("heybanco.com", "hey.inc"),
        "MX",
        "MXN",
        (
            Layout(
                "card-spend",
                OUT,
                "la transacción que realizaste con tu&&fue exitosa",
                {"Comercio": "counterparty", "Cantidad": "amount", "Fecha y hora de la transacción": "datetime"},
                Kind.PURCHASE,
                Sample(
                    "La transacción que realizaste con tu Debito Hey con terminación **1884 fue exitosa.\nComercio: PAPELERIA LUNA\nCantidad: $149.00\nFecha y hora de la transacción: 08/04/2026 - 13:33 hrs",
                    "149.00 MXN",
                    counterparty="PAPELERIA LUNA",
                    account="1884",
                    when="2026-04-08T13:33:00",
                ),
                also=("con terminación {account} fue exitosa",),
            ),
        ),
    ),
)
