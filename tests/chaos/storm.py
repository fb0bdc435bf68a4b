"""Everything at once, for as long as an import takes: the share of it that every run of the tests tries."""

import json
import time

from tests.chaos.house import House, Person
from tests.chaos.lane import Scenario
from tests.chaos.postgres_scenarios import _kill_a_backend
from tests.chaos.proxy import Mischief
from tests.chaos.redis_scenarios import _flush, _poisons
from tests.chaos.watcher import Watcher
from tests.chaos.worker_scenarios import _kill_a_child

CANARY_SUBJECT, CANARY_BODY = "Canary-subject-4f1c", "Canary-body-88ad"
PAYMENT = (
    "Dear Customer, Rs.{n}.00 has been debited from account 4821 to VPA shop@okaxis SHOP {n} on 10-04-26."
    " Your UPI transaction reference number is 6100000000{n}. " + CANARY_BODY
)
MAILS = (
    {"from": "HDFC Bank InstaAlerts <alerts@hdfcbank.net>", "text": PAYMENT.format(n=11)},
    {"from": "Mira <mira@example.org>", "text": f"Shall we walk by the lake? {CANARY_BODY}"},
    {"from": "Some Bank <alerts@somebank.example>", "text": f"Your payment of an amount was processed. {CANARY_BODY}"},
)
STORM_SECONDS = 12.0


def storm(house: House, watcher: Watcher) -> list[Person]:
    """Kills, lost, doubled and poisoned messages, flushes and a failing Gmail."""
    people = house.people(3, 150)
    house.proxy.mischief = Mischief(drop=0.1, copies=2, reorder=0.1)
    with house.gmail_faults(
        {"kind": "status", "probability": 0.03},
        {"kind": "drop_part", "probability": 0.03},
        {"kind": "reset", "method": "batch", "probability": 0.05},
        {"kind": "delay", "method": "batch", "seconds": 0.5},
    ):
        house.start_imports(people)
        give_up = time.monotonic() + STORM_SECONDS
        kills = 0
        while time.monotonic() < give_up:
            house.pause(0.1, 0.6)
            kills += _kill_a_child(house, watcher) if kills < 3 else 0
            house.faults["PostgreSQL: backend killed"] += _kill_a_backend(house)
            _flush(house)
            with house.redis_client() as client:
                client.rpush("celery", house.dice.choice(_poisons()))
            house.faults["message: poison"] += 1
    house.proxy.mischief = Mischief()
    house.wait_until_over(people)
    _import_again(house, people)
    return people


def _import_again(house: House, people: list[Person]) -> None:
    """Mails that failed three times, or a job that a fault of the listing ended: another import finds what is missing."""
    for person in people:
        status = house.status(person)
        if status["status"] == "failed" or status["failed_emails"]:
            house.client.start(person.user_id, 6)
    house.wait_until_over(people)


def canary(house: House, watcher: Watcher) -> list[Person]:
    """A token and mails of words that nobody else writes: afterwards they stand in no log, key, row or answer."""
    person = house.person(0)
    for mail in MAILS:
        house.sandbox("POST", f"mailboxes/{person.email}/messages", {"subject": CANARY_SUBJECT, **mail})
    with house.gmail_faults({"kind": "status", "method": "messages.get", "probability": 0.5, "count": 4}):
        house.start_imports([person])
        house.wait_until_over([person])
    settled = house.rows("SELECT outcome FROM email_outcomes WHERE user_id = %s", person.user_id)
    assert len(settled) == len(MAILS), settled
    told = [_answers(house, person), _database(house), _redis(house), _logs(house)]
    for word in (CANARY_SUBJECT, CANARY_BODY, f"sandbox-refresh-{person.email}", "ya29.a0"):
        assert not any(word in one for one in told), f"I8: {word}"
    return []


def _answers(house: House, person: Person) -> str:
    api = f"{house.stack.api_url}/api/v1"
    paths = (
        f"email-sync/status/{person.user_id}",
        f"email-sync/history/{person.user_id}",
        f"transactions?user_id={person.user_id}",
        f"users/{person.user_id}",
        "email-sync/stats",
        f"email-sync/estimate/{person.user_id}",
        "email-sync/status/none",
    )
    return "\n".join(house.http.get(f"{api}/{path}").text for path in paths)


def _database(house: House) -> str:
    tables = house.rows("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'")
    rows = [row for table in tables for row in house.rows(f'SELECT t::text AS row FROM "{table["name"]}" t')]
    return "\n".join(str(row["row"]) for row in rows)


def _redis(house: House) -> str:
    with house.redis_client() as client:
        kept = [client.dump(key) or b"" for key in client.scan_iter("*")]
    return json.dumps([one.decode("latin-1") for one in kept])


def _logs(house: House) -> str:
    return "".join(path.read_text(encoding="utf-8", errors="replace") for path in house.folder.rglob("*.log*"))


SCENARIOS = {"storm": [Scenario("everything at once", storm, open_transactions=True), Scenario("a canary", canary)]}
