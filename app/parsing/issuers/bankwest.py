"""Bankwest. Account and card alerts, Australia."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("bankwest", "Bankwest", ("bankwest.com.au",), "AU", "AUD"),)
