"""The history of a mailbox: numbered changes, and how far back they are kept."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

STEP = 7
RETAINED = 7 * 86_400
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Change:
    """One record of history. `labels` are the message's after it; `changed` those that a label change added or removed."""

    history_id: int
    kind: str  # messageAdded | messageDeleted | labelAdded | labelRemoved
    message_id: int
    thread_id: int
    labels: tuple[str, ...]
    changed: tuple[str, ...] = ()


class Chronicle:
    """`now` is the newest id, `oldest` the oldest that a client may still go on from."""

    __slots__ = ("_changes", "_marks", "_seen", "now", "oldest")

    def __init__(self, changes: Iterable[Change], oldest: int, now: int) -> None:
        self._changes = list(changes)
        self._marks: deque[tuple[float, int]] = deque()
        self._seen = 0.0
        self.oldest = oldest
        self.now = now

    def next_id(self) -> int:
        self.now += STEP
        return self.now

    def add(self, change: Change) -> None:
        self._changes.append(change)

    def since(self, start: int) -> list[Change]:
        return self._changes[self._place(start) :]

    def expire(self) -> None:
        """Every cursor handed out so far is too old from now on."""
        self._forget_before(self.next_id())

    def pass_time(self, now: float) -> None:
        """Called ahead of every change. Changes are kept for a week: a mark an hour says which are older."""
        seen, self._seen = self._seen, now
        if self._marks and now < self._marks[-1][0] + _HOUR:
            return
        if self._marks:
            # Whatever happened since the last mark happened by then: without this one the hours of silence would hide it.
            self._marks.append((seen, self.now))
        self._marks.append((now, self.now))
        while self._marks[0][0] < now - RETAINED:
            self._forget_before(self._marks.popleft()[1])

    def _forget_before(self, history_id: int) -> None:
        self.oldest = max(self.oldest, history_id)
        del self._changes[: self._place(history_id)]

    def _place(self, history_id: int) -> int:
        return bisect_right(self._changes, history_id, key=lambda change: change.history_id)
