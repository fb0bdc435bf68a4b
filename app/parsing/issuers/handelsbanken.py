"""Handelsbanken. Account and card alerts, Sweden."""

from app.parsing.formats import Issuer

ISSUERS = (Issuer("handelsbanken", "Handelsbanken", ("handelsbanken.se",), "SE", "SEK"),)
