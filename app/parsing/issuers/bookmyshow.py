"""BookMyShow. Tickets booked and paid."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "bookmyshow",
        "BookMyShow",
        ("bookmyshow.com",),
        "IN",
        "INR",
        (
            Layout(
                "booking",
                OUT,
                "booking is confirmed&&booking id",
                {"Amount Paid": "amount", "AMOUNT PAID": "amount", "Booking ID": "reference", "BOOKING ID": "reference"},
                Kind.PURCHASE,
                Sample(
                    "Your booking is confirmed!\nBooking ID | WXK2P44\nTicket amount | Rs.500.00\nConvenience fees | Rs.59.00\nAmount Paid | Rs.559.00",
                    "559.00 INR",
                    counterparty="BookMyShow",
                    reference="WXK2P44",
                ),
                counterparty="BookMyShow",
            ),
        ),
        aliases=("bookmyshow",),
        shop=True,
    ),
)
