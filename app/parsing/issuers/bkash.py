"""bKash. Wallet, Bangladesh."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "bkash",
        "bKash",
        ("bkash.com",),
        "BD",
        "BDT",
        (
            Format(
                "received",
                IN,
                "You have received {amount} from {counterparty}. {words} TrxID {reference} at {datetime}",
                Kind.TRANSFER,
                Sample(
                    "You have received Tk 500.00 from 01XXXXXX441. Fee Tk 0.00. Balance Tk 1,204.00. TrxID CEC5L9QKXA at 12/05/2026 13:20",
                    "500.00 BDT",
                    counterparty="01XXXXXX441",
                    when="2026-05-12T13:20:00",
                    reference="CEC5L9QKXA",
                ),
            ),
        ),
        aliases=("bkash",),
    ),
)
