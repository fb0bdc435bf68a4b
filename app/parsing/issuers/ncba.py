"""NCBA. Account alerts, Kenya."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("ncba", "NCBA", ("ncbagroup.com",), "KE", "KES"),)
