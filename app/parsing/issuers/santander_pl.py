"""Santander Bank Polska. Account and card alerts, Poland."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("santander-pl", "Santander Bank Polska", ("santander.pl",), "PL", "PLN"),)
