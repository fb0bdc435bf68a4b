"""Any order of events: claim, store, sweep, dispatch, pause, cancel, retry, disconnect; workers that stop, die or come back as
zombies; a broker that drops, doubles, delays and reorders; a Gmail that throttles and breaks. Each history must end with nothing
lost, nothing doubled and every counter exact.
"""

import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from app.errors import Conflict, GmailError, GmailRefused, GrantRevoked, Throttled, TransientFault
from app.gmail.port import FetchFault
from app.services import connections, control, leaving, sync
from tests.integration.chaos import share
from tests.integration.chaos.balance import assert_never_back, assert_quiet_and_balanced, assert_within_the_minute
from tests.integration.chaos.celery_in_hand import Celery, let_time_pass
from tests.integration.chaos.conftest import USER_MINUTE, NewWorld
from tests.integration.services.conftest import SCOPE
from tests.integration.services.facts import rows, run
from tests.integration.services.scripted_gmail import letter, payment

# How often each kind of event is tried, against the others.
EVENTS = {
    "take": 12,
    "step": 12,
    "finish": 4,
    "kill": 6,
    "drop": 3,
    "double": 3,
    "flush": 1,
    "wait": 4,
    "beat": 4,
    "leave_behind": 4,
    "start": 2,
    "reconnect": 2,
    "disconnect": 1,
    "pause": 1,
    "resume": 2,
    "cancel": 1,
    "retry": 1,
    "break_mail": 4,
    "break_call": 2,
    "revoke": 1,
    "expire": 1,
    "deliver": 3,
    "delete": 1,
}
WORKERS_AT_MOST = 4
WAITS = (5, 20, 45, 65, 400)
FAULTS = (
    FetchFault("transient", True, "http_503"),
    FetchFault("throttled", True, "http_429"),
    FetchFault("late", True, "deadline"),
    FetchFault("transient", True, "timeout", shared=True),
    FetchFault("unasked", True, "token_http_503"),
    FetchFault("unreadable", False, "unreadable"),
)
CALLS = ("profile", "list_ids", "list_added")
REFUSALS: tuple[GmailError, ...] = (
    TransientFault("http_503"),
    Throttled("http_429", retry_after_seconds=30),
    GmailRefused("http_400"),
)


