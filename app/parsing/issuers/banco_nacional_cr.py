"""Banco Nacional de Costa Rica. Receipts of card purchases and SINPE transfers."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "banco-nacional-cr",
        "Banco Nacional",
        ("bncr.fi.cr",),
        "CR",
        "CRC",
        (
            Layout(
                "card-spend",
                OUT,
                "comprobante de compra",
                {"NRO. AUT": "fallback", "REF": "reference", "TOTAL": "amount", "MASTERCARD": "account", "VISA": "account"},
                Kind.PURCHASE,
                Sample(
                    "Por este medio le hacemos llegar el comprobante de Compra realizada en FERRETERIA LOS PINOS SA SAN JOSE CRI el 23 de Abril de 2026 a las 8:08 p.m.\nFERRETERIA LOS PINOS SA SAN JOSE CRI\nAbr 23, 2026 - 8:08 p.m.\nMASTERCARD ************5127\nNRO. AUT: 418830\nREF: 77120346\nTOTAL: CRC 31264,00",
                    "31264.00 CRC",
                    counterparty="FERRETERIA LOS PINOS SA SAN JOSE CRI",
                    account="5127",
                    when="2026-04-23T20:08:00",
                    reference="77120346",
                ),
                also=("comprobante de Compra realizada en {counterparty} el {datetime}",),
                seen=True,
            ),
        ),
    ),
)
