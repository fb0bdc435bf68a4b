"""The embedded way to run: PostgreSQL and Redis from wheels, all processes under one command. Needs requirements-dev.txt."""
