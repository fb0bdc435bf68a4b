"""Klar. Card alerts, Mexico."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("klar", "Klar", ("klar.mx",), "MX", "MXN"),)
