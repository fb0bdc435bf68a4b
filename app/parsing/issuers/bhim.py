"""BHIM. UPI payments of the national app."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bhim",
        "BHIM",
        (
            "npci.org.in",
            "bhimupi.org.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "paid",
                OUT,
                "You have [successfully |]paid {amount} to {counterparty} [via|using] BHIM. UPI [Ref|Transaction] [No|ID][:] {rrn}",
                Kind.TRANSFER,
                Sample(
                    "You have successfully paid ₹220 to Hema Stationers via BHIM. UPI Ref No: 612677001122",
                    "220 INR",
                    counterparty="Hema Stationers",
                    reference="612677001122",
                ),
            ),
            Format(
                "received",
                IN,
                "You have received {amount} from {counterparty} [via|using] BHIM. UPI [Ref|Transaction] [No|ID][:] {rrn}",
                Kind.TRANSFER,
                Sample(
                    "You have received ₹520 from Tarun Sethi via BHIM. UPI Ref No: 612677001133",
                    "520 INR",
                    counterparty="Tarun Sethi",
                    reference="612677001133",
                ),
            ),
        ),
    ),
)
