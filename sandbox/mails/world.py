"""Issuers of the rest of the world: money that moved."""

TEMPLATES = ()
