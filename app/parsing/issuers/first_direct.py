"""First Direct. Account alerts, United Kingdom."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("first-direct", "First Direct", ("firstdirect.com",), "GB", "GBP"),)
