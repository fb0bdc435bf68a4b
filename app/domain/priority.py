"""Whose batches are granted first."""

from enum import IntEnum


class Priority(IntEnum):
    """Of a job: a person waits for the first batches of an import, new mail is wanted soon, the rest has time.

    Two are no job's for good. FRESH is INTERACTIVE for as long as its person has just begun and looks on. BEHIND is an import
    that the minutes of its mailbox would hold longer than the project's minutes hold all that is left.
    """

    FRESH = -1
    INTERACTIVE = 0
    INCREMENTAL = 1
    IMPORT = 2
    BEHIND = 3
