"""Vipps and MobilePay. Payments by phone, Nordic countries."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "vipps",
        "Vipps MobilePay",
        (
            "vipps.no",
            "vippsmobilepay.com",
            "mobilepay.dk",
        ),
        "NO",
        "NOK",
        (
            Format(
                "paid-no",
                OUT,
                "Du betalte {amount} til {counterparty}. ",
                Kind.PURCHASE,
                Sample(
                    "Du betalte 89 kr til Bakeriet Nord. Kvitteringen ligger i appen.", "89 NOK", counterparty="Bakeriet Nord"
                ),
            ),
            Format(
                "received-no",
                IN,
                "Du mottok {amount} fra {counterparty}. ",
                Kind.TRANSFER,
                Sample("Du mottok 150 kr fra Ingrid Moe. Pengene er på konto.", "150 NOK", counterparty="Ingrid Moe"),
            ),
            Format(
                "paid-da",
                OUT,
                "Du har betalt {amount}[.|] til {counterparty}. ",
                Kind.PURCHASE,
                Sample(
                    "Du har betalt 65 kr. til Kaffebaren Syd. Kvitteringen ligger i appen.",
                    "65 NOK",
                    counterparty="Kaffebaren Syd",
                ),
            ),
        ),
        aliases=(
            "vipps",
            "mobilepay",
        ),
    ),
)
