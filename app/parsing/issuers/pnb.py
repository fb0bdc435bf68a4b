"""Punjab National Bank. Account and UPI alerts."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "pnb",
        "Punjab National Bank",
        (
            "pnb.co.in",
            "pnb.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "debit",
                OUT,
                "Ac {account} Debited with {amount}, {datetime}. Aval Bal",
                Kind.OTHER,
                Sample(
                    "Ac XX8819 Debited with Rs.5000.00, 20-02-2026 07:47:16. Aval Bal",
                    "5000.00 INR",
                    account="8819",
                    when="2026-02-20T07:47:16",
                ),
                seen=True,
            ),
            Format(
                "upi-debit",
                OUT,
                "Ac {account} Debited with {amount} {datetime} thru UPI[ ]. Aval Bal {balance} CR. (UPI Ref ID:{reference})",
                Kind.TRANSFER,
                Sample(
                    "Ac XX8819 Debited with Rs.120.00 11-03-2026 08:53:21 thru UPI . Aval Bal Rs.64308.12 CR. (UPI Ref ID:607014433000)",
                    "120.00 INR",
                    account="8819",
                    when="2026-03-11T08:53:21",
                    reference="607014433000",
                ),
            ),
            Format(
                "upi-credit",
                IN,
                "Ac {account} Credited with {amount} {datetime} thru UPI[ ]. Aval Bal {balance} CR. (UPI Ref ID:{reference})",
                Kind.TRANSFER,
                Sample(
                    "Ac XX8819 Credited with Rs.4750.00 11-03-2026 08:53:21 thru UPI . Aval Bal Rs.64308.12 CR. (UPI Ref ID:607014433993)",
                    "4750.00 INR",
                    account="8819",
                    when="2026-03-11T08:53:21",
                    reference="607014433993",
                ),
                seen=True,
            ),
            Format(
                "credit",
                IN,
                "Ac {account} Credited with {amount}, {datetime}. Aval Bal",
                Kind.OTHER,
                Sample(
                    "Ac XXXXXXXX00123456 Credited with Rs.5000.00, 18-05-2026 11:02:09. Aval Bal Rs.9120.11 CR.",
                    "5000.00 INR",
                    account="3456",
                    when="2026-05-18T11:02:09",
                ),
            ),
            Format(
                "card-used",
                OUT,
                "PNB [Credit Card|Debit Card|Card] [ending |][with |]{account} [has been |was |]used for {amount} at {counterparty} on {datetime}",
                Kind.PURCHASE,
                Sample(
                    "Your PNB Debit Card ending 3344 was used for Rs.450.00 at LAXMI SWEETS on 19-05-2026 17:40:11.",
                    "450.00 INR",
                    counterparty="LAXMI SWEETS",
                    account="3344",
                    when="2026-05-19T17:40:11",
                ),
            ),
            Format(
                "upi-debit-ref",
                OUT,
                "Ac {account} Debited with {amount}, {datetime} thru UPI. Ref:{reference}. Aval Bal",
                Kind.TRANSFER,
                Sample(
                    "Ac XXXXXXXX1234 Debited with Rs.500.00, 12-05-2026 19:33:11 thru UPI. Ref:612345678901. Aval Bal 4500.00 CR",
                    "500.00 INR",
                    account="1234",
                    when="2026-05-12T19:33:11",
                    reference="612345678901",
                ),
            ),
            Format(
                "upi-credit-ref",
                IN,
                "Ac {account} Credited with {amount}, {datetime} thru UPI. Ref:{reference}. Aval Bal",
                Kind.TRANSFER,
                Sample(
                    "Ac XXXXXXXX1234 Credited with Rs.500.00, 12-05-2026 19:33:11 thru UPI. Ref:612345678902. Aval Bal 5500.00 CR",
                    "500.00 INR",
                    account="1234",
                    when="2026-05-12T19:33:11",
                    reference="612345678902",
                ),
            ),
        ),
    ),
)
