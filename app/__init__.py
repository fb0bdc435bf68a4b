"""FinCoach Sync: turns a person's Gmail into their bank transactions."""
