"""Halkbank. Account and card alerts, Turkey."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("halkbank", "Halkbank", ("halkbank.com.tr",), "TR", "TRY"),)
