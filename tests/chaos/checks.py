"""What must hold when a scenario is over and all is quiet: the invariants I1 to I10, against the sandbox's ledger."""

from typing import Any

from app.local.compare import compare, imbalances
from tests.chaos.house import House, Person
from tests.chaos.watcher import Watcher

RECOVERY_SECONDS = 45.0
PER_USER = {"2026": 6000, "legacy": 15_000}
# What our own line of code shows in a traceback is no secret: the values are looked for.
SECRETS = (b"sandbox-refresh-", b"Bearer ya29", b"Bearer sandbox", b"ya29.a0", b"has been debited")

_RECOUNT = """
SELECT job.id::text, job.status FROM email_sync_jobs job LEFT JOIN email_sync_batches batch ON batch.job_id = job.id
GROUP BY job.id HAVING job.imported_emails <> coalesce(sum(stored_count + duplicate_count), 0)
    OR job.skipped_emails <> coalesce(sum(notice_count + gone_count), 0)
    OR job.failed_emails <> coalesce(sum(unparsed_count + failed_count), 0)
    OR (job.status = 'completed' AND job.total_emails <> coalesce(sum(cardinality(message_ids)), 0))
"""


def broken(house: House, watcher: Watcher, people: list[Person]) -> list[str]:
    """Sentences; empty when all holds. `people` are those whose mail the scenario imported."""
    found = [sentence for person in people for sentence in _of_person(house, person)]
    found += [f"I3: job {row['id']} ({row['status']}) does not balance" for row in house.rows(_RECOUNT)]
    found += [f"I4: batch {row['batch_id']} written under an expired lease" for row in house.rows("SELECT * FROM chaos_fence")]
    found += watcher.broken
    watcher.broken.clear()
    slow = [seconds for seconds in watcher.recoveries if seconds > RECOVERY_SECONDS]
    found += [f"I5: work went on after {seconds:.1f} s" for seconds in slow]
    found += _over_tariff(house)
    return found


def _of_person(house: House, person: Person) -> list[str]:
    ledger = house.sandbox("GET", f"mailboxes/{person.email}/ledger")
    outcomes = int(house.rows("SELECT count(*) AS n FROM email_outcomes WHERE user_id = %s", person.user_id)[0]["n"])
    found = []
    if outcomes != ledger["messages"]:
        found.append(f"I1: {person.email}: {outcomes} outcomes of {ledger['messages']} mails")
    comparison = compare(ledger["transactions"], house.client.transactions(person.user_id))
    found += [f"I2: {person.email}: {difference}" for difference in comparison.differences[:5]]
    found += [f"I3: {person.email}: {sentence}" for sentence in imbalances(house.status(person))]
    return found


def _over_tariff(house: House) -> list[str]:
    limit = PER_USER.get(house.stack.plan.tariff)
    peaks: dict[str, int] = house.sandbox("GET", "usage")["max_units_in_60_seconds"]["users"]
    return [f"I7: {user} spent {units} units in a minute" for user, units in peaks.items() if limit and units > limit]


def fetched_again(house: House, people: list[Person]) -> int:
    """How many mails were fetched more often than once (I6)."""
    usage: list[dict[str, Any]] = [house.sandbox("GET", f"usage?user={person.email}") for person in people]
    return sum(count - 1 for one in usage for count in one["fetched_again"].values())


def at_the_end(house: House) -> list[str]:
    """Once, after all scenarios of a lane: queues drain (I10), no secret lies anywhere (I8), no deadlock (I9)."""
    found = []
    with house.redis_client() as client:
        house.wait_until(lambda: _waiting(client) <= 2, 120, "I10: the queues drain")
        in_redis = b"".join(client.dump(key) or b"" for key in client.scan_iter("*"))
    logs = b"".join(path.read_bytes() for path in house.folder.rglob("*.log*"))
    found += [f"I8: {secret!r} in Redis" for secret in SECRETS if secret in in_redis]
    found += [f"I8: {secret!r} in a log" for secret in SECRETS if secret in logs]
    deadlocks = house.rows("SELECT sum(deadlocks) AS n FROM pg_stat_database")[0]["n"]
    if deadlocks:
        found.append(f"I9: {deadlocks} deadlocks")
    return found


def _waiting(client: Any) -> int:
    queues = ("celery", "celery_first", "celery_dispatch", "celery_listing", "celery_pages")
    return sum(int(client.llen(queue)) for queue in queues) + int(client.hlen("unacked"))
