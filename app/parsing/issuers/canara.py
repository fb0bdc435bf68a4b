"""Canara Bank. UPI and account alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Notice, Sample

ISSUERS = (
    Issuer(
        "canara",
        "Canara Bank",
        (
            "canarabank.com",
            "canarabank.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "upi-debit",
                OUT,
                "An amount of {amount} has been DEBITED on {date} from your account {account} to {counterparty} with UPI Ref No.:{reference}",
                Kind.TRANSFER,
                Sample(
                    "An amount of INR 360.00 has been DEBITED on 10/04/26 from your account XXXX2741 to BALAJI STORES with UPI Ref No.:610000666184.",
                    "360.00 INR",
                    counterparty="BALAJI STORES",
                    account="2741",
                    when="2026-04-10",
                    reference="610000666184",
                ),
                seen=True,
            ),
            Format(
                "upi-credit",
                IN,
                "An amount of {amount} has been CREDITED on {date} to your account {account} from {counterparty} with UPI Ref No.:{reference}",
                Kind.TRANSFER,
                Sample(
                    "An amount of INR 4,200.00 has been CREDITED on 03/06/26 to your account XXXX2741 from TARUN KESWANI with UPI Ref No.:615400889944.",
                    "4200.00 INR",
                    counterparty="TARUN KESWANI",
                    account="2741",
                    when="2026-06-03",
                    reference="615400889944",
                ),
                seen=True,
            ),
            Format(
                "account-debit",
                OUT,
                "An amount of {amount} has been [DEBITED|debited] [to|from] your [account|A/c] {account} on {date} [towards|for|by] {narration}. [Total|Avail]",
                Kind.OTHER,
                Sample(
                    "An amount of INR 236.00 has been DEBITED to your account XXX714 on 10/05/2026 towards SMS CHARGES. Total Avail.bal INR 4,120.00 - Canara Bank",
                    "236.00 INR",
                    counterparty="SMS CHARGES",
                    account="714",
                    when="2026-05-10",
                    kind=Kind.FEE,
                ),
            ),
            Format(
                "account-credit",
                IN,
                "An amount of {amount} has been [CREDITED|credited] to your [account|A/c] {account} on {date} [towards|by|from] {narration}. [Total|Avail]",
                Kind.OTHER,
                Sample(
                    "An amount of INR 4,500.00 has been CREDITED to your account XXX714 on 11/05/2026 towards NEFT by RIVERSTONE LLP. Total Avail.bal INR 8,620.00 - Canara Bank",
                    "4500.00 INR",
                    counterparty="RIVERSTONE LLP",
                    account="714",
                    when="2026-05-11",
                    kind=Kind.TRANSFER,
                ),
            ),
            Format(
                "neft-credit",
                IN,
                "An amount of {amount} has been [CREDITED|credited] to {account} on {date} towards [NEFT|IMPS|RTGS] by Sender {counterparty}, IFSC {word}, Sender A/c {word}, [{words} |]UTR {reference}",
                Kind.TRANSFER,
                Sample(
                    "An amount of INR 500.00 has been credited to XXXX1234 on 12/05/2026 towards NEFT by Sender LOTUS LTD, IFSC HDFC0000001, Sender A/c XXXX1111, LOTUS, UTR HDFCN12345678, Total Avail Bal INR 900.00",
                    "500.00 INR",
                    counterparty="LOTUS LTD",
                    account="1234",
                    when="2026-05-12",
                    reference="HDFCN12345678",
                ),
            ),
        ),
        notices=(
            Notice(
                "other",
                "free transactions at Canara ATMs in this month",
                "You have 3 free transactions at Canara ATMs in this month",
            ),
        ),
        aliases=("canara",),
    ),
)
