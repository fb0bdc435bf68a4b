"""PC Financial. Card alerts, Canada."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("pc-financial", "PC Financial", ("pcfinancial.ca",), "CA", "CAD"),)
