"""Inbursa. Account and card alerts, Mexico."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("inbursa", "Inbursa", ("inbursa.com",), "MX", "MXN"),)
