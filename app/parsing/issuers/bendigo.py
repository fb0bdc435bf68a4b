"""Bendigo Bank. Account alerts, Australia."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("bendigo", "Bendigo Bank", ("bendigobank.com.au",), "AU", "AUD"),)
