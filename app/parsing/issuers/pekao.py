"""Bank Pekao. Account and card alerts, Poland."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("pekao", "Bank Pekao", ("pekao.com.pl",), "PL", "PLN"),)
