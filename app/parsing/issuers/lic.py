"""LIC. Premiums received."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "lic",
        "LIC",
        (
            "licindia.in",
            "licindia.com",
        ),
        "IN",
        "INR",
        (
            Format(
                "premium",
                OUT,
                "[received|Received] [the |]premium [payment |]of {amount} [towards|for|under] [your |][Policy|policy] [No. |no. |number |]{reference} on {date}",
                Kind.BILL_PAYMENT,
                Sample(
                    "We have received premium of Rs. 4,512.00 towards your Policy No. 902211334 on 06/05/2026.",
                    "4512.00 INR",
                    counterparty="LIC",
                    when="2026-05-06",
                    reference="902211334",
                ),
                counterparty="LIC",
            ),
        ),
        aliases=("licindia",),
    ),
)
