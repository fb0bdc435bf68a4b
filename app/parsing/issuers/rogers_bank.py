"""Rogers Bank. Card alerts, Canada."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("rogers-bank", "Rogers Bank", ("rogersbank.com",), "CA", "CAD"),)
