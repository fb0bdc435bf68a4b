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
            ),
        ),
    ),
)
