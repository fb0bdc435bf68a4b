"""Which messages of a mailbox stand in one thread. A message alone in its own thread takes no room here."""


class Conversations:
    """A thread has the id of its first message, and keeps it when that one is deleted."""

    __slots__ = ("_members", "_thread")

    def __init__(self) -> None:
        self._thread: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}

    def thread_of(self, message_id: int) -> int:
        return self._thread.get(message_id, message_id)

    def members(self, thread_id: int) -> list[int] | None:
        """Oldest first; None for a thread of one message, or of none."""
        return self._members.get(thread_id)

    def join(self, message_id: int, thread_id: int) -> None:
        members = self._members.setdefault(thread_id, [thread_id])
        self._thread[thread_id] = self._thread[message_id] = thread_id
        members.append(message_id)
        members.sort()

    def leave(self, message_id: int) -> None:
        thread_id = self._thread.pop(message_id, None)
        if thread_id is None:
            return
        members = self._members[thread_id]
        members.remove(message_id)
        if not members:
            del self._members[thread_id]

    def surplus(self) -> int:
        """How many messages stand in threads beyond each thread's first."""
        return sum(len(members) - 1 for members in self._members.values())
