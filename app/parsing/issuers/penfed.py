"""PenFed Credit Union. Account and card alerts, United States."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("penfed", "PenFed Credit Union", ("penfed.org",), "US", "USD", month_first=True),)
