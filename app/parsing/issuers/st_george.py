"""St.George Bank. Account and card alerts, Australia."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("st-george", "St.George Bank", ("stgeorge.com.au",), "AU", "AUD"),)
