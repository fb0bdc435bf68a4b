"""Banregio. Account and card alerts, Mexico."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("banregio", "Banregio", ("banregio.com",), "MX", "MXN"),)
