"""SBI Card. Cards of SBI Cards and Payment Services; BillDesk acknowledges what is paid to them."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "sbicard",
        "SBI Card",
        ("sbicard.com",),
        "IN",
        "INR",
        (
            Format(
                "card-upi",
                OUT,
                "{amount} spent on your SBI Credit Card ending [with ]{account} at {counterparty} on {date} via UPI (Ref No. {reference})",
                Kind.PURCHASE,
                Sample(
                    "Rs.145.00 spent on your SBI Credit Card ending with 3390 at ShreeBartanBhandar on 01-02-26 via UPI (Ref No. 698462795242).",
                    "145.00 INR",
                    counterparty="ShreeBartanBhandar",
                    account="3390",
                    when="2026-02-01",
                    reference="698462795242",
                ),
                seen=True,
            ),
            Format(
                "card-spend",
                OUT,
                "{amount} spent on your SBI Credit Card ending [with ]{account} at {counterparty} on {date}",
                Kind.PURCHASE,
                Sample(
                    "Rs.1,346.25 spent on your SBI Credit Card ending 2675 at SAHYADRIPETROLSUPPLY on 10/05/26.",
                    "1346.25 INR",
                    counterparty="SAHYADRIPETROLSUPPLY",
                    account="2675",
                    when="2026-05-10",
                ),
                seen=True,
            ),
            Format(
                "emandate",
                OUT,
                "Transaction of {amount} at {counterparty} against E-mandate (SiHub ID - {word}) registered by you at merchant has been debited to your SBI Credit Card ending {account} on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "Transaction of Rs.200.00 at Nimbus Cloud against E-mandate (SiHub ID - ABC123DEF4) registered by you at merchant has been debited to your SBI Credit Card ending 2675 on 15-01-26.",
                    "200.00 INR",
                    counterparty="Nimbus Cloud",
                    account="2675",
                    when="2026-01-15",
                ),
            ),
            Format(
                "card-used",
                OUT,
                "Your SBI [Credit Card|Card] ending [with |in |]{account} [has been |was |]used for {amount} at {counterparty} on {date}",
                Kind.PURCHASE,
                Sample(
                    "Your SBI Credit Card ending 3456 has been used for Rs 4,567.89 at TULIP JEWELS on 21/05/26.",
                    "4567.89 INR",
                    counterparty="TULIP JEWELS",
                    account="3456",
                    when="2026-05-21",
                ),
            ),
            Format(
                "refund",
                IN,
                "{amount} has been credited to your SBI [Credit Card|Card] ending [with |in |]{account} [towards refund from|from|against refund by] {counterparty} on {date}",
                Kind.REFUND,
                Sample(
                    "Rs.1,299.00 has been credited to your SBI Credit Card ending 3456 towards refund from TULIP JEWELS on 25/05/26.",
                    "1299.00 INR",
                    counterparty="TULIP JEWELS",
                    account="3456",
                    when="2026-05-25",
                ),
            ),
        ),
    ),
)
