"""National Bank of Egypt. Card and account alerts, Egypt."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "nbe",
        "National Bank of Egypt",
        ("nbe.com.eg",),
        "EG",
        "EGP",
    ),
)
