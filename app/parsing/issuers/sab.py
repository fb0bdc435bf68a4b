"""SAB. Account and card alerts, Saudi Arabia."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("sab", "SAB", ("sab.com",), "SA", "SAR"),)
