"""RAKBANK. Account and card alerts, United Arab Emirates."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("rakbank", "RAKBANK", ("rakbank.ae",), "AE", "AED"),)
