"""Banreservas. Card alerts in a table, Dominican Republic."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "banreservas",
        "Banreservas",
        (
            "banreservas.com",
            "banreservas.com.do",
        ),
        "DO",
        "DOP",
        (
            Layout(
                "card-spend",
                OUT,
                "se ha realizado una transacción con su tarjeta",
                {"Fecha": "datetime", "Monto": "amount", "Comercio": "counterparty", "Estatus": "status", "Estado": "status"},
                Kind.PURCHASE,
                Sample(
                    "Estimado(a) SAM RIVERA, se ha realizado una transacción con su tarjeta terminada en 3310\nFecha | Monto | Comercio | Estatus\n19/05/2026 | DOP 2,840.50 | SUPERMERCADO NACIONAL | Aprobada",
                    "2840.50 DOP",
                    counterparty="SUPERMERCADO NACIONAL",
                    account="3310",
                    when="2026-05-19",
                ),
                also=("con su tarjeta terminada en {account}",),
                seen=True,
            ),
        ),
        aliases=("banreservas",),
    ),
)
