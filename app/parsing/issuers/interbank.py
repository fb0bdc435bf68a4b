"""Interbank. Plin, transfers and card purchases, Peru."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "interbank",
        "Interbank",
        (
            "netinterbank.com.pe",
            "interbank.pe",
            "interbank.com.pe",
        ),
        "PE",
        "PEN",
        (
            Layout(
                "plin",
                OUT,
                "constancia de pago plin",
                {
                    "Código de operación": "reference",
                    "Cuenta cargo": "account",
                    "Destinatario": "counterparty",
                    "Moneda y monto": "amount",
                    "Monto": "amount",
                },
                Kind.TRANSFER,
                Sample(
                    "Constancia de Pago Plin\n10 Feb 2026 05:52 PM\nCódigo de operación: | 02917745\nCuenta cargo: | Ahorro Sueldo Soles\n108 3047711904\nDestinatario: | Graciela Toro Vilca\nDestino: | Plin\nMoneda y monto: | S/ 24.60",
                    "24.60 PEN",
                    counterparty="Graciela Toro Vilca",
                    account="1904",
                    when="2026-02-10T17:52:00",
                    reference="02917745",
                ),
                also=("Constancia de Pago Plin {datetime}",),
                seen=True,
            ),
            Layout(
                "transfer",
                OUT,
                "constancia de transferencia",
                {
                    "Código de operación": "reference",
                    "Cuenta cargo": "account",
                    "Cuenta de cargo": "account",
                    "Destinatario": "counterparty",
                    "Beneficiario": "counterparty",
                    "Moneda y monto": "amount",
                    "Monto": "amount",
                },
                Kind.TRANSFER,
                Sample(
                    "Constancia de Transferencia\n11 Feb 2026 09:10 AM\nCódigo de operación: | 02918801\nCuenta cargo: | Ahorro Sueldo Soles\n108 3047711904\nDestinatario: | Rómulo Paz Ayala\nMoneda y monto: | S/ 310.00",
                    "310.00 PEN",
                    counterparty="Rómulo Paz Ayala",
                    account="1904",
                    when="2026-02-11T09:10:00",
                    reference="02918801",
                ),
                also=("Constancia de Transferencia {datetime}",),
            ),
        ),
        aliases=("interbank",),
    ),
)
