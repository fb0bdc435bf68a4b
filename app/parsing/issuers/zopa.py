"""Zopa. Card alerts, United Kingdom."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("zopa", "Zopa", ("zopa.com",), "GB", "GBP"),)
