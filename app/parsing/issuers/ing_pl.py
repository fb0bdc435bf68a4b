"""ING Bank Śląski. Account and card alerts, Poland."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("ing-pl", "ING Bank Śląski", ("ing.pl",), "PL", "PLN"),)
