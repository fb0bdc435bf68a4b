"""Davivienda. Debit card movements."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "davivienda",
        "Davivienda",
        ("davivienda.com",),
        "CO",
        "COP",
        (
            Layout(
                "debit-card",
                OUT,
                "clase de movimiento: compra",
                {"Fecha": "date", "Hora": "time", "Valor Transacción": "amount", "Lugar de Transacción": "counterparty"},
                Kind.PURCHASE,
                Sample(
                    "DAVIVIENDA\nApreciado(a) SAM RIVERA:\nLe informamos que se ha registrado el siguiente movimiento de su Tarjeta Debito terminada en ****7714:\nFecha:2026/05/14\nHora:20:08:51\nValor Transacción: $41,600\nClase de Movimiento: Compra Nacional .\nLugar de Transacción: CINE NUBE",
                    "41600 COP",
                    counterparty="CINE NUBE",
                    account="7714",
                    when="2026-05-14T20:08:51",
                    subject="Davivienda",
                ),
                also=("terminada en {account}:",),
                seen=True,
            ),
        ),
        aliases=("davivienda",),
    ),
)
