"""PostgreSQL restarted, away, locked, its backends killed; Beat away and doubled; people who reconnect; mails nobody can read."""

import contextlib
import time
import uuid

import psycopg2

from app.services import connections
from tests.chaos.bad_mails import bad_mails
from tests.chaos.house import SCOPE, House, Late, Person
from tests.chaos.lane import Scenario
from tests.chaos.watcher import Watcher

DOWN_SECONDS = 30.0
LOCK_SECONDS = 20.0
NO_BEAT_SECONDS = 45.0


def restart(house: House, watcher: Watcher) -> list[Person]:
    return _away(house, 0)


def down(house: House, watcher: Watcher) -> list[Person]:
    return _away(house, DOWN_SECONDS)


def _away(house: House, seconds: float) -> list[Person]:
    people = house.people(3, 225)
    with house.slow(0.7):
        house.start_imports(people)
        house.wait_for_mails(people, 100)
        house.stop_postgres()
        house.faults["PostgreSQL: stopped"] += 1
        if seconds:
            _api_says_come_back(house, people[0])
        time.sleep(seconds)
        house.start_postgres()
        house.wait_until(lambda: house.status(people[0]), 30, "the API goes on")
        house.wait_until_over(people)
    return people


def _api_says_come_back(house: House, person: Person) -> None:
    answer = house.http.get(f"{house.stack.api_url}/api/v1/email-sync/status/{person.user_id}")
    assert answer.status_code == 503, f"the API answered {answer.status_code} without its database"
    assert "retry-after" in answer.headers


def kill_backends(house: House, watcher: Watcher) -> list[Person]:
    """One after the other, whatever they are doing; some are in a commit."""
    people = house.people(3, 225)
    with house.slow(0.3):
        house.start_imports(people)
        give_up = time.monotonic() + 12
        while time.monotonic() < give_up:
            house.faults["PostgreSQL: backend killed"] += _kill_a_backend(house)
            house.pause(0.02, 0.2)
        house.wait_until_over(people)
    return people


def _kill_a_backend(house: House) -> int:
    """Those in a transaction first."""
    kill = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fincoach'"
        " ORDER BY xact_start IS NULL, random() LIMIT 1"
    )
    return len(house.rows(kill))


def lock(house: House, watcher: Watcher) -> list[Person]:
    """Somebody holds the jobs' table: who waits gives up after its time-out and comes again."""
    people = house.people(3, 225)
    with house.slow(0.5):
        house.start_imports(people)
        house.wait_for_mails(people, 100)
        with contextlib.closing(psycopg2.connect(house.database_url)) as holder:
            with holder.cursor() as cursor:
                cursor.execute("LOCK TABLE email_sync_jobs IN EXCLUSIVE MODE")
            house.faults["PostgreSQL: lock held"] += 1
            time.sleep(LOCK_SECONDS)
            holder.rollback()
        house.wait_until_over(people)
    return people


def no_beat(house: House, watcher: Watcher) -> list[Person]:
    """Batches ring the dispatcher themselves; what needs the clock waits for Beat, and comes without a storm."""
    people = house.people(3, 225)
    house.start_imports(people)
    house.wait_until_over(people)
    house.child("beat").stop(5)
    house.faults["Beat: none"] += 1
    more = house.people(3, 225)
    with house.slow(0.5):
        house.start_imports(more)
        house.execute("UPDATE gmail_connections SET next_sync_at = now() - interval '1 hour' WHERE history_id IS NOT NULL")
        time.sleep(NO_BEAT_SECONDS)
        house.start_beat()
        house.wait_until_over(more)
    late = "SELECT count(*) AS n FROM gmail_connections WHERE state = 'active' AND next_sync_at < now() - interval '2 minutes'"
    house.wait_until(lambda: house.rows(late)[0]["n"] == 0, 90, "overdue looks are spread")
    return [*people, *more]


def two_beats(house: House, watcher: Watcher) -> list[Person]:
    people = house.people(4, 225)
    house.start_beat("beat2")
    house.faults["Beat: two"] += 1
    house.start_imports(people)
    house.wait_until_over(people)
    house.child("beat2").stop(5)
    return people


