"""CAIXA. Account alerts, Brazil."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("caixa", "CAIXA", ("caixa.gov.br",), "BR", "BRL"),)
