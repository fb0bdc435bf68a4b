"""Fetching mails in HTTP batches: the story of one `fetch`.

    waiting ──take──► one HTTP batch ──read──► per id
       ▲                                        ├── mail ................................. done
       │                                        ├── 401, first time: renew the token ───┐
       │                                        ├── concurrency 429, first time: halve ─┤
       └────────────────────────────────────────┼───────────────────────────────────────┘
                                                └── anything else ........................ fault

A spent quota, a lost grant or the deadline ends the sending; what is still waiting then gets a fault that says so.
"""

import time
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app import metrics
from app.errors import AppError, GmailError
from app.gmail import codec
from app.gmail.discovery import Description
from app.gmail.faults import Kind, Verdict, verdict_on
from app.gmail.pace import BatchSize
from app.gmail.port import Arrived, Fetched, FetchedMail, FetchFault
from app.gmail.reading import is_message_id, read_answer
from app.gmail.session import Session

Results = Mapping[str, FetchedMail | Verdict]

# With less time than this left a batch would be paid for and then cut off.
_LEAST_SECONDS = 0.25
_TOO_LATE = FetchFault("late", retryable=True, detail="deadline")
_QUOTA_SPENT = FetchFault("throttled", retryable=True, detail="not_asked")
_TOO_CROWDED = frozenset({Kind.CROWDED, Kind.TOO_MANY_PARTS})


@dataclass(slots=True)
class Fetch:
    """The state of one `fetch`; used once."""

    session: Session
    description: Description
    pace: BatchSize
    ends_at: float
    clock: Callable[[], float] = time.monotonic
    arrived: Arrived | None = None
    _waiting: deque[str] = field(default_factory=deque)
    _mails: dict[str, FetchedMail] = field(default_factory=dict)
    _faults: dict[str, FetchFault] = field(default_factory=dict)
    _crowded_out: set[str] = field(default_factory=set)
    _replayed: set[str] = field(default_factory=set)
    _shut_out: int = 0  # exchanges in a row in which the token opened nothing
    _retry_after: float | None = None
    _ending: FetchFault | None = None  # set when nothing more is to be sent: the fault of all that still waits
    _stopped: AppError | None = None
    _calls: int = 0
    _answered_at: float | None = None

    def run(self, ids: Sequence[str]) -> Fetched:
        self._take_in(ids)
        self._attempt(self.session.authorise)
        while self._waiting and self._ending is None:
            if self._seconds_left() < _LEAST_SECONDS:
                self._ending = _TOO_LATE
            else:
                self._ask_next()
        if self._ending is not None:
            self._faults.update(dict.fromkeys(self._waiting, self._ending))
        throttled = any(fault.code == "throttled" for fault in self._faults.values())
        return Fetched(self._mails, self._faults, self._retry_after, throttled, self._stopped, self._calls, self._answered_at)

    def _take_in(self, ids: Sequence[str]) -> None:
        for message_id in dict.fromkeys(ids):
            if is_message_id(message_id):
                self._waiting.append(message_id)
            else:
                self._faults[message_id] = FetchFault("refused", retryable=False, detail="bad_id")

    def _seconds_left(self) -> float:
        return self.ends_at - self.clock()

    def _attempt(self, step: Callable[[], None]) -> None:
        """A step that needs the source of tokens. Without a token there is nothing more to send."""
        try:
            step()
        except GmailError as error:
            self._end(verdict_on(error), error)

    def _end(self, verdict: Verdict, error: GmailError) -> None:
        # What was not sent is no fault of the mails.
        self._ending = FetchFault("unasked", True, verdict.detail) if verdict.kind is Kind.TRANSIENT else verdict.as_fault()
        self._note_wait(verdict)
        if verdict.stops_all:
            self._stopped = error

    def _note_wait(self, verdict: Verdict) -> None:
        if verdict.retry_after_seconds is not None:
            self._retry_after = max(self._retry_after or 0.0, verdict.retry_after_seconds)

    def _ask_next(self) -> None:
        ids = [self._waiting.popleft() for _ in range(min(self.pace.size, len(self._waiting)))]
        results = self._exchange(ids)
        metrics.answered(Counter("mail" if isinstance(one, FetchedMail) else one.kind.value for one in results.values()))
        self._adapt(results)
        refused: list[str] = []
        for message_id, result in results.items():
            if isinstance(result, FetchedMail):
                self._mails[message_id] = result
                if self.arrived is not None:
                    self.arrived(result)
            elif result.kind is Kind.UNAUTHORISED:
                refused.append(message_id)
            else:
                self._settle(message_id, result, alone=len(ids) == 1)
        self._shut_out = self._shut_out + 1 if len(refused) == len(ids) else 0
        if refused:
            self._replay(refused)

    def _exchange(self, ids: Sequence[str]) -> Results:
        body = codec.encode((message_id, self.description.message_path(message_id)) for message_id in ids)
        self._calls += len(ids)
        try:
            answer = self.session.post_batch(self.description.batch_url, body, self._seconds_left())
        except GmailError as error:
            return dict.fromkeys(ids, replace(verdict_on(error), of_whole=True))
        finally:
            self._answered_at = self.clock()
        return read_answer(answer, ids)

    def _adapt(self, results: Results) -> None:
        if any(isinstance(result, Verdict) and result.kind in _TOO_CROWDED for result in results.values()):
            self.pace = self.pace.refused()
        elif any(isinstance(result, FetchedMail) for result in results.values()):
            self.pace = self.pace.passed()

    def _settle(self, message_id: str, verdict: Verdict, *, alone: bool) -> None:
        if self._may_be_asked_again(message_id, verdict, alone=alone):
            self._waiting.append(message_id)
            return
        self._faults[message_id] = verdict.as_fault(alone=alone)
        self._note_wait(verdict)
        if verdict.stops_all:
            self._end(verdict, verdict.as_error())
        elif verdict.kind is Kind.THROTTLED and self._ending is None:
            self._ending = _QUOTA_SPENT

    def _may_be_asked_again(self, message_id: str, verdict: Verdict, *, alone: bool) -> bool:
        """Calls refused for crowding were not paid for. A batch refused for its size shrinks until it holds one part."""
        if verdict.kind is Kind.TOO_MANY_PARTS:
            return not alone
        if verdict.kind is not Kind.CROWDED or message_id in self._crowded_out:
            return False
        self._crowded_out.add(message_id)
        return True

    def _replay(self, refused: Sequence[str]) -> None:
        """After a 401: once more with a newer token. Refused again, the grant is lost only if both tokens opened nothing at all:
        a stray 401 among answered parts must not make a person reconnect."""
        kind = Kind.UNAUTHORISED if self._shut_out >= 2 else Kind.TRANSIENT
        first_time = [message_id for message_id in refused if message_id not in self._replayed]
        for message_id in self._replayed.intersection(refused):
            self._settle(message_id, Verdict(kind, "http_401"), alone=False)
        self._replayed.update(first_time)
        self._waiting.extendleft(reversed(first_time))
        if first_time and self._ending is None:
            self._attempt(self.session.renew)
