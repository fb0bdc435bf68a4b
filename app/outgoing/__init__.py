"""Requests of ours to addresses that others named: where they may go, and how they are signed."""
