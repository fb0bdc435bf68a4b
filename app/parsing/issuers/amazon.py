"""Amazon outside India. Refunds that have been credited; orders and parcels move no money yet."""

from app.domain.transaction import Kind
from app.parsing.formats import IN, Format, Issuer, Notice, Sample

ISSUERS = (
    Issuer(
        "amazon",
        "Amazon",
        (
            "amazon.com",
            "amazon.co.uk",
            "amazon.ca",
            "amazon.com.au",
            "amazon.de",
            "amazon.fr",
            "amazon.es",
            "amazon.it",
            "amazon.com.mx",
            "amazon.com.br",
            "amazon.ae",
            "amazon.sg",
        ),
        "US",
        "USD",
        (
            Format(
                "refund-gift",
                IN,
                "refund of {amount} [has been|was] [credited|issued] to your [Amazon |]gift card balance on {date}",
                Kind.REFUND,
                Sample(
                    "Your refund of $18.40 has been credited to your gift card balance on April 15, 2026.",
                    "18.40 USD",
                    counterparty="Amazon",
                    when="2026-04-15",
                ),
                counterparty="Amazon",
            ),
        ),
        notices=(
            Notice(
                "shipping",
                "Your package was shipped",
                "Your package was shipped!\nArriving Monday, April 6\nShipment total: $37.62",
            ),
            Notice(
                "shipping",
                "Your parcel was delivered",
                "Your parcel was delivered. It was handed directly to a resident.\nOrder total £24.99",
            ),
            Notice("scheduled", "Thanks for your pre-order", "Thanks for your pre-order.\nEstimated total: $34.99"),
        ),
        month_first=True,
        shop=True,
    ),
)
