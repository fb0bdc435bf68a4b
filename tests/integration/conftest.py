"""Integration tests run against a real PostgreSQL and a real Redis; see tests/conftest.py for `database_url` and `redis_url`."""
