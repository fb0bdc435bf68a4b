"""OneCard. Cards by FPL with several banks."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "onecard",
        "OneCard",
        ("getonecard.app",),
        "IN",
        "INR",
        (
            Format(
                "card-spend",
                OUT,
                "Credit Card ending in {account} was used to make a payment. Amount: {amount} Merchant: {counterparty} Date: {date} Time: {time}",
                Kind.PURCHASE,
                Sample(
                    "Credit Card ending in 3921 was used to make a payment.\nAmount:\nINR 425.50\nMerchant:\nSUNDARAM STATIONERS\nDate:\n30/04/2026\nTime:\n10:30:00\nNot",
                    "425.50 INR",
                    counterparty="SUNDARAM STATIONERS",
                    account="3921",
                    when="2026-04-30T10:30:00",
                ),
                seen=True,
            ),
            Format(
                "card-spend-line",
                OUT,
                "spent {amount} on {counterparty} [using|with] your [OneCard|One Card|{word} OneCard] [Credit Card |]ending [in |with |]{account} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "You've spent Rs. 640.00 on KETTLE HOUSE using your OneCard ending in 3921 on 04-05-2026 19:05.",
                    "640.00 INR",
                    counterparty="KETTLE HOUSE",
                    account="3921",
                    when="2026-05-04T19:05:00",
                ),
            ),
        ),
    ),
)
