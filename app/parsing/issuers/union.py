"""Union Bank of India. New sender domain unionbankofindia.bank.in, older ones live beside it."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "union",
        "Union Bank of India",
        (
            "unionbankofindia.bank.in",
            "unionbankofindia.bank",
            "unionbankofindia.co.in",
            "unionbankofindia.com",
        ),
        "IN",
        "INR",
        (
            Layout(
                "transfer-debit",
                OUT,
                "transaction details&&debited from&&payee name",
                {"Amount": "amount", "Debited From": "account", "Payee Name": "counterparty", "Bank Ref. No": "reference"},
                Kind.TRANSFER,
                Sample(
                    "Transaction Details:\nTransfer Type - IMPS\nAmount - INR 4,000.00\nDebited From - XXXXXXXX3321\nPayee Name - SUBHASH GHOSH\nBank Ref. No. - 612455667788",
                    "4000.00 INR",
                    counterparty="SUBHASH GHOSH",
                    account="3321",
                    reference="612455667788",
                ),
            ),
            Format(
                "sms-debit",
                OUT,
                "[Your SB |]A/c {account} Debited for {amount} on {datetime} by {words} ref no {rrn}",
                Kind.OTHER,
                Sample(
                    "A/c *3321 Debited for Rs:250.00 on 06-05-2026 10:22:31 by Mob Bk ref no 612633445566. Avl Bal Rs:4210.10",
                    "250.00 INR",
                    account="3321",
                    when="2026-05-06T10:22:31",
                    reference="612633445566",
                ),
            ),
            Format(
                "sms-credit",
                IN,
                "[Your SB |]A/c {account} Credited for {amount} on {datetime} by {words} ref no {rrn}",
                Kind.OTHER,
                Sample(
                    "A/c *3321 Credited for Rs:900.00 on 07-05-2026 10:22:31 by Mob Bk ref no 612733445566. Avl Bal Rs:5110.10",
                    "900.00 INR",
                    account="3321",
                    when="2026-05-07T10:22:31",
                    reference="612733445566",
                ),
            ),
        ),
        aliases=("unionbankofindia",),
    ),
)
