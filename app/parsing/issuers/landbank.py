"""LandBank. Account alerts, Philippines."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("landbank", "LandBank", ("landbank.com",), "PH", "PHP"),)
