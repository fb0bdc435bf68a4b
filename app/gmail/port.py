"""What the rest of the house sees of Gmail: a port of five calls, and the frozen values they answer with.

Every call may raise a class of `app.errors` below GmailError; `fetch` alone keeps what it got and reports the rest.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.mail import Mail
from app.errors import AppError


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose mailbox this is, and its cursor now: pin `history_id` before listing, save it when all is settled."""

    email_address: str
    history_id: int


@dataclass(frozen=True, slots=True)
class IdPage:
    """A page of message ids, newest first. The last page has no token; a page with a token may be empty."""

    ids: tuple[str, ...]
    next_page_token: str | None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Ids of the messages added since the cursor or taken out of Spam and Trash since, oldest first, each once per page.
    `history_id` is the mailbox's now."""

    ids: tuple[str, ...]
    next_page_token: str | None
    history_id: int


@dataclass(frozen=True, slots=True)
class FetchedMail:
    """`received_at` is Gmail's internalDate in UTC: results older than an `after:` query asked for do occur, check it again."""

    message_id: str
    received_at: datetime
    mail: Mail


@dataclass(frozen=True, slots=True)
class FetchFault:
    """Why one id has no mail.

    `code`: `gone` (404, for good) · `throttled` (quota or concurrency: wait, the attempt does not count) · `transient` (5xx, torn
    answer) · `late` (the deadline came before its turn) · `unasked` (no token could be had just now) · `refused` (our request
    was wrong) · `unreadable` (a mail nobody can read, for good) · `stopped` (the fetch ended early, see Fetched.stopped).
    `detail` is a short code such as `http_503` or `missing_part`, never mail text. `shared` says that an answer was lost in which
    others were asked for too: any of them may be why, or none.
    """

    code: str
    retryable: bool
    detail: str
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """Every id asked for is in exactly one of `mails` and `faults`, whatever the wire did.

    `throttled` says that some id has a `throttled` fault, so this mailbox should rest; `retry_after_seconds` is the longest wait
    Gmail asked for, None when it did not say.
    `stopped` is the GrantRevoked, ProjectStopped or MailboxGone met on the way: what was fetched before is kept.
    `calls` is how many single calls were put on the wire, replays included, and `answered_at` when the last of them came back, by
    time.monotonic(); None when that is not known, or nothing was sent.
    """

    mails: Mapping[str, FetchedMail]
    faults: Mapping[str, FetchFault]
    retry_after_seconds: float | None = None
    throttled: bool = False
    stopped: AppError | None = None
    calls: int | None = None
    answered_at: float | None = None


Arrived = Callable[[Sequence[FetchedMail]], object]


class Gmail(Protocol):
    """One mailbox. Not for use by two threads at once; the connections below it are shared by the process."""

    def profile(self) -> Profile: ...

    def list_ids(self, *, after: datetime, page_token: str | None) -> IdPage:
        """One page of up to 500 ids received after an aware moment, Spam and Trash left out."""
        ...

    def list_added(self, *, start_history_id: int, page_token: str | None) -> HistoryPage:
        """One page of messages that came in since a cursor. Raises HistoryExpired when Gmail no longer knows the cursor."""
        ...

    def fetch(
        self, ids: Sequence[str], *, deadline_seconds: float, parts: int | None = None, arrived: Arrived | None = None
    ) -> Fetched:
        """Fetch mails in HTTP batches of at most `parts`; no new batch is sent after the deadline. Raises nothing of Gmail's.

        `arrived` is called with the mails of each answer as soon as it is there, others being still to come.
        """
        ...

    def close(self) -> None: ...
