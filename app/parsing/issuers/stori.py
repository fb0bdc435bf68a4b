"""Stori. Card alerts, Mexico."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("stori", "Stori", ("storicard.com",), "MX", "MXN"),)
