"""SEB. Account and card alerts, Sweden."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("seb", "SEB", ("seb.se",), "SE", "SEK"),)
