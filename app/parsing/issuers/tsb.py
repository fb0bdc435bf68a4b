"""TSB. Account alerts, United Kingdom."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("tsb", "TSB", ("tsb.co.uk",), "GB", "GBP"),)
