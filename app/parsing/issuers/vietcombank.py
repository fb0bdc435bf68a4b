"""Vietcombank. Receipts of VCB Digibank, Vietnam."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "vietcombank",
        "Vietcombank",
        ("vietcombank.com.vn",),
        "VN",
        "VND",
        (
            Layout(
                "transfer",
                OUT,
                "payment receipt&&debit account",
                {
                    "Trans. Date, Time": "datetime",
                    "Order Number": "reference",
                    "Debit Account": "account",
                    "Beneficiary Name": "counterparty",
                    "Amount": "amount",
                },
                Kind.TRANSFER,
                Sample(
                    "Biên lai chuyển tiền qua tài khoản\n(Payment Receipt)\nTrans. Date, Time | 09:04:11 Thứ Năm 30/04/2026\nOrder Number | 1120038845\nDebit Account | ******7702\nBeneficiary Name | TRAN THI HOA\nAmount | 2,500,000 VND\nCharge Amount | 2,200 VND",
                    "2500000 VND",
                    counterparty="TRAN THI HOA",
                    account="7702",
                    when="2026-04-30T09:04:11",
                    reference="1120038845",
                ),
                seen=True,
            ),
        ),
        aliases=("vietcombank",),
    ),
)
