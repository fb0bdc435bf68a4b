"""slice. UPI and transfers of its bank account, card repayments. Old sender domain sliceit.com, new slice.bank.in."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Notice, Sample

ISSUERS = (
    Issuer(
        "slice",
        "slice",
        (
            "slice.bank.in",
            "sliceit.com",
            "slicepay.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "sent",
                OUT,
                "You have sent {amount} via [UPI|IMPS|NEFT|RTGS] from your slice [bank|savings] [account|a/c] [ending |]{account}",
                Kind.TRANSFER,
                Sample(
                    "You have sent ₹420 via UPI from your slice bank account xx0298. Avl. Bal. ₹1,200.10\nTransaction date | 02-May-26\nTo | BLUE KETTLE\nRRN | 612674346774",
                    "420 INR",
                    counterparty="BLUE KETTLE",
                    account="0298",
                    when="2026-05-02",
                    reference="612674346774",
                ),
                also=(
                    "To {counterparty} RRN",
                    "RRN {rrn}",
                    "Transaction date {date}",
                ),
            ),
            Format(
                "received",
                IN,
                "You have received {amount} via [UPI|IMPS|NEFT|RTGS] in your slice [bank|savings] [account|a/c] [ending |]{account}",
                Kind.TRANSFER,
                Sample(
                    "You have received ₹1,612.41 via IMPS in your slice bank a/c xx3003!\nTransaction Date | 11-May-26\nFrom | ANKIT BOSE\nIMPS Ref No | 613174346774",
                    "1612.41 INR",
                    counterparty="ANKIT BOSE",
                    account="3003",
                    when="2026-05-11",
                    reference="613174346774",
                ),
                also=(
                    "[From|Sender Name] {counterparty} [RRN|IMPS|Ref]",
                    "[RRN|Ref No] {rrn}",
                    "Transaction Date {date}",
                ),
            ),
            Format(
                "debited",
                OUT,
                "{amount} debited from your slice bank account {account} via [UPI|IMPS|NEFT|RTGS]",
                Kind.TRANSFER,
                Sample(
                    "₹20 debited from your slice bank account xx8002 via UPI.\nTransaction date | 02-May-26\nTo | ISTARA PARKS PRIVATE LIMITED\nRRN | 612574346774",
                    "20 INR",
                    counterparty="ISTARA PARKS PRIVATE LIMITED",
                    account="8002",
                    when="2026-05-02",
                    reference="612574346774",
                ),
                also=(
                    "To {counterparty} RRN",
                    "RRN {rrn}",
                    "Transaction date {date}",
                ),
            ),
            Format(
                "transfer",
                OUT,
                "[IMPS|RTGS|NEFT] transaction of {amount} from your slice [bank|savings] [account|a/c] [ending |]{account} [is successful|has been completed successfully]",
                Kind.TRANSFER,
                Sample(
                    "IMPS transaction of ₹2,500 from your slice bank a/c xx0298 is successful!\nDate | 05-May-26\nBeneficiary Name | RITU ANAND\nIMPS Ref No | 612587346774",
                    "2500 INR",
                    counterparty="RITU ANAND",
                    account="0298",
                    when="2026-05-05",
                    reference="612587346774",
                ),
                also=(
                    "Beneficiary Name {counterparty} [IMPS|RTGS|NEFT|Beneficiary]",
                    "[IMPS|RTGS|NEFT] Ref No {reference}",
                    "Date {date}",
                ),
            ),
            Format(
                "card-bill",
                IN,
                "received your repayment of {amount} for the slice credit card",
                Kind.BILL_PAYMENT,
                Sample("We’ve received your repayment of ₹3,210 for the slice credit card.", "3210 INR"),
            ),
        ),
        notices=(
            Notice(
                "not_moved",
                "transaction of {balance} from your slice {words} has been initiated",
                "A transaction of ₹500 from your slice bank account xx0298 has been initiated. We will tell you once it is done.",
            ),
        ),
    ),
)
