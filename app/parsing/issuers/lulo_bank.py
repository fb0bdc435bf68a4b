"""Lulo Bank. Account alerts, Colombia."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("lulo-bank", "Lulo Bank", ("lulobank.com",), "CO", "COP"),)
