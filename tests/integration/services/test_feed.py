"""The feed alone: who hears what, and how often anybody looks. (An event loop has a socket to itself: hence not in unit.)"""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from app.errors import Unavailable
from app.services.feed import Feed, Update

ASHA, BENO = uuid.UUID(int=1), uuid.UUID(int=2)


@dataclass
class Database:
    contents: dict[uuid.UUID, str | None] = field(default_factory=dict)
    looks: list[set[uuid.UUID]] = field(default_factory=list)
    fault: Exception | None = None

    def look(self, user_ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, str | None]:
        self.looks.append(set(user_ids))
        if self.fault is not None:
            raise self.fault
        return {user_id: self.contents[user_id] for user_id in user_ids if user_id in self.contents}


@pytest.fixture
def database() -> Database:
    return Database({ASHA: "asha 1", BENO: "beno 1"})


@pytest.fixture
def feed(database: Database) -> Feed:
    return Feed(database.look, beat_seconds=0.005)


async def listen(feed: Feed, user_id: uuid.UUID, heard: list[str], seen: str | None = None) -> None:
    async for update in feed.updates(user_id, seen):
        heard.append(update.data)  # noqa: PERF401 -- each is wanted as it comes, not at the end


def play(*listeners: Awaitable[None], story: Callable[[], Awaitable[None]]) -> None:
    async def run() -> None:
        tasks = [asyncio.ensure_future(one) for one in listeners]
        await story()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(run())


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110 -- what is waited for knows nothing of us
            await asyncio.sleep(0.002)


def test_the_present_content_comes_first_then_each_change(feed: Feed, database: Database) -> None:
    heard: list[str] = []

    async def story() -> None:
        await until(lambda: heard == ["asha 1"])
        database.contents[ASHA] = "asha 2"
        await until(lambda: heard == ["asha 1", "asha 2"])
        beats = len(database.looks)
        await until(lambda: len(database.looks) > beats + 3)

    play(listen(feed, ASHA, heard), story=story)
    assert heard == ["asha 1", "asha 2"]


def test_what_was_seen_is_not_told_again(feed: Feed, database: Database) -> None:
    heard: list[str] = []

    async def story() -> None:
        await until(lambda: len(database.looks) > 3)
        assert heard == []
        database.contents[ASHA] = "asha 2"
        await until(lambda: heard == ["asha 2"])

    play(listen(feed, ASHA, heard, Update.of("asha 1").id), story=story)


def test_a_thousand_listeners_share_one_look(feed: Feed, database: Database) -> None:
    heard: list[str] = []

    async def story() -> None:
        await until(lambda: len(heard) == 1_000)

    play(*(listen(feed, ASHA if n % 2 else BENO, heard) for n in range(1_000)), story=story)
    assert sorted(set(heard)) == ["asha 1", "beno 1"]
    # A look for each beat that the telling took, not one for each listener.
    assert len(database.looks) < 100
    assert {ASHA, BENO} in database.looks


@pytest.mark.parametrize("fault", [Unavailable("away"), ValueError("a content that cannot be told")])
def test_after_a_fault_the_rest_is_heard(feed: Feed, database: Database, fault: Exception) -> None:
    heard: list[str] = []
    database.fault = fault

    async def story() -> None:
        await until(lambda: len(database.looks) > 3)
        assert heard == []
        database.fault = None
        await until(lambda: heard == ["asha 1"])

    play(listen(feed, ASHA, heard), story=story)


def test_nobody_looks_when_nobody_listens(feed: Feed, database: Database) -> None:
    heard: list[str] = []

    async def story() -> None:
        first = asyncio.ensure_future(listen(feed, ASHA, heard))
        await until(lambda: heard == ["asha 1"])
        first.cancel()
        await asyncio.sleep(0.05)
        looks = len(database.looks)
        await asyncio.sleep(0.05)
        assert len(database.looks) == looks
        # What changed meanwhile is told to the next one, not what was known before.
        database.contents[ASHA] = "asha 2"
        again = asyncio.ensure_future(listen(feed, ASHA, heard))
        await until(lambda: heard == ["asha 1", "asha 2"])
        again.cancel()

    play(story=story)


def test_who_is_no_more_hears_the_end(feed: Feed, database: Database) -> None:
    heard: list[str] = []

    async def story() -> None:
        hers, his = (asyncio.ensure_future(listen(feed, one, heard)) for one in (ASHA, BENO))
        await until(lambda: len(heard) == 2)
        del database.contents[ASHA]
        await asyncio.wait_for(hers, 5)
        assert (feed.listeners(ASHA), feed.listeners(BENO)) == (0, 1)
        assert not his.done()
        his.cancel()

    play(story=story)


def test_who_has_not_begun_waits(feed: Feed, database: Database) -> None:
    heard: list[str] = []
    database.contents[ASHA] = None

    async def story() -> None:
        await until(lambda: len(database.looks) > 3)
        assert feed.listeners(ASHA) == 1
        database.contents[ASHA] = "asha 1"
        await until(lambda: heard == ["asha 1"])

    play(listen(feed, ASHA, heard), story=story)
