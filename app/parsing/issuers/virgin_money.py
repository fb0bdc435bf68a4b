"""Virgin Money. Card alerts, United Kingdom."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("virgin-money", "Virgin Money", ("virginmoney.com",), "GB", "GBP"),)
