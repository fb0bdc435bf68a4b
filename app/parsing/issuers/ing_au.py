"""ING Australia. Account alerts, Australia."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("ing-au", "ING Australia", ("ing.com.au",), "AU", "AUD"),)
