"""Swedbank. Account and card alerts, Sweden."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("swedbank", "Swedbank", ("swedbank.se",), "SE", "SEK"),)
