"""MobiKwik. Wallet and bills."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "mobikwik",
        "MobiKwik",
        ("mobikwik.com",),
        "IN",
        "INR",
        (
            Format(
                "paid",
                OUT,
                "You [have |]paid {amount} to {counterparty} [using|from] [your |]MobiKwik [Wallet|wallet|Zip|UPI|balance]",
                Kind.PURCHASE,
                Sample(
                    "You have paid Rs.185 to FRESH FARE using your MobiKwik Wallet. Order ID: MBK6120011",
                    "185 INR",
                    counterparty="FRESH FARE",
                ),
            ),
            Format(
                "added",
                IN,
                "{amount} [has been |is |][successfully |]added to your MobiKwik [Wallet|wallet]",
                Kind.TOPUP,
                Sample("Rs.500 has been successfully added to your MobiKwik Wallet.", "500 INR"),
            ),
            Format(
                "bill",
                OUT,
                "[payment|bill payment] of {amount} [for|towards] {counterparty} [was|is] successful on MobiKwik",
                Kind.BILL_PAYMENT,
                Sample(
                    "Your bill payment of Rs.742 for Tata Power Delhi was successful on MobiKwik.",
                    "742 INR",
                    counterparty="Tata Power Delhi",
                ),
            ),
        ),
        aliases=("mobikwik",),
    ),
)
