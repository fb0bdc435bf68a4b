"""Any order of events: claim, store, sweep, dispatch, pause, cancel, retry; workers that stop, die or come back as zombies; a
broker that drops, doubles, delays and reorders; a Gmail that throttles and breaks. Each history must end with nothing lost,
nothing doubled and every counter exact.
"""

import uuid
from contextlib import suppress
from typing import Any

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from app.errors import Conflict, GmailError, GmailRefused, GrantRevoked, NotFound, Throttled, TransientFault
from app.gmail.port import FetchFault
from app.services import connections, control, sync
from tests.integration.chaos import share
from tests.integration.chaos.balance import assert_never_back, assert_quiet_and_balanced, assert_within_the_minute
from tests.integration.chaos.celery_in_hand import Celery, let_time_pass
from tests.integration.chaos.conftest import USER_MINUTE, NewWorld
from tests.integration.services.conftest import SCOPE
from tests.integration.services.facts import rows, run
from tests.integration.services.scripted_gmail import letter, payment

PLACES = st.integers(0, 20)
WORKERS_AT_MOST = 4
FAULTS = {
    "broken": FetchFault("transient", True, "http_503"),
    "throttled": FetchFault("throttled", True, "http_429"),
    "late": FetchFault("late", True, "deadline"),
    "unreadable": FetchFault("unreadable", False, "unreadable"),
}
BREAKS = st.tuples(st.sampled_from(sorted(FAULTS)), PLACES, st.integers(1, 3))
REFUSALS: tuple[GmailError, ...] = (
    TransientFault("http_503"),
    Throttled("http_429", retry_after_seconds=30),
    GmailRefused("http_400"),
)


