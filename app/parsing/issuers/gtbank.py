"""GTBank. GeNS notices, Nigeria."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "gtbank",
        "GTBank",
        ("gtbank.com",),
        "NG",
        "NGN",
        (
            Layout(
                "debit",
                OUT,
                "a debit transaction occurred",
                {
                    "Account Number": "account",
                    "Description": "counterparty",
                    "Amount": "amount",
                    "Value Date": "date",
                    "Time of Transaction": "time",
                    "Document Number": "reference",
                },
                Kind.PURCHASE,
                Sample(
                    "GTBank\nDear SAM RIVERA,\nGuaranty Trust Bank Electronic Notification Service (GeNS)\nWe wish to inform you that a DEBIT transaction occurred on your account with us.\nThe details of this transaction are shown below:\nTransaction Notification\nAccount Number | : | ******0417\nTransaction Location | : | E- CHANNELS\nDescription | : | WEB PUR SAMPLECLOUD CC SAMPLE.COM IE 000001 WPGTID01\nAmount | : | NGN 4,920.00\nValue Date | : | 03-Jun-2026\nRemarks | : | -\nTime of Transaction | : | 7:12:05 PM\nDocument Number | : | 401177\nThe balances on this account as at 7:12:05 PM are as follows;\nCurrent Balance | : | NGN 61,330.18\nAvailable Balance | : | NGN 60,330.18\nThe privacy and security of your Bank Account details is important to us. dial *737*51*1#.",
                    "4920.00 NGN",
                    counterparty="WEB PUR SAMPLECLOUD CC SAMPLE.COM IE 000001 WPGTID01",
                    account="0417",
                    when="2026-06-03T19:12:05",
                    reference="401177",
                ),
                seen=True,
            ),
            Layout(
                "credit",
                IN,
                "a credit transaction occurred",
                {
                    "Account Number": "account",
                    "Amount": "amount",
                    "Value Date": "date",
                    "Time of Transaction": "time",
                    "Document Number": "reference",
                },
                Kind.TRANSFER,
                Sample(
                    "GTBank\nDear SAM RIVERA,\nGuaranty Trust Bank Electronic Notification Service (GeNS)\nWe wish to inform you that a CREDIT transaction occurred on your account with us.\nThe details of this transaction are shown below:\nTransaction Notification\nAccount Number | : | ******0417\nTransaction Location | : | E- CHANNELS\nDescription | : | NIP TRANSFER FROM ADAEZE OKWUOSA TO SAM RIVERA\nAmount | : | NGN 150,000.00\nValue Date | : | 11-Feb-2026\nRemarks | : | -\nTime of Transaction | : | 9:02:15 AM\nDocument Number | : | 880214\nThe balances on this account as at 9:02:15 AM are as follows;\nCurrent Balance | : | NGN 61,330.18\nAvailable Balance | : | NGN 60,330.18\nThe privacy and security of your Bank Account details is important to us. dial *737*51*1#.",
                    "150000.00 NGN",
                    counterparty="ADAEZE OKWUOSA",
                    account="0417",
                    when="2026-02-11T09:02:15",
                    reference="880214",
                    subject="Transaction Notification",
                ),
                also=("NIP TRANSFER FROM {counterparty} TO",),
                seen=True,
            ),
        ),
    ),
)
