"""Workers killed, frozen and stopped, in listing, first, middle and last batch, and in the incremental look."""

import contextlib
import re
import signal
import time
from functools import partial

import psutil  # type: ignore[import-untyped]  # it ships no types

from tests.chaos import checks
from tests.chaos.house import BATCH, House, Person
from tests.chaos.lane import Scenario
from tests.chaos.watcher import Watcher

WORKERS = ("worker", "worker2")
FROZEN_SECONDS = 90.0
DEATHS = 8


def kill_pool_children(house: House, watcher: Watcher) -> list[Person]:
    """At random moments from the listing to the last batch, then in an incremental look."""
    people = house.people(5, 225)
    kills = 0
    with house.slow(1.0):
        house.start_imports(people)
        for _ in range(8):
            house.pause(0.3, 2.0)
            kills += _kill_a_child(house, watcher)
        house.wait_until_over(people)
        for person in people:
            house.sandbox("POST", f"mailboxes/{person.email}/messages", {"generate": 30})
        house.look_now(people)
        house.wait_until(
            lambda: house.rows("SELECT 1 FROM email_sync_jobs WHERE kind = 'incremental'"), 150, "an incremental job"
        )
        for _ in range(3):
            kills += _kill_a_child(house, watcher)
            house.pause(0.2, 1.0)
        _wait_for_news(house, people, 255)
    _at_most_a_batch_each(house, people, kills)
    return people


def _kill_a_child(house: House, watcher: Watcher) -> int:
    children = house.pool_of(house.dice.choice(WORKERS))
    if not children:
        return 0
    watcher.killed()
    with contextlib.suppress(psutil.Error):
        house.dice.choice(children).kill()
        house.faults["worker: pool child killed"] += 1
    return 1


def _wait_for_news(house: House, people: list[Person], mails: int) -> None:
    ids = [one.user_id for one in people]
    settled = "SELECT count(*) AS n FROM email_outcomes WHERE user_id = ANY(%s::uuid[])"
    house.wait_until(lambda: house.rows(settled, ids)[0]["n"] == mails * len(people), 200, "the incremental looks")


def _at_most_a_batch_each(house: House, people: list[Person], kills: int) -> None:
    again = checks.fetched_again(house, people)
    assert again <= kills * BATCH, f"I6: {again} mails fetched again after {kills} kills"


def kill_group(house: House, watcher: Watcher) -> list[Person]:
    return _kill_groups(house, watcher, ("worker",))


def kill_all(house: House, watcher: Watcher) -> list[Person]:
    return _kill_groups(house, watcher, WORKERS)


def _kill_groups(house: House, watcher: Watcher, names: tuple[str, ...]) -> list[Person]:
    people = house.people(4, 225)
    with house.slow(1.0):
        house.start_imports(people)
        house.wait_for_mails(people, 200)
        house.wait_for_work(4)
        watcher.killed()
        for name in names:
            house.kill_group(name)
            house.faults["worker: group killed"] += 1
        for name in names:
            house.start_worker(name)
        house.wait_until_over(people)
    _at_most_a_batch_each(house, people, 2 * len(names))
    return people


def freeze(house: House, watcher: Watcher) -> list[Person]:
    """SIGSTOP for 90 s: its leases run out, the other worker does the work, and the zombie writes nothing when it is back."""
    people = house.people(4, 225)
    with house.slow(1.0):
        house.start_imports(people)
        house.wait_for_mails(people, 100)
        house.wait_for_work(4)
        watcher.killed()
        house.kill_group("worker", signal.SIGSTOP)
        house.faults["worker: frozen for 90 s"] += 1
        time.sleep(FROZEN_SECONDS)
        house.kill_group("worker", signal.SIGCONT)
        house.wait_until_over(people)
        time.sleep(5)
    return people


def ask_to_stop(house: House, watcher: Watcher, *, all_of_it: bool = False) -> list[Person]:
    """SIGTERM, of its main process or `all_of_it`: the batches at hand are finished, and none is done again."""
    people = house.people(4, 225)
    with house.slow(1.0):
        house.start_imports(people)
        house.wait_for_mails(people, 150)
        house.wait_for_work(4)
        if all_of_it:
            house.kill_group("worker", signal.SIGTERM)
        else:
            house.child("worker").ask_to_stop()
        house.faults["worker: asked to stop"] += 1
        assert house.child("worker").popen.wait(40) == 0
        house.start_worker("worker")
        house.wait_until_over(people)
    again = checks.fetched_again(house, people)
    assert again == 0, f"{again} mails fetched again after SIGTERM"
    return people


def die_at_failpoints(house: House, watcher: Watcher) -> list[Person]:
    """Real processes die at each of the points, again and again while they work; the last part is done in peace."""
    people = house.people(4, 225)
    for name, points in zip(WORKERS, _failpoints(house), strict=True):
        house.start_worker(name, FAILPOINTS=points)
    house.start_imports(people)
    house.wait_until(lambda: _deaths(house) >= DEATHS or house.processed(people) == 900, 200, "deaths")
    for person in people:
        house.sandbox("POST", f"mailboxes/{person.email}/messages", {"generate": 10})
    house.look_now(people)
    house.pause(5, 10)
    deaths = _deaths(house)
    for name in WORKERS:
        house.start_worker(name)
    assert deaths, "nobody died"
    house.faults["worker: died at a failpoint"] += deaths
    house.wait_until_over(people, 200)
    house.look_now(people)
    _wait_for_news(house, people, 235)
    return people


def _deaths(house: House) -> int:
    """Each leaves a line in the log of its worker."""
    logs = [house.child(name).log.read_text(encoding="utf-8", errors="replace") for name in WORKERS]
    return sum(len(re.findall(r"^failpoint ", log, re.M)) for log in logs)


def _failpoints(house: House) -> tuple[str, str]:
    dice = house.dice
    first = f"claimed={dice.randint(3, 6)},fetched={dice.randint(3, 6)},before_commit={dice.randint(10, 30)}"
    return first, f"listed={dice.randint(1, 2)},before_ring={dice.randint(3, 9)},rang={dice.randint(3, 9)},looked=1"


SCENARIOS = {
    "workers": [
        Scenario("kill -9 of pool children: listing, first, middle, last batch, incremental", kill_pool_children),
        Scenario("kill -9 of one worker with its pool", kill_group),
        Scenario("kill -9 of all workers", kill_all),
        Scenario("SIGTERM: no batch is done again", ask_to_stop),
        Scenario("SIGTERM of the whole group: no batch is done again", partial(ask_to_stop, all_of_it=True)),
        Scenario("SIGSTOP for 90 s, then SIGCONT", freeze, open_transactions=True),
    ],
    "failpoints": [Scenario(f"real processes die at failpoints ({n})", die_at_failpoints) for n in (1, 2, 3, 4)],
}
