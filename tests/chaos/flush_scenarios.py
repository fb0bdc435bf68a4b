"""FLUSHALL with 100,000 batches due. Nobody works on them here: only the dispatcher and Beat run, and bells are counted."""

import time

from app.local.processes import start
from app.local.supervisor import ROOT, _command
from tests.chaos.house import House, Person
from tests.chaos.lane import Scenario
from tests.chaos.watcher import Watcher

BATCHES = 100_000
PER_JOB = 100
LIMIT_SECONDS = 60.0


def flush_with_all_due(house: House, watcher: Watcher) -> list[Person]:
    """Few of those due are rung at any time: as many as workers can take. Those rungs are lost, and must be rung again."""
    _only_the_dispatcher(house)
    _make_batches(house)
    house.wait_until(lambda: _rung(house) >= 4, 30, "the first bells")
    flushed_at = _flush(house)
    lost = "SELECT count(*) AS n FROM email_sync_batches WHERE status = 'queued' AND rung_at < %s"
    house.wait_until(lambda: house.rows(lost, flushed_at)[0]["n"] == 0, LIMIT_SECONDS, "all lost bells are rung again")
    house.wait_until(lambda: _rung(house) >= 4, 5, "they are in Redis")
    return []


def flush_with_all_rung(house: House, watcher: Watcher) -> list[Person]:
    """More than any setting allows: all of them are rung, all bells are lost at once, and all are rung again."""
    house.execute("UPDATE email_sync_batches SET status = 'queued', granted_ids = 1, rung_at = clock_timestamp()")
    flushed_at, began = _flush(house), time.monotonic()
    lost = "SELECT count(*) AS n FROM email_sync_batches WHERE rung_at < %s"
    house.wait_until(lambda: house.rows(lost, flushed_at)[0]["n"] == 0, 3 * LIMIT_SECONDS, "all are marked as rung", every=1.0)
    house.wait_until(lambda: _rung(house) >= BATCHES, LIMIT_SECONDS, "all are in Redis")
    seconds = time.monotonic() - began
    watcher.recoveries.append(seconds)
    house.execute("DELETE FROM users WHERE email LIKE 'many%'")
    _flush(house)
    for name in ("worker", "worker2"):
        house.start_worker(name)
    assert seconds <= LIMIT_SECONDS, f"{BATCHES} bells took {seconds:.1f} s"
    watcher.recoveries.clear()
    house.faults[f"Redis: FLUSHALL of {BATCHES} bells, rung again in {seconds:.0f} s"] += 1
    return []


def _rung(house: House) -> int:
    with house.redis_client() as client:
        return int(client.llen("celery")) + int(client.llen("celery_first"))


def _flush(house: House) -> object:
    """The moment, by the database's clock."""
    with house.redis_client() as client:
        client.flushall()
    house.faults["Redis: FLUSHALL"] += 1
    return house.rows("SELECT clock_timestamp() AS at")[0]["at"]


def _only_the_dispatcher(house: House) -> None:
    for name in ("worker", "worker2"):
        house.child(name).stop(5)
        del house.stack.children[name]
    command = [*_command("worker", house.stack.plan, house.stack.folder), "-Q", "celery_dispatch"]
    # Past our proxy, which is slower than Redis: here it is the pace that is measured.
    env = {**house.stack.env, "CELERY_BROKER_URL": house.redis.url, "CELERY_RESULT_BACKEND": house.redis.url}
    house.stack.children["worker"] = start("worker", command, house.stack.folder.log("worker"), env=env, cwd=ROOT)


def _make_batches(house: House) -> None:
    house.execute(
        "INSERT INTO users (id, email) SELECT gen_random_uuid(), 'many' || n || '@sandbox.test' FROM generate_series(1, %s) n",
        BATCHES // PER_JOB,
    )
    house.execute(
        "INSERT INTO email_sync_jobs (id, user_id, status, kind, months, total_emails, started_at, listed_at)"
        " SELECT gen_random_uuid(), id, 'processing', 'initial', 6, %s, now(), now() FROM users WHERE email LIKE 'many%%'",
        PER_JOB,
    )
    house.execute(
        "INSERT INTO email_sync_batches (id, job_id, user_id, seq, message_ids, pending_ids)"
        " SELECT gen_random_uuid(), job.id, job.user_id, n, ARRAY['m' || n], ARRAY['m' || n]"
        " FROM email_sync_jobs job CROSS JOIN generate_series(1, %s) n WHERE job.total_emails = %s AND job.status = 'processing'",
        PER_JOB,
        PER_JOB,
    )


SCENARIOS = {
    "flush": [
        Scenario("FLUSHALL with 100,000 batches due", flush_with_all_due, open_transactions=True),
        Scenario("FLUSHALL with 100,000 batches rung", flush_with_all_rung, open_transactions=True),
    ]
}
