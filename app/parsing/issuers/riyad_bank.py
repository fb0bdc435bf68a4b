"""Riyad Bank. Account and card alerts, Saudi Arabia."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("riyad-bank", "Riyad Bank", ("riyadbank.com",), "SA", "SAR"),)
