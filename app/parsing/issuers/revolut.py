"""Revolut. Payments and money received, in English and Spanish."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "revolut",
        "Revolut",
        ("revolut.com",),
        "GB",
        "GBP",
        (
            Format(
                "paid",
                OUT,
                "You made a payment of {amount} to {counterparty}. Your new balance",
                Kind.PURCHASE,
                Sample(
                    "You made a payment of €27.40 to Northlight Cinema.\nYour new balance",
                    "27.40 EUR",
                    counterparty="Northlight Cinema",
                ),
            ),
            Format(
                "received",
                IN,
                "You received {amount} from {counterparty}. ",
                Kind.TRANSFER,
                Sample("You received €85.00 from Aoife Brannigan.", "85.00 EUR", counterparty="Aoife Brannigan"),
            ),
            Layout(
                "sent-es",
                OUT,
                "tu transferencia fue exitosa",
                {"Para": "counterparty", "Enviado": "amount", "El": "datetime"},
                Kind.TRANSFER,
                Sample(
                    "Revolut\nTu transferencia fue exitosa\nHola Sam,\nEnviaste EUR 318,45 a Lucía Ferrandiz. Puedes encontrar los datos a continuación:\nPara\nLucía Ferrandiz\nEnviado\nEUR 318,45\nReferencia\nAlquiler febrero\nEl\nmartes, 17 febrero, 11:04\nLlegada esperada\nHoy",
                    "318.45 EUR",
                    counterparty="Lucía Ferrandiz",
                    when="2026-02-17T11:04:00",
                    received="2026-02-17",
                ),
            ),
        ),
        aliases=("revolut",),
    ),
)
