"""Progress as it happens, for any number of listeners: one look at the database a beat, whoever listens.

    listeners ──user ids──► watcher ──one look for all, in a thread──► database
        ▲                      │
        └──── what changed ────┘

The one asynchronous room of the house. A process with a thousand listeners uses one connection for some milliseconds a beat,
and none when nobody listens.
"""

import asyncio
import hashlib
import uuid
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field

import structlog

from app.errors import AppError

log = structlog.get_logger()

BEAT_SECONDS = 0.5

Look = Callable[[Sequence[uuid.UUID]], Mapping[uuid.UUID, str | None]]


@dataclass(frozen=True, slots=True)
class Update:
    """`id` names the content: two processes give the same id to the same content, so a listener may come back to another one."""

    id: str
    data: str

    @classmethod
    def of(cls, data: str) -> "Update":
        return cls(hashlib.sha256(data.encode()).hexdigest()[:16], data)


_NOTHING_YET = Update("", "")


@dataclass(slots=True)
class Feed:
    """`look` tells the present content of each of some users, None while there is nothing to tell; who is not in its answer is no
    more, and their listeners hear the end. It may be slow and raise AppError, and is called in a thread."""

    look: Look
    beat_seconds: float = BEAT_SECONDS
    _bells: dict[uuid.UUID, set[asyncio.Event]] = field(default_factory=lambda: defaultdict(set))
    _latest: dict[uuid.UUID, Update | None] = field(default_factory=dict)
    _watcher: asyncio.Task[None] | None = None

    async def updates(self, user_id: uuid.UUID, seen: str | None = None) -> AsyncIterator[Update]:
        """The present content unless it is the one `seen`, then each change, until the user is no more. A slow listener skips to
        the newest one."""
        bell = asyncio.Event()
        self._bells[user_id].add(bell)
        self._start()
        try:
            while True:
                latest = self._latest.get(user_id, _NOTHING_YET)
                if latest is None:
                    return
                if latest.data and latest.id != seen:
                    seen = latest.id
                    yield latest
                await bell.wait()
                bell.clear()
        finally:
            self._leave(user_id, bell)

    def listeners(self, user_id: uuid.UUID) -> int:
        return len(self._bells.get(user_id, ()))

    def _leave(self, user_id: uuid.UUID, bell: asyncio.Event) -> None:
        bells = self._bells[user_id]
        bells.discard(bell)
        if not bells:
            del self._bells[user_id]
            self._latest.pop(user_id, None)

    def _start(self) -> None:
        if self._watcher is None or self._watcher.done():
            self._watcher = asyncio.create_task(self._watch())

    async def _watch(self) -> None:
        while self._bells:
            asked = list(self._bells)
            try:
                contents = await asyncio.to_thread(self.look, asked)
            except AppError as error:
                # The database is away: listeners keep what they have, and hear the rest when it is back.
                log.warning("feed_failed", code=error.code)
            except Exception:
                # One content that cannot be told must not silence all others for as long as they listen.
                log.exception("feed_failed")
            else:
                self._tell(asked, contents)
            await asyncio.sleep(self.beat_seconds)

    def _tell(self, asked: Sequence[uuid.UUID], contents: Mapping[uuid.UUID, str | None]) -> None:
        for user_id in asked:
            data = contents.get(user_id)
            update = Update.of(data) if data is not None else _NOTHING_YET if user_id in contents else None
            if user_id in self._bells and self._latest.get(user_id, _NOTHING_YET) != update:
                self._latest[user_id] = update
                for bell in self._bells[user_id]:
                    bell.set()
