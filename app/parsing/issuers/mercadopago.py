"""Mercado Pago. Transfers and payments, Latin America."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "mercadopago",
        "Mercado Pago",
        (
            "mercadopago.com",
            "mercadopago.com.ar",
            "mercadopago.com.mx",
            "mercadopago.com.br",
            "mercadopago.cl",
        ),
        "AR",
        "ARS",
        (
            Format(
                "transfer-in",
                IN,
                "{counterparty} te transfirió {amount}",
                Kind.TRANSFER,
                Sample(
                    "¡Recibiste dinero!\nFlorencia Bazán te transfirió\n$ 15.300,50\nYa está disponible y generando rendimientos.",
                    "15300.50 ARS",
                    counterparty="Florencia Bazán",
                ),
                seen=True,
            ),
            Format(
                "transfer-out",
                OUT,
                "Le transferiste {amount} a {counterparty}. ",
                Kind.TRANSFER,
                Sample(
                    "Le transferiste $ 8.200 a Ramiro Ferreyra. Ya está en su cuenta.", "8200 ARS", counterparty="Ramiro Ferreyra"
                ),
            ),
            Format(
                "paid",
                OUT,
                "Pagaste {amount} a {counterparty}. ",
                Kind.PURCHASE,
                Sample(
                    "¡Listo! Pagaste $ 4.350,90 a Almacén Doña Pepa. Usaste tu dinero en cuenta.",
                    "4350.90 ARS",
                    counterparty="Almacén Doña Pepa",
                ),
            ),
        ),
        aliases=("mercadopago",),
    ),
)
