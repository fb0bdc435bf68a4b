"""Celery held in the hand of a test: messages lie in a list, and a worker is a thread that stops at every failpoint.

Between two stops only one thread runs, so a test decides the order of everything. A worker stands still only where it has no
transaction open; killed, it can write nothing more, as if its process had gone: each transaction passes a failpoint before its
commit. The clock is the database's: it is moved by moving every moment in it.
"""

import threading
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field

import pytest
from sqlalchemy import text

from app import failpoints, queue
from app.db import get_engine
from app.workers import email_tasks

STEP_SECONDS = 30.0

TASKS: dict[str, Callable[..., object]] = {
    "fetch_user_emails_initial": email_tasks.fetch_user_emails_initial,
    "fetch_user_emails_incremental": email_tasks.fetch_user_emails_incremental,
    "process_email_batch": email_tasks.process_email_batch,
    "dispatch_batches": email_tasks.dispatch_batches,
    "requeue_stalled": email_tasks.requeue_stalled,
}


class Killed(BaseException):
    """The worker's process is gone."""


@dataclass(frozen=True)
class Message:
    task: str
    args: tuple[object, ...] = ()


class Worker:
    """One task at work. `point` is where it stands; it has ended when there is none."""

    def __init__(self, message: Message) -> None:
        self.message = message
        self.point: str | None = "taken"
        self.error: BaseException | None = None
        self._dead = False
        self._dies_before_commit = False
        self._go, self._stands = threading.Semaphore(0), threading.Semaphore(0)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def step(self) -> None:
        """On to the next stop, or to the end."""
        self._go.release()
        assert self._stands.acquire(timeout=STEP_SECONDS), f"{self.message} hangs after {self.point}"
        if self.error is not None:
            raise self.error

    def run_on(self) -> None:
        while self.point is not None:
            self.step()

    def kill(self, *, before_commit: bool) -> None:
        """At once, or when it is about to commit next, if it ever is."""
        self._dead, self._dies_before_commit = not before_commit, before_commit
        self.run_on()

    @property
    def was_killed(self) -> bool:
        return self._dead

    def reach(self, point: str) -> None:
        if point == "before_commit":
            self._dead = self._dead or self._dies_before_commit
        else:
            self._stop_at(point)
        if self._dead:
            raise Killed

    def _stop_at(self, point: str | None) -> None:
        self.point = point
        self._stands.release()
        if point is not None:
            self._go.acquire()

    def _run(self) -> None:
        _working.on = self
        self._go.acquire()
        try:
            if not self._dead:
                TASKS[self.message.task](*self.message.args)
        except Killed:
            pass
        except BaseException as error:  # noqa: BLE001  told to the test's own thread, which raises it
            self.error = error
        self._stop_at(None)


class _Working(threading.local):
    on: Worker | None = None


_working = _Working()


def _reach(point: str) -> None:
    if _working.on is not None:
        _working.on.reach(point)


@dataclass
class Celery:
    """What was rung and not yet taken, who is at work, and the faults there have been."""

    messages: list[Message] = field(default_factory=list)
    workers: list[Worker] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)

    def ring(self, task: str, *args: object) -> None:
        self.messages.append(Message(task, args))

    def take(self, place: int) -> Worker:
        worker = Worker(self.messages.pop(place % len(self.messages)))
        worker.step()
        if worker.point is not None:
            self.workers.append(worker)
        return worker

    def forget_the_ended(self) -> None:
        self.workers = [worker for worker in self.workers if worker.point is not None]

    def answer_all(self, rounds: int = 200) -> None:
        """Answer every message, and those that come of it, until there is none."""
        for _ in range(rounds):
            if not self.messages:
                return
            rung, self.messages = self.messages, []
            for message in dict.fromkeys(rung):
                TASKS[message.task](*message.args)
        raise AssertionError("the messages do not end")

    def beat(self) -> None:
        self.ring("requeue_stalled")
        self.ring("dispatch_batches")


@pytest.fixture
def celery(monkeypatch: pytest.MonkeyPatch) -> Celery:
    celery = Celery()
    # The two seams of this simulation: how a bell is rung, and where a worker may be stopped.
    monkeypatch.setattr(queue, "_ring", lambda task, *args, **_: celery.ring(task, *args))
    monkeypatch.setattr(queue, "_together", lambda: nullcontext({}))
    monkeypatch.setattr(queue, "_first_within", lambda *_, **__: True)
    monkeypatch.setattr(failpoints, "reach", _reach)
    return celery


_MOMENTS = {
    "email_sync_batches": ("not_before", "rung_at", "lease_expires_at", "finished_at"),
    "email_sync_jobs": ("rung_at", "resume_at", "lease_expires_at", "last_granted_at"),
    "gmail_connections": ("next_sync_at", "lease_expires_at", "overlap_checked_at"),
    "quota_grants": ("granted_at", "ended_at"),
    "quota_days": ("stopped_until",),
}


def let_time_pass(seconds: float) -> None:
    """Every moment that anything waits for comes nearer by so much."""
    with get_engine().begin() as connection:
        for table, moments in _MOMENTS.items():
            moved = ", ".join(f"{one} = {one} - make_interval(secs => :s)" for one in moments)
            connection.execute(text(f"UPDATE {table} SET {moved}"), {"s": seconds})
