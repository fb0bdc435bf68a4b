"""What a transaction means: who was paid, as people call them, and what for. Pure: tables of declarations and an order of rules."""

from app.parsing.enrichment.decide import enrich

__all__ = ["enrich"]
