"""Whose batches are granted first."""

from enum import IntEnum


class Priority(IntEnum):
    """Of a job: a person waits for the first batches of an import, new mail is wanted soon, the rest has time."""

    INTERACTIVE = 0
    INCREMENTAL = 1
    IMPORT = 2
