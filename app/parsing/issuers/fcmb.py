"""FCMB. Account alerts, Nigeria."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("fcmb", "FCMB", ("fcmb.com",), "NG", "NGN"),)
