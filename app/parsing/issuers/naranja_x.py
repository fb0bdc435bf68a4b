"""Naranja X. Card alerts, Argentina."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("naranja-x", "Naranja X", ("naranjax.com",), "AR", "ARS"),)
