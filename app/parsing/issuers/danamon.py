"""Bank Danamon. Account and card alerts, Indonesia."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("danamon", "Bank Danamon", ("danamon.co.id",), "ID", "IDR"),)
