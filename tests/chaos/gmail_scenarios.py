"""Everything Gmail can do to an import, by the sandbox's book of faults."""

import time
from typing import Any

from tests.chaos.house import House, Person
from tests.chaos.lane import Run, Scenario
from tests.chaos.watcher import Watcher

MAILS = 225


def during_imports(*faults: dict[str, Any], people: int = 3, seconds: float = 12.0) -> Run:
    """These faults for some seconds of several imports; what ended as `failed` is tried again when all is well."""

    def run(house: House, watcher: Watcher) -> list[Person]:
        several = house.people(people, MAILS)
        with house.gmail_faults(*faults):
            house.start_imports(several)
            time.sleep(seconds)
        house.wait_until_over(several, 240)
        _try_again(house, several)
        return several

    return run


def _try_again(house: House, people: list[Person]) -> None:
    """Those whose job could not go on, or has mails that failed three times, import again: only what is missing is fetched."""
    for person in people:
        status = house.status(person)
        if status["status"] == "failed" or status["failed_emails"]:
            house.client.start(person.user_id, 6)
    house.wait_until_over(people, 150)


def history_expires(house: House, watcher: Watcher) -> list[Person]:
    """Twice: the cursor of the resync is too old as well."""
    people = house.people(3, 100)
    house.start_imports(people)
    house.wait_until_over(people)
    for _ in range(2):
        for person in people:
            house.sandbox("POST", f"mailboxes/{person.email}/messages", {"generate": 20})
            house.sandbox("POST", f"mailboxes/{person.email}/expire-history")
            house.faults["Gmail: history expired"] += 1
        house.look_now(people)
        _wait_until_all_is_known(house, people)
    return people


def late_and_deleted(house: House, watcher: Watcher) -> list[Person]:
    """Mails come and go while the import runs."""
    people = house.people(3, 150)
    with house.slow(0.5):
        house.start_imports(people)
        house.wait_for_mails(people, 50)
        for person in people:
            house.sandbox("POST", f"mailboxes/{person.email}/messages", {"generate": 15})
        house.wait_until_over(people)
    house.look_now(people)
    _wait_until_all_is_known(house, people)
    return people


def hits_from_before(house: House, watcher: Watcher) -> list[Person]:
    """The lists of an import of one month begin a day too early. It stores its own month; the import of all stores the rest."""
    people = house.people(4, 2 * MAILS)
    with house.gmail_faults({"kind": "early_hits", "method": "messages.list", "seconds": 86_400}):
        house.start_imports(people, months=1)
        house.wait_until_over(people)
    put_aside = "SELECT count(*) AS n FROM email_outcomes WHERE reason = 'outside_window' AND user_id = ANY(%s::uuid[])"
    ids = [one.user_id for one in people]
    assert house.rows(put_aside, ids)[0]["n"] > 0, "no list held a mail from before its moment"
    house.start_imports(people)
    house.wait_until_over(people)
    return people


def _wait_until_all_is_known(house: House, people: list[Person]) -> None:
    known = "SELECT count(*) AS n FROM email_outcomes WHERE user_id = %s"
    for person in people:
        mails = house.sandbox("GET", f"mailboxes/{person.email}/ledger")["messages"]
        house.wait_until(lambda one=person, n=mails: house.rows(known, one.user_id)[0]["n"] == n, 150, "the looks")  # type: ignore[misc]


GET = "messages.get"


def two_users_of_a_mailbox(house: House, watcher: Watcher) -> list[Person]:
    """Gmail counts both against one minute, and refuses whoever is over it: nobody must be."""
    refused = house.sandbox("GET", "usage")["refusals"]
    first = house.person(200)
    second = house.connect(f"with.{first.email}", first.email)
    house.start_imports([first, second])
    house.faults["person: mailbox shared"] += 1
    house.wait_until_over([first, second], 240)
    assert house.sandbox("GET", "usage")["refusals"] == refused, "more was asked for than the minute of the mailbox"
    return [first, second]


def _scenario(name: str, *faults: dict[str, Any], people: int = 3, seconds: float = 12.0) -> Scenario:
    return Scenario(name, during_imports(*faults, people=people, seconds=seconds))


PARTS = ("drop_part", "double_part", "truncate_part", "wrong_id", "wrong_content_id")
SCENARIOS = {
    "gmail": [
        _scenario("5xx on 30 % of all calls", {"kind": "status", "probability": 0.3}, people=20, seconds=40),
        _scenario(
            "parts missing, doubled, cut, shuffled, mislabelled, of another mail",
            *({"kind": kind, "probability": 0.06} for kind in PARTS),
            {"kind": "reorder_parts", "probability": 0.3},
            people=20,
            seconds=25,
        ),
        _scenario("too much at once, by parts", {"kind": "concurrency", "method": GET, "probability": 0.2}, people=20),
        _scenario("a page for people instead of an answer", {"kind": "html", "probability": 0.3}, people=6),
        Scenario("hits from before the moment asked for", hits_from_before),
        _scenario("the token endpoint fails", {"kind": "status", "method": "token", "status": 500, "probability": 0.7}),
    ],
    "wire": [
        _scenario("connections reset", {"kind": "reset", "method": "batch", "probability": 0.3}, people=6),
        _scenario(
            "answers cut off, and cut in half", *({"kind": kind, "probability": 0.2} for kind in ("cut", "truncate")), people=6
        ),
        _scenario(
            "answers later than the time-out", {"kind": "delay", "method": "batch", "probability": 0.2, "seconds": 12}, people=6
        ),
        _scenario("no answer at all", {"kind": "hang", "method": "batch", "probability": 0.2}, people=6),
        _scenario("a byte now and then", {"kind": "drip", "method": "batch", "probability": 0.2, "seconds": 1.0}, people=6),
        _scenario("gzip bombs", {"kind": "gzip_bomb", "method": "batch", "probability": 0.1, "megabytes": 200}, people=6),
    ],
    "quota": [
        Scenario("one mailbox of two users, and its minute", two_users_of_a_mailbox),
        _scenario("429 with Retry-After", {"kind": "throttle", "method": GET, "retry_after": 2, "probability": 0.05}),
        _scenario(
            "429 with Retry-After in its message alone",
            {"kind": "throttle", "method": GET, "retry_after": 2, "where": "message", "probability": 0.05},
        ),
        _scenario(
            "403 and 429 without Retry-After",
            {"kind": "throttle", "method": GET, "status": 403, "probability": 0.02},
            {"kind": "throttle", "method": "messages.list", "probability": 0.2},
        ),
        _scenario("401 in the middle of batches", {"kind": "unauthorized", "method": GET, "probability": 0.1}, people=6),
        Scenario("history expired twice", history_expires),
        Scenario("mails that come while others are imported", late_and_deleted),
    ],
}