def reconnect(house: House, watcher: Watcher) -> list[Person]:
    """The grant is taken away in mid-job, given again, and connected again while a job runs."""
    people = house.people(3, 225)
    with house.slow(0.5):
        house.start_imports(people)
        house.wait_for_mails(people, 100)
        house.sandbox("POST", f"mailboxes/{people[0].email}/revoke", {})
        house.faults["person: grant revoked"] += 1
        house.connect(people[1].email, people[1].email)
        house.faults["person: reconnected in mid-job"] += 1
        house.wait_until_over(people)
    assert house.status(people[0])["phase"] == "needs_reconnect", house.status(people[0])["phase"]
    house.sandbox("POST", f"mailboxes/{people[0].email}/revoke", {"restore": True})
    house.connect(people[0].email, people[0].email)
    house.start_imports(people[:1])
    return people


def other_mailbox(house: House, watcher: Watcher) -> list[Person]:
    """Another mailbox is connected in mid-job: nothing of the first may be taken for the second's."""
    person, second = house.person(225), house.person(100)
    with house.slow(0.5):
        house.start_imports([person])
        house.wait_for_mails([person], 50)
        connections.connect(uuid.UUID(person.user_id), second.email, f"sandbox-refresh-{second.email}", [SCOPE])
        house.faults["person: another mailbox in mid-job"] += 1
        house.wait_until_over([person])
    house.start_imports([person, second])
    return [second]


OF_A_PERSON = ("email_sync_jobs", "email_sync_batches", "email_outcomes", "transactions", "gmail_connections", "quota_grants")


def leave(house: House, watcher: Watcher) -> list[Person]:
    """While their batches are at work, one disconnects and one is erased: nothing of theirs is written after that."""
    erased, disconnected, stays = house.people(3, 225)
    with house.slow(0.7):
        house.start_imports([erased, disconnected, stays])
        for person in (erased, disconnected):
            house.wait_for_mails([person], 50)
        house.api("DELETE", f"users/{erased.user_id}")
        house.api("POST", f"connections/{disconnected.user_id}/disconnect")
        house.faults["person: left in mid-job"] += 2
        processed = house.processed([disconnected])
        house.wait_until_over([stays])
    assert house.processed([disconnected]) == processed, "mails were counted after the mailbox was disconnected"
    for table in OF_A_PERSON:
        assert not house.rows(f"SELECT 1 FROM {table} WHERE user_id = %s", erased.user_id), f"{table} knows who was erased"
    return [stays]


def shared_mailbox(house: House, watcher: Watcher) -> list[Person]:
    first = house.person(225)
    second = house.connect("another@sandbox.test", first.email)
    house.start_imports([first, second])
    house.faults["person: mailbox shared"] += 1
    return [first, second]


def worst_mails(house: House, watcher: Watcher) -> list[Person]:
    """None of them fails its batch, and none takes the others' time."""
    person = house.person(100)
    for raw in bad_mails():
        house.sandbox(
            "POST", f"mailboxes/{person.email}/messages", content=raw, headers={"content-type": "message/rfc822"}, timeout=60
        )
        house.faults["bad mail"] += 1
    house.start_imports([person])
    # Fourteen of them in one batch: what they spoil is asked in ever smaller ones, and each is tried three times alone.
    house.wait_until_over([person], 300)
    lost = house.rows("SELECT sum(lost_leases) AS n FROM email_sync_batches WHERE user_id = %s", person.user_id)[0]["n"]
    if lost:
        raise Late(f"{lost} leases were lost to bad mails")
    return [person]


SCENARIOS = {
    "postgres": [
        Scenario("PostgreSQL restarted", restart, open_transactions=True),
        Scenario("PostgreSQL down for 30 s", down, open_transactions=True),
        Scenario("backends killed, in commits too", kill_backends, open_transactions=True),
        Scenario("a lock held for 20 s", lock, open_transactions=True),
    ],
    "people": [
        Scenario("no Beat for 45 s, mailboxes overdue by an hour", no_beat),
        Scenario("two Beats", two_beats),
        Scenario("grant revoked and given again, reconnected in mid-job", reconnect),
        Scenario("another mailbox connected in mid-job", other_mailbox),
        Scenario("disconnected, and erased, in mid-job", leave),
        Scenario("one mailbox connected by two people", shared_mailbox),
        Scenario("the worst mails", worst_mails),
    ],
}
