"""JazzCash. Wallet, Pakistan."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "jazzcash",
        "JazzCash",
        ("jazzcash.com.pk",),
        "PK",
        "PKR",
        (
            Format(
                "sent",
                OUT,
                "You have [successfully |]sent {amount} to {counterparty} [on|at] {datetime}. [TID|Trx ID|Transaction ID][:] {reference}",
                Kind.TRANSFER,
                Sample(
                    "You have successfully sent PKR 1,500.00 to IMRAN ALI on 12/05/2026 13:20. TID: 612599001122.",
                    "1500.00 PKR",
                    counterparty="IMRAN ALI",
                    when="2026-05-12T13:20:00",
                    reference="612599001122",
                ),
            ),
        ),
        aliases=("jazzcash",),
    ),
)
