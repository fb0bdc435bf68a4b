"""Simplii Financial. Account alerts, Canada."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("simplii", "Simplii Financial", ("simplii.com",), "CA", "CAD"),)
