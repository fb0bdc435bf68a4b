"""Navy Federal Credit Union. Card and account alerts, United States."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "navy-federal",
        "Navy Federal Credit Union",
        ("navyfederal.org",),
        "US",
        "USD",
        month_first=True,
        aliases=("navyfederal",),
    ),
)
