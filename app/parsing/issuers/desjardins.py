"""Desjardins. Account and card alerts, Canada."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("desjardins", "Desjardins", ("desjardins.com",), "CA", "CAD"),)
