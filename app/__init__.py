"""FinCoach Sync: turns a person's Gmail into their bank transactions."""

__version__ = "0.1.0"