class Interleavings(RuleBasedStateMachine):
    """The rules choose who does the next step, and `teardown` lets all heal and counts. What cannot be done at the moment is
    left out: a rule that came and went with the state would keep a history from being replayed.
    """

    new_world: NewWorld
    celery: Celery

    @initialize(payments=st.integers(1, 24), letters=st.integers(0, 6), both=st.booleans(), broken=st.lists(BREAKS, max_size=6))
    def begin(self, payments: int, letters: int, both: bool, broken: list[tuple[str, int, int]]) -> None:
        self.gmail, self.people = self.new_world()
        self.gmail.fill(payments, letters)
        self.mails = payments
        self.deleted: set[str] = set()
        self.seen: dict[uuid.UUID, Any] = {}
        self.injected = 0
        for person in self.people if both else self.people[:1]:
            sync.start(person, 6)
        for one in broken:
            self.break_mail(one)

    # ── workers and their messages ──

    @rule(steps=st.lists(st.tuples(st.sampled_from(["step", "step", "take", "take", "finish"]), PLACES), min_size=1, max_size=8))
    def work(self, steps: list[tuple[str, int]]) -> None:
        for how, place in steps:
            workers, messages = self.celery.workers, self.celery.messages
            if how == "step" and workers:
                workers[place % len(workers)].step()
            elif how == "finish" and workers:
                workers[place % len(workers)].run_on()
            elif messages and len(workers) < WORKERS_AT_MOST:
                self.celery.take(place)
            self.celery.forget_the_ended()

    @rule(place=PLACES, after=st.integers(0, 4), before_commit=st.booleans(), given_out_again=st.booleans())
    def kill(self, place: int, after: int, before_commit: bool, given_out_again: bool) -> None:
        """One of those at work, or a new one some steps later."""
        if self.celery.messages and len(self.celery.workers) < WORKERS_AT_MOST:
            worker = self.celery.take(place)
        elif self.celery.workers:
            worker = self.celery.workers[place % len(self.celery.workers)]
        else:
            return
        for _ in range(after):
            if worker.point is not None:
                worker.step()
        if worker.point is not None:
            worker.kill(before_commit=before_commit)
        self.celery.forget_the_ended()
        if worker.was_killed:
            self.celery.faults["worker killed"] += 1
            if given_out_again:
                self.celery.messages.append(worker.message)

    @rule(what=st.sampled_from(["drop", "double", "double", "flush"]), place=PLACES)
    def lose_or_double(self, what: str, place: int) -> None:
        messages = self.celery.messages
        if what == "flush":
            self.celery.faults["message dropped"] += len(messages)
            messages.clear()
        elif what == "drop" and messages:
            messages.pop(place % len(messages))
            self.celery.faults["message dropped"] += 1
        elif what == "double" and messages:
            times = 1 + place % 3
            messages += [messages[place % len(messages)]] * times
            self.celery.faults["message doubled"] += times

    # ── clock and Beat ──

    @rule(seconds=st.sampled_from([5, 20, 45, 65, 400]), beats=st.integers(0, 2))
    def wait(self, seconds: int, beats: int) -> None:
        """Long enough, and whoever stands still with a lease is a zombie."""
        if seconds > 40:
            self.celery.faults["lease outlived"] += len(self.celery.workers)
        let_time_pass(seconds)
        for _ in range(beats):
            self.celery.beat()

    @rule()
    def beat(self) -> None:
        self.celery.beat()

    # ── people ──

    @rule(what=st.sampled_from(["start", "connect", "pause", "resume", "cancel", "retry"]), place=PLACES)
    def ask(self, what: str, place: int) -> None:
        """A person may ask for what does not fit the state: then they are told so, and nothing happens."""
        person = self.people[place % len(self.people)]
        jobs = rows("SELECT id FROM email_sync_jobs ORDER BY created_at, id")
        with suppress(Conflict, NotFound):
            if what == "start":
                sync.start(person, 1 + place % 6)
            elif what == "connect":
                self.connect(person)
            elif jobs:
                getattr(control, what)(jobs[place % len(jobs)]["id"])

    # ── Gmail ──

    @rule(one=BREAKS)
    def break_mail(self, one: tuple[str, int, int]) -> None:
        kind, place, times = one
        ids = list(self.gmail.mails)
        self.gmail.faults.setdefault(ids[place % len(ids)], []).extend([FAULTS[kind]] * times)
        self.injected += times

    @rule(
        what=st.sampled_from(["profile", "list_ids", "list_added", "revoke", "expire", "deliver", "deliver", "delete"]),
        place=PLACES,
    )
    def change_gmail(self, what: str, place: int) -> None:
        if what == "revoke":
            self.gmail.stopped = GrantRevoked("revoked")
            self.celery.faults["grant revoked"] += 1
        elif what == "expire":
            self.gmail.oldest_history = self.gmail.history_id + 1
            self.celery.faults["history expired"] += 1
        elif what == "deliver":
            self.deliver(is_payment=place % 3 > 0)
        elif what == "delete":
            ids = list(self.gmail.mails)[1:]
            for message_id in ids[place : place + 1]:
                self.deleted.add(message_id)
                del self.gmail.mails[message_id]
        else:
            self.gmail.raises.setdefault(what, []).append(REFUSALS[place % len(REFUSALS)])
            self.injected += 1

    def deliver(self, *, is_payment: bool) -> None:
        self.mails += 1
        name = f"pay{self.mails:05d}" if is_payment else f"let{self.mails + 1000:05d}"
        self.gmail.deliver(name, payment(self.mails + 1) if is_payment else letter())

    def connect(self, person: uuid.UUID) -> None:
        self.gmail.stopped = None
        (known,) = rows("SELECT email_address FROM gmail_connections WHERE user_id = :u", u=person)
        connections.connect(person, known["email_address"], "another-token", [SCOPE])

    # ── what must hold ──

    @invariant()
    def holds(self) -> None:
        assert_within_the_minute(USER_MINUTE)
        assert_never_back(self.seen)

    def teardown(self) -> None:
        if not hasattr(self, "gmail"):
            return
        self._heal()
        for again in (False, True):
            self._settle_down(again=again)
        assert_never_back(self.seen)
        assert_quiet_and_balanced(self.gmail, self.people, self.deleted)

    def _heal(self) -> None:
        left = sum(map(len, self.gmail.faults.values())) + sum(map(len, self.gmail.raises.values()))
        self.celery.faults["Gmail fault"] += self.injected - left
        self.gmail.faults.clear()
        self.gmail.raises.clear()
        for person in self.people:
            self.connect(person)
        run("UPDATE email_sync_jobs SET paused_at = NULL")
        for worker in self.celery.workers:
            worker.run_on()
        self.celery.forget_the_ended()

    def _settle_down(self, *, again: bool) -> None:
        """`again`: with an import from the beginning, which must find all that is not settled."""
        for person in self.people if again else ():
            assert sync.start(person, 6).created
        for _ in range(100):
            let_time_pass(65)
            self.celery.beat()
            self.celery.answer_all()
            if not rows("SELECT 1 FROM email_sync_jobs WHERE status IN ('pending', 'processing')"):
                return
        raise AssertionError(rows("SELECT * FROM email_sync_jobs WHERE status IN ('pending', 'processing')"))


@pytest.mark.timeout(1200)
def test_whatever_happens_in_whatever_order(new_world: NewWorld, celery: Celery) -> None:
    class Machine(Interleavings):
        pass

    Machine.new_world, Machine.celery = staticmethod(new_world), celery
    settings = hypothesis.settings(
        max_examples=share.EXAMPLES,
        stateful_step_count=40,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink] if share.FULL else [Phase.generate],
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    # Most of what goes wrong needs several things to come together.
    run_state_machine_as_test(hypothesis.seed(share.SEED)(Machine), settings=settings, _min_steps=25)
    for kind, number in celery.faults.items():
        share.count(f"in any order: {kind}", number)
    assert celery.faults.total() > 5 * share.EXAMPLES
