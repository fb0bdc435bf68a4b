"""OPay. Wallet transfers, Nigeria."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "opay",
        "OPay",
        (
            "opay-nigeria.com",
            "opayweb.com",
            "opay-inc.com",
        ),
        "NG",
        "NGN",
        (
            Layout(
                "transfer",
                OUT,
                "your transfer was successful",
                {
                    "Transaction Amount": "amount",
                    "Recipient": "counterparty",
                    "Transaction Date": "datetime",
                    "Transaction No": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "Dear Customer, your transfer was successful.\nTransaction Amount | ₦12,400.00\nFee | ₦10.00\nRecipient | BISI SAMPLE AROWOLO\nBank | Guaranty Trust Bank\nTransaction Date | 2026-04-09 13:19:44\nTransaction No. | 260409010100771920004417",
                    "12400.00 NGN",
                    counterparty="BISI SAMPLE AROWOLO",
                    when="2026-04-09T13:19:44",
                    reference="260409010100771920004417",
                ),
                seen=True,
            ),
        ),
        aliases=("opay",),
    ),
)
