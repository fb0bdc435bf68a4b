"""MTN Mobile Money, Ghana and its neighbours."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "mtn-momo",
        "MTN MoMo",
        (
            "mtn.com",
            "mtn.com.gh",
        ),
        "GH",
        "GHS",
        (
            Format(
                "received",
                IN,
                "Payment received for {amount} from {counterparty} Current Balance",
                Kind.TRANSFER,
                Sample(
                    "Payment received for GHS 50.00 from KOFI SAMPLE Current Balance: GHS 120.00. Transaction ID: 12345678901.",
                    "50.00 GHS",
                    counterparty="KOFI SAMPLE",
                    reference="12345678901",
                ),
                also=("Transaction ID: {reference}",),
            ),
            Format(
                "sent",
                OUT,
                "Payment made for {amount} to {counterparty}. Current Balance",
                Kind.TRANSFER,
                Sample(
                    "Payment made for GHS 20.00 to AMA STORES. Current Balance: GHS 100.00. Transaction ID: 12345678902.",
                    "20.00 GHS",
                    counterparty="AMA STORES",
                    reference="12345678902",
                ),
                also=("Transaction ID: {reference}",),
            ),
        ),
    ),
)
