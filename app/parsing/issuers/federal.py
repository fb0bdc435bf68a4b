"""Federal Bank. Accounts and cards, Scapia among them. Old sender domain federalbank.co.in, new federal.bank.in."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "federal",
        "Federal Bank",
        (
            "federalbank.co.in",
            "federal.bank.in",
        ),
        "IN",
        "INR",
        (
            Format(
                "card-spent-at",
                OUT,
                "You have spent {amount} at {counterparty} on {date}",
                Kind.PURCHASE,
                Sample(
                    "Dear Customer, You have spent Rs. USD 5.90 at Openpad Labs on 30-05-2026. If this was not you, block the card.",
                    "5.90 USD",
                    counterparty="Openpad Labs",
                    when="2026-05-30",
                ),
            ),
            Format(
                "card-thanks",
                IN,
                "Thank you for your payment of {amount} towards your [Federal Bank |][credit card|Credit Card] [ending with {account}|]",
                Kind.BILL_PAYMENT,
                Sample(
                    "Thank you for your payment of Rs 1,656.00 towards your credit card ending with xx2693.",
                    "1656.00 INR",
                    account="2693",
                ),
            ),
            Format(
                "upi-txn",
                OUT,
                "{amount} has been debited from your Federal Bank A/c {account} towards UPI txn to {vpa} on {date}. UPI Ref: {reference}",
                Kind.TRANSFER,
                Sample(
                    "INR 800.00 has been debited from your Federal Bank A/c XX6789 towards UPI txn to suresh.k@ybl on 15/05/2026. UPI Ref: 640512345678. Bal: INR 10200.00",
                    "800.00 INR",
                    counterparty="suresh.k@ybl",
                    account="6789",
                    when="2026-05-15",
                    reference="640512345678",
                ),
            ),
            Format(
                "upi-debit-vpa",
                OUT,
                "{amount} debited via UPI on {datetime} to VPA {vpa}. Ref No {reference}.",
                Kind.TRANSFER,
                Sample(
                    "Rs 500.00 debited via UPI on 12-05-2026 19:33:11 to VPA lotusfoods@ybl. Ref No 612345678901. Small txns? Use UPI Lite! -Federal Bank",
                    "500.00 INR",
                    counterparty="lotusfoods@ybl",
                    when="2026-05-12T19:33:11",
                    reference="612345678901",
                ),
            ),
        ),
        aliases=("federalbank",),
    ),
)
