"""DNB. Account and card alerts, Norway."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("dnb", "DNB", ("dnb.no",), "NO", "NOK"),)
