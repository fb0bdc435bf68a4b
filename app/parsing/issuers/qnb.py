"""QNB. Card and account alerts, Qatar."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "qnb",
        "QNB",
        (
            "qnb.com",
            "qnb.com.qa",
        ),
        "QA",
        "QAR",
    ),
)
