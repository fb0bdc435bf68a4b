"""BCA. myBCA journals: QRIS, transfers, virtual accounts, Indonesia."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "bca",
        "BCA",
        (
            "bca.co.id",
            "klikbca.com",
        ),
        "ID",
        "IDR",
        (
            Layout(
                "qris",
                OUT,
                "you just made a transaction through&&qris payment",
                {
                    "Status": "status",
                    "Transaction Date": "datetime",
                    "Payment to": "counterparty",
                    "Total Payment": "amount",
                    "Reference No": "reference",
                },
                Kind.PURCHASE,
                Sample(
                    "You just made a transaction through myBCA.\nStatus | : | Successful\nTransaction Date | : | 11 Apr 2026 13:17:08\nTransaction Type | : | QRIS Payment\nPayment to | : | WARUNG PADANG RAYA\nSource of Fund | : | TAHAPAN - 5271****40\nTotal Payment | : | IDR 64,500.00\nReference No. | : | 9527120260411131708441QRS1230990012",
                    "64500.00 IDR",
                    counterparty="WARUNG PADANG RAYA",
                    when="2026-04-11T13:17:08",
                    reference="9527120260411131708441QRS1230990012",
                ),
                seen=True,
            ),
            Layout(
                "transfer",
                OUT,
                "you just made a transaction through&&beneficiary name",
                {
                    "Status": "status",
                    "Transaction Date": "datetime",
                    "Beneficiary Name": "counterparty",
                    "Transfer Amount": "amount",
                    "Amount": "amount",
                    "Reference No": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "You just made a transaction through myBCA.\nStatus | : | Successful\nTransaction Date | : | 12 Apr 2026 09:40:11\nTransfer Type | : | Transfer to BCA Account\nBeneficiary Name | : | WAYAN SUTRISNO\nTransfer Amount | : | IDR 250,000.00\nReference No. | : | 9527120260412094011TRF77120031",
                    "250000.00 IDR",
                    counterparty="WAYAN SUTRISNO",
                    when="2026-04-12T09:40:11",
                    reference="9527120260412094011TRF77120031",
                ),
            ),
            Layout(
                "virtual-account",
                OUT,
                "you just made a transaction through&&virtual account",
                {
                    "Status": "status",
                    "Transaction Date": "datetime",
                    "Company/Product Name": "counterparty",
                    "Company Name": "counterparty",
                    "Total Payment": "amount",
                    "Reference No": "reference",
                },
                Kind.BILL_PAYMENT,
                Sample(
                    "You just made a transaction through myBCA.\nStatus | : | Successful\nTransaction Date | : | 13 Apr 2026 20:01:55\nTransaction Type | : | Transfer to BCA Virtual Account\nCompany/Product Name | : | AIR TIRTA KENCANA\nTotal Payment | : | IDR 118,700.00\nReference No. | : | 9527120260413200155VA00419920",
                    "118700.00 IDR",
                    counterparty="AIR TIRTA KENCANA",
                    when="2026-04-13T20:01:55",
                    reference="9527120260413200155VA00419920",
                ),
            ),
        ),
        aliases=("mybca",),
    ),
)
