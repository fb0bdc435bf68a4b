"""Whose batches are granted first."""

from enum import IntEnum


class Priority(IntEnum):
    """Of a job: a person waits for the first batches of an import, new mail is wanted soon, the rest has time.

    `FRESH` is no job's for good: it is INTERACTIVE for as long as its person has just begun and looks on.
    """

    FRESH = -1
    INTERACTIVE = 0
    INCREMENTAL = 1
    IMPORT = 2
