"""Neo Financial. Card alerts, Canada."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("neo-financial", "Neo Financial", ("neofinancial.com",), "CA", "CAD"),)
