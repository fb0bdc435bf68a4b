"""Papara. Wallet and card alerts, Turkey."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("papara", "Papara", ("papara.com",), "TR", "TRY"),)
