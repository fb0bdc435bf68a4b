"""Gmail behind a small port: the only code that speaks Google."""
