"""CIMB. DuitNow and card alerts, Malaysia."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "cimb",
        "CIMB",
        (
            "cimb.com",
            "cimbclicks.com.my",
            "cimbbank.com.my",
            "cimb.com.my",
        ),
        "MY",
        "MYR",
        (
            Format(
                "duitnow",
                OUT,
                "DuitNow transfer of {amount} to {counterparty} from [a/c|account] ending {account} on {datetime} is successful",
                Kind.TRANSFER,
                Sample(
                    "Your DuitNow transfer of MYR1,350.00 to SRI PETALING MGMT CORP from a/c ending 4420 on 02-Feb-2026 09:58:11 is successful.\nRecipient Reference: MAINT FEB",
                    "1350.00 MYR",
                    counterparty="SRI PETALING MGMT CORP",
                    account="4420",
                    when="2026-02-02T09:58:11",
                ),
                seen=True,
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} was charged [to|on] your CIMB [Credit|Debit] Card ending [in |]{account} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "MYR 64.20 was charged to your CIMB Debit Card ending 4420 at KEDAI BUKU MERANTI on 05-Feb-2026 18:20:44.",
                    "64.20 MYR",
                    counterparty="KEDAI BUKU MERANTI",
                    account="4420",
                    when="2026-02-05T18:20:44",
                ),
            ),
        ),
        aliases=(
            "cimb",
            "cimbclicks",
        ),
    ),
)
