"""M&T Bank. Account alerts, United States."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("mtb", "M&T Bank", ("mtb.com",), "US", "USD", month_first=True),)
