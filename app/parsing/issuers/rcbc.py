"""RCBC. Account and card alerts, Philippines."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("rcbc", "RCBC", ("rcbc.com",), "PH", "PHP"),)
