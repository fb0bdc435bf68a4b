"""Bank Millennium. Account and card alerts, Poland."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("millennium-pl", "Bank Millennium", ("bankmillennium.pl",), "PL", "PLN"),)
