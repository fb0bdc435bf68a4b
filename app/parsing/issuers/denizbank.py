"""DenizBank. Account and card alerts, Turkey."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("denizbank", "DenizBank", ("denizbank.com",), "TR", "TRY"),)
