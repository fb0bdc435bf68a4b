"""Alinma Bank. Account and card alerts, Saudi Arabia."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("alinma", "Alinma Bank", ("alinma.com",), "SA", "SAR"),)