class Interleavings(RuleBasedStateMachine):
    """One rule with many kinds of event: were each a rule, most histories would be tried without most kinds. What cannot be done
    at the moment is left out: a rule that came and went with the state would keep a history from being replayed.
    """

    new_world: NewWorld
    celery: Celery

    @initialize(payments=st.integers(1, 24), letters=st.integers(0, 6), both=st.booleans(), listed=st.booleans())
    def begin(self, payments: int, letters: int, both: bool, listed: bool) -> None:
        self.gmail, self.people = self.new_world()
        self.gmail.fill(payments, letters)
        self.mails = payments
        self.deleted: set[str] = set()
        self.seen: dict[uuid.UUID, Any] = {}
        self.injected = 0
        for person in self.people if both else self.people[:1]:
            sync.start(person, 6)
        for _ in range(2 if listed else 0):  # the listings, then the dispatcher they ring
            for _ in range(len(self.celery.messages)):
                self.celery.take(0).run_on()
                self.celery.forget_the_ended()

    @rule(what=st.sampled_from([one for one, weight in EVENTS.items() for _ in range(weight)]), n=st.integers(0, 30))
    def happens(self, what: str, n: int) -> None:
        getattr(self, what)(n)
        self.celery.forget_the_ended()

    # ── workers ──

    def take(self, n: int) -> None:
        """A worker takes a message, any, and goes some steps."""
        if self.celery.messages and len(self.celery.workers) < WORKERS_AT_MOST:
            worker = self.celery.take(n)
            for _ in range(n % 3):
                if worker.point is not None:
                    worker.step()

    def step(self, n: int) -> None:
        for worker in self._one_of(self.celery.workers, n):
            worker.step()

    def finish(self, n: int) -> None:
        for worker in self._one_of(self.celery.workers, n):
            worker.run_on()

    def kill(self, n: int) -> None:
        if not self.celery.workers:
            self.take(n)
            self.celery.forget_the_ended()
        for worker in self._one_of(self.celery.workers, n):
            worker.kill(before_commit=n % 2 == 0)
            if worker.was_killed:
                self.celery.faults["worker killed"] += 1
                self.celery.messages += [worker.message] * (n % 3 > 0)

    def leave_behind(self, n: int) -> None:
        """Whoever is at work stands still while all others go on: zombies, when they move again."""
        self.celery.faults["lease outlived"] += len(self.celery.workers)
        for _ in range(1 + n % 3):
            let_time_pass(65)
            self.celery.beat()
            self.celery.answer_all()

    # ── messages ──

    def drop(self, n: int) -> None:
        for message in self._one_of(self.celery.messages, n):
            self.celery.messages.remove(message)
            self.celery.faults["message dropped"] += 1

    def double(self, n: int) -> None:
        for message in self._one_of(self.celery.messages, n):
            self.celery.messages += [message] * (1 + n % 3)
            self.celery.faults["message doubled"] += 1 + n % 3

    def flush(self, n: int) -> None:
        self.celery.faults["message dropped"] += len(self.celery.messages)
        self.celery.messages.clear()

    # ── clock and Beat ──

    def wait(self, n: int) -> None:
        let_time_pass(WAITS[n % len(WAITS)])

    def beat(self, n: int) -> None:
        """Now and then there are two."""
        for _ in range(1 + n % 2):
            self.celery.beat()

    # ── people: they may ask for what does not fit the state; then they are told so, and nothing happens ──

    def start(self, n: int) -> None:
        with suppress(Conflict):
            sync.start(self.people[n % 2], 1 + n % 6)

    def reconnect(self, n: int) -> None:
        self.gmail.stopped = None
        self._connect(self.people[n % 2])

    def disconnect(self, n: int) -> None:
        """Now and then with all that was imported."""
        leaving.disconnect(self.people[n % 2], erase_data=n % 3 == 0)

    def pause(self, n: int) -> None:
        self._steer(control.pause, n)

    def resume(self, n: int) -> None:
        self._steer(control.resume, n)

    def cancel(self, n: int) -> None:
        self._steer(control.cancel, n)

    def retry(self, n: int) -> None:
        self._steer(control.retry, n)

    def _steer(self, how: Callable[[uuid.UUID], object], n: int) -> None:
        with suppress(Conflict):
            for job in self._one_of(rows("SELECT id FROM email_sync_jobs ORDER BY created_at DESC, id"), n % 3):
                how(job["id"])

    def _connect(self, person: uuid.UUID) -> None:
        (known,) = rows("SELECT email_address FROM gmail_connections WHERE user_id = :u", u=person)
        connections.connect(person, known["email_address"], "another-token", [SCOPE])

    # ── Gmail ──

    def break_mail(self, n: int) -> None:
        for message_id in self._one_of(list(self.gmail.mails), n):
            times = 1 + n % 3
            self.gmail.faults.setdefault(message_id, []).extend([FAULTS[n % len(FAULTS)]] * times)
            self.injected += times

    def break_call(self, n: int) -> None:
        self.gmail.raises.setdefault(CALLS[n % 3], []).append(REFUSALS[n // 3 % 3])
        self.injected += 1

    def revoke(self, n: int) -> None:
        self.gmail.stopped = GrantRevoked("revoked")
        self.celery.faults["grant revoked"] += 1

    def expire(self, n: int) -> None:
        self.gmail.oldest_history = self.gmail.history_id + 1
        self.celery.faults["history expired"] += 1

    def deliver(self, n: int) -> None:
        self.mails += 1
        if n % 3:
            self.gmail.deliver(f"pay{self.mails:05d}", payment(self.mails + 1))
        else:
            self.gmail.deliver(f"let{self.mails + 1000:05d}", letter())

    def delete(self, n: int) -> None:
        for message_id in self._one_of(list(self.gmail.mails)[1:], n):
            self.deleted.add(message_id)
            del self.gmail.mails[message_id]

    @staticmethod
    def _one_of(choice: Sequence[Any], n: int) -> Sequence[Any]:
        return [choice[n % len(choice)]] if choice else []

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
        self.gmail.stopped = None
        for worker in self.celery.workers:
            worker.run_on()
        self.celery.forget_the_ended()
        for person in self.people:
            self._connect(person)
        run("UPDATE email_sync_jobs SET paused_at = NULL")

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
        stateful_step_count=100,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink] if share.FULL else [Phase.generate],
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    # Most of what goes wrong needs several things to come together.
    run_state_machine_as_test(hypothesis.seed(share.SEED)(Machine), settings=settings, _min_steps=60)
    for kind, number in celery.faults.items():
        share.count(f"in any order: {kind}", number)
    assert celery.faults.total() > share.EXAMPLES
