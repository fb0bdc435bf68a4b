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
                seen=True,
            ),
            Format(
                "received",
                IN,
                "You received {amount} from {counterparty}. ",
                Kind.TRANSFER,
                Sample("You received €85.00 from Aoife Brannigan.", "85.00 EUR", counterparty="Aoife Brannigan"),
                seen=True,
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
                seen=True,
            ),
            Format(
                "card-spend",
                OUT,
                "You spent {amount} at {counterparty}. [Your|Card]",
                Kind.PURCHASE,
                Sample("You spent £12.30 at PETRA FALAFEL. Your balance is £88.10.", "12.30 GBP", counterparty="PETRA FALAFEL"),
            ),
            Format(
                "pocket-topup",
                IN,
                "Your Pocket has been credited successfully Transaction date[:] {datetime} Amount credited[:] {amount}",
                Kind.TOPUP,
                Sample(
                    "Your Pocket has been credited successfully\nTransaction date: 4 May 2026 9:15 AM IST\nAmount credited: ₹500\nYour current Pocket balance is ₹750.",
                    "500 INR",
                    when="2026-05-04T09:15:00+05:30",
                ),
            ),
            Format(
                "sent-es-subject",
                OUT,
                "Enviaste {amount} a {counterparty}",
                Kind.TRANSFER,
                Sample(
                    "Transfer details...",
                    "247.68 EUR",
                    counterparty="SAMI BEN LATIF",
                    subject="Enviaste EUR 247,68 a SAMI BEN LATIF",
                ),
                where="subject",
            ),
            Format(
                "paid-es-subject",
                OUT,
                "Pagaste {amount} en {counterparty}",
                Kind.PURCHASE,
                Sample(
                    "Hola Sam,\nEl martes, 8 mayo, 10:08",
                    "64.50 MXN",
                    counterparty="OXIO",
                    when="2026-05-08T10:08:00",
                    subject="Pagaste 64,50 MXN en OXIO",
                ),
                where="subject",
                also=("El {datetime}",),
            ),
            Format(
                "order-es",
                OUT,
                "Has pagado {amount} por tu pedido",
                Kind.PURCHASE,
                Sample("Has pagado €15.99 por tu pedido.", "15.99 EUR", counterparty="Fanfare", subject="Tu pedido de Fanfare"),
                also=("Tu pedido de {counterparty}",),
            ),
        ),
        aliases=("revolut",),
    ),
)
