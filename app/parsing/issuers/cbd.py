"""Commercial Bank of Dubai. Account and card alerts, United Arab Emirates."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("cbd", "Commercial Bank of Dubai", ("cbd.ae",), "AE", "AED"),)
