"""Banamex. Account movements, Mexico."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "banamex",
        "Banamex",
        (
            "banamex.com",
            "citibanamex.com",
        ),
        "MX",
        "MXN",
        (
            Layout(
                "withdrawal",
                OUT,
                "se realizó la siguiente operación: retiro/compra",
                {"Monto": "amount", "Fecha y hora": "datetime", "Estatus": "status", "No. Autorización": "reference"},
                Kind.WITHDRAWAL,
                Sample(
                    "Ene 30, 2026 11:08:41 AM\nSe realizó la siguiente operación: Retiro/Compra\nSAM RIVERA\nCheques M.N. ***846\nDetalle de la operación\nMonto | $ 3,500.00 M.N.\nFecha y hora | 30 Enero 2026 / 11:08:00\nEstatus | Exitoso\nNo. Autorización | 612207",
                    "3500.00 MXN",
                    account="846",
                    when="2026-01-30T11:08:00",
                    reference="612207",
                ),
                also=("[Cheques|Débito|Tarjeta|MiCuenta|Cuenta] [M.N. |]{account} Detalle",),
                seen=True,
            ),
            Layout(
                "deposit",
                IN,
                "se realizó la siguiente operación: depósito",
                {"Monto": "amount", "Fecha y hora": "datetime", "Estatus": "status", "No. Autorización": "reference"},
                Kind.TRANSFER,
                Sample(
                    "abr 29, 2026 01:47:00 AM\nSe realizó la siguiente operación: Depósito a cuenta o tarjeta\nSAM RIVERA\nCheques ***846\nDetalle de la operación\nMonto $ 27,305.60 M.N.\nFecha y hora 29 abril 2026 / 01:47:00\nNo. Autorización 81203",
                    "27305.60 MXN",
                    account="846",
                    when="2026-04-29T01:47:00",
                    reference="81203",
                ),
                also=("[Cheques|Débito|Tarjeta|MiCuenta|Cuenta] [M.N. |]{account} Detalle",),
                seen=True,
            ),
            Layout(
                "transfer-out",
                OUT,
                "se realizó la siguiente operación: transferencia",
                {
                    "Monto": "amount",
                    "Fecha y hora": "datetime",
                    "Estatus": "status",
                    "No. Autorización": "reference",
                    "Beneficiario": "counterparty",
                    "Nombre del beneficiario": "counterparty",
                },
                Kind.TRANSFER,
                Sample(
                    "mar 12, 2026 09:15:02 AM\nSe realizó la siguiente operación: Transferencia a otros bancos\nSAM RIVERA\nCheques ***846\nDetalle de la operación\nBeneficiario | ELENA QUIROZ\nMonto | $ 1,250.00 M.N.\nFecha y hora | 12 marzo 2026 / 09:15:00\nEstatus | Exitoso\nNo. Autorización | 99120",
                    "1250.00 MXN",
                    counterparty="ELENA QUIROZ",
                    account="846",
                    when="2026-03-12T09:15:00",
                    reference="99120",
                ),
                also=("[Cheques|Débito|Tarjeta|MiCuenta|Cuenta] [M.N. |]{account} Detalle",),
            ),
            Layout(
                "card",
                OUT,
                "se realizó la siguiente operación: retiro / compra",
                {
                    "Monto": "amount",
                    "Establecimiento": "counterparty",
                    "Fecha y hora": "datetime",
                    "Estatus": "status",
                    "No. Autorización": "reference",
                },
                Kind.PURCHASE,
                Sample(
                    "26 may 2026, 11:44 h.\nSe realizó la siguiente operación: Retiro / Compra\nSAM RIVERA\nCONQUISTA BANAMEX**117\nDetalle de la operación\nMonto\n$377.00\nEstablecimiento\nECOMMERCE SAN PEDRO MEX\nFecha y hora\n2026/05/26 11:44:43 AM\nEstatus\nExitoso\nNo. Autorización\n300227",
                    "377.00 MXN",
                    counterparty="ECOMMERCE SAN PEDRO MEX",
                    account="117",
                    when="2026-05-26T11:44:43",
                    reference="300227",
                ),
                also=("BANAMEX{account} Detalle",),
            ),
        ),
        aliases=(
            "banamex",
            "citibanamex",
        ),
    ),
)
