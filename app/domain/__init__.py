"""Frozen values and the job's states. No I/O, no framework, no clock."""
