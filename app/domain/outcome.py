"""What can become of a message id, and how the six outcomes add up to a job's counters."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    STORED = "stored"
    DUPLICATE = "duplicate"
    NOTICE = "notice"
    GONE = "gone"
    UNPARSED = "unparsed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many ids ended in each outcome."""

    stored: int = 0
    duplicate: int = 0
    notice: int = 0
    gone: int = 0
    unparsed: int = 0
    failed: int = 0

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> "Tally":
        return cls(**{str(outcome): count for outcome, count in Counter(outcomes).items()})

    @property
    def imported(self) -> int:
        """Mails whose transactions are in the database."""
        return self.stored + self.duplicate

    @property
    def skipped(self) -> int:
        return self.notice + self.gone

    @property
    def not_read(self) -> int:
        """What the API calls `failed_emails`: could not be read, or could not be fetched or handled."""
        return self.unparsed + self.failed

    @property
    def total(self) -> int:
        return self.imported + self.skipped + self.not_read
