"""A worker dies once at each point it passes: in listing, first, middle and last batch, dispatcher and incremental look."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from app import failpoints
from app.services import sync
from tests.integration.chaos import share
from tests.integration.chaos.balance import assert_quiet_and_balanced
from tests.integration.chaos.celery_in_hand import TASKS, Celery, Killed, Message, let_time_pass
from tests.integration.chaos.conftest import NewWorld
from tests.integration.services.facts import rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail, payment

MAILS = 12  # batches of five: a first, a middle and a last one; pages of seven
NEW = 3


@dataclass
class Killer:
    """Counts the points passed; the process that passes number `at` dies, and can commit nothing while it dies."""

    at: int | None
    passed: list[str] = field(default_factory=list)
    dead: bool = False

    def reach(self, point: str) -> None:
        self.passed.append(point)
        if self.dead or len(self.passed) == self.at:
            self.dead = True
            raise Killed


@dataclass
class Story:
    """An import and an incremental look of one user, whatever dies on the way."""

    celery: Celery
    gmail: ScriptedGmail
    person: uuid.UUID
    killer: Killer
    message_is_lost: Callable[[int], bool]

    def run(self) -> None:
        while not rows("SELECT 1 FROM email_sync_jobs WHERE user_id = :u", u=self.person):
            self._survive(lambda: sync.start(self.person, 6), None)
        self._until_quiet()
        for n in range(MAILS, MAILS + NEW):
            self.gmail.deliver(f"pay{n:05d}", payment(n + 1))
        run("UPDATE gmail_connections SET next_sync_at = now() WHERE user_id = :u", u=self.person)
        self.celery.ring("requeue_stalled")
        self._until_quiet()

    def _until_quiet(self) -> None:
        for _ in range(60):
            while self.celery.messages:
                message = self.celery.messages.pop(0)
                self._survive(lambda one=message: TASKS[one.task](*one.args), message)  # type: ignore[misc]
            let_time_pass(65)
            if not rows("SELECT 1 FROM email_sync_jobs WHERE status IN ('pending', 'processing')") and not self._due():
                return
            self.celery.beat()
        raise AssertionError("it does not become quiet")

    def _due(self) -> bool:
        """Is a look of this user under way, or due before the half hour is over? A ring that was lost is repeated in minutes."""
        due = "SELECT 1 FROM gmail_connections WHERE user_id = :u AND (lease_token IS NOT NULL OR next_sync_at < :soon)"
        return bool(rows(due, u=self.person, soon=datetime.now(UTC) + timedelta(minutes=5)))

    def _survive(self, work: Callable[[], object], message: Message | None) -> None:
        try:
            work()
        except Killed:
            self.celery.faults["killed"] += 1
            self.killer.dead = False
            if message is not None and not self.message_is_lost(len(self.killer.passed)):
                self.celery.messages.append(message)


@pytest.mark.parametrize("lost", [0, 1] if share.FULL else [0])
@pytest.mark.timeout(400)
def test_death_at_every_point(new_world: NewWorld, celery: Celery, monkeypatch: pytest.MonkeyPatch, lost: int) -> None:
    """The message of a worker that died at an odd point is lost, at an even one given out again; and the other way round.

    The share takes every third point.
    """

    def tell(kill_at: int | None) -> list[str]:
        gmail, people = new_world()
        gmail.fill(payments=MAILS)
        killer = Killer(kill_at)
        # The seam: a real kill of a real process is told in tests/unit/test_failpoints.py.
        monkeypatch.setattr(failpoints, "reach", killer.reach)
        Story(celery, gmail, people[0], killer, lambda point: point % 2 == lost).run()
        monkeypatch.setattr(failpoints, "reach", lambda _: None)
        assert_quiet_and_balanced(gmail, people[:1], set())
        return killer.passed

    points = tell(None)
    assert set(points) == set(failpoints.POINTS)
    chosen = range(1, len(points) + 1, 1 if share.FULL else 3)
    for n in chosen:
        tell(n)
    assert celery.faults["killed"] == len(chosen)
    share.count("killed at a failpoint, one by one", celery.faults["killed"])
