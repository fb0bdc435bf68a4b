"""BillDesk. Acknowledges payments to many billers; one to SBI Card is a credit on that card, as from a card's issuer."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "billdesk",
        "BillDesk",
        ("billdesk.in", "billdesk.com"),
        "IN",
        "INR",
        (
            Layout(
                "sbi-card-paynet",
                IN,
                "thank you for using sbi card paynet",
                {
                    "Card No": "account",
                    "Payment Amount (Rs Ps)": "number",
                    "Payment Date": "date",
                    "Transaction Identification Number": "reference",
                },
                Kind.BILL_PAYMENT,
                Sample(
                    "Dear Sir / Madam,\nThank you for using SBI Card Paynet. Your payment details are:\nCard No : xxxx xxxx xxxx 2675\nPayment Amount (Rs Ps) : 4350.00\nPayment Date : 3rd March 2026\nTransaction Identification Number : SBIC0303202211415",
                    "4350.00 INR",
                    account="2675",
                    when="2026-03-03",
                    reference="SBIC0303202211415",
                ),
                seen=True,
            ),
        ),
        shop=True,
    ),
)
