"""VakıfBank. Account and card alerts, Turkey."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("vakifbank", "VakıfBank", ("vakifbank.com.tr",), "TR", "TRY"),)
