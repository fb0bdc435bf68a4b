"""IRCTC. Railway tickets."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "irctc",
        "IRCTC",
        ("irctc.co.in",),
        "IN",
        "INR",
        (
            Layout(
                "booking",
                OUT,
                "e-ticket is confirmed",
                {"Total Fare": "amount", "Transaction ID": "reference", "Date & Time of Booking": "datetime"},
                Kind.PURCHASE,
                Sample(
                    "This is a system generated mail.\nThank you for using IRCTC's online rail reservation facility. Your e-ticket is confirmed.\nPNR No. : 4520906330\nTrain No. / Name : 12785 / KACHEGUDA EXP\nDate of Journey : 17-Mar-2026\nTransaction ID : 100005312343284\nDate & Time of Booking : 27-Feb-2026 08:03:51\nTicket Fare : Rs. 1450.00\nIRCTC Convenience Fee (Incl. of GST) : Rs. 35.40\nTravel Insurance Premium : Rs. 0.90\nTotal Fare : Rs. 1486.30",
                    "1486.30 INR",
                    counterparty="IRCTC",
                    when="2026-02-27T08:03:51",
                    reference="100005312343284",
                ),
                counterparty="IRCTC",
                seen=True,
            ),
        ),
    ),
)
