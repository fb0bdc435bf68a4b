"""Many users in the tables, most of them idle: made by SQL, so that a million take a minute."""

import time
import uuid

from sqlalchemy import text

from app.db import get_engine

# An idle user has imported once and is looked at every half hour; the first `active` have an import under way.
_STATEMENTS = (
    "INSERT INTO users (id, email) SELECT gen_random_uuid(), 'u' || n || '@example.com' FROM generate_series(1, :users) AS n",
    (
        "INSERT INTO gmail_connections (user_id, email_address, scopes, state, next_sync_at)"
        " SELECT id, email, ARRAY['https://www.googleapis.com/auth/gmail.readonly'], 'active',"
        " now() + random() * interval '30 minutes' FROM users"
    ),
    (
        "INSERT INTO email_sync_jobs (user_id, status, total_emails, processed_emails, imported_emails, progress_percentage,"
        " started_at, listed_at, completed_at)"
        " SELECT id, 'completed', 1500, 1500, 1500, 100, now(), now(), now() FROM users"
    ),
    (
        "INSERT INTO email_sync_jobs (user_id, status, total_emails, created_at, started_at, listed_at, priority)"
        " SELECT id, 'processing', 1500, now() - interval '1 hour', now(), now(), 0 FROM users LIMIT :active"
    ),
    (
        "INSERT INTO email_sync_batches (job_id, user_id, seq, message_ids, pending_ids)"
        " SELECT job.id, job.user_id, seq, ids, ids FROM email_sync_jobs AS job, generate_series(0, 14) AS seq,"
        " LATERAL (SELECT array_agg(md5(concat(seq, n))) AS ids FROM generate_series(1, 100) AS n) AS made"
        " WHERE job.status = 'processing'"
    ),
)


def populate(users: int, active: int) -> None:
    with get_engine().begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        for statement in _STATEMENTS:
            names = {name: value for name, value in (("users", users), ("active", active)) if f":{name}" in statement}
            connection.execute(text(statement), names)
    _vacuum()


_PEOPLE = "INSERT INTO users (email) SELECT 't' || n || '@example.com' FROM generate_series(1, 101) AS n RETURNING id"
# Two years up to the end of October 2026, in the order of imports side by side, which is none. One in ten mails names no day, one
# in fifty tells of dollars.
_TRANSACTIONS = (
    "INSERT INTO transactions (user_id, message_id, amount, currency, direction, kind, counterparty, merchant, account_last4,"
    " issuer, occurred_on, received_at, reader_version, confidence, category, category_rule)"
    " SELECT people.id, md5(n::text), (n * 7919 % 1000000) / 100.0 + 1, CASE WHEN n % 50 = 0 THEN 'USD' ELSE 'INR' END,"
    " CASE WHEN n % 9 = 0 THEN 'credit' ELSE 'debit' END, 'purchase', 'MERCHANT ' || n % 800, 'Merchant ' || n % 800,"
    " lpad((n % 4)::text, 4, '4'), (ARRAY['hdfc', 'icici', 'axis'])[1 + n % 3],"
    " CASE WHEN n % 10 > 0 THEN (moment AT TIME ZONE 'Asia/Kolkata')::date END, moment, 1,"
    " CASE WHEN n % 40 = 0 THEN 0.6 ELSE 0.99 END, slugs[1 + n % cardinality(slugs)], 'kind'"
    " FROM unnest(CAST(:users AS uuid[]), CAST(:counts AS int[])) AS people(id, most), generate_series(1, most) AS n,"
    " (SELECT array_agg(slug ORDER BY slug) AS slugs FROM categories) AS known,"
    " LATERAL (SELECT timestamptz '2026-10-31 18:00Z' - n * (interval '729 days' / most) AS moment) AS at"
    " ORDER BY md5(people.id::text || n)"
)


def populate_transactions(count: int, *, others: int = 500) -> uuid.UUID:
    """A user with so many transactions, and a hundred with `others` each; gives the first one's id."""
    with get_engine().begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        people = connection.execute(text(_PEOPLE)).scalars().all()
        counts = [count, *(others for _ in people[1:])]
        connection.execute(text(_TRANSACTIONS), {"users": list(people), "counts": counts})
    _vacuum_until_visible("transactions")
    return uuid.UUID(str(people[0]))


def _vacuum() -> None:
    with get_engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET statement_timeout = 0"))
        connection.execute(text("VACUUM ANALYZE"))
        connection.execute(text("RESET statement_timeout"))


def _vacuum_until_visible(table: str) -> None:
    """VACUUM leaves out what somebody may not see yet: a commit that is still in memory, a look of autovacuum's own."""
    for _ in range(100):
        _vacuum()
        with get_engine().connect() as connection:
            seen = connection.scalar(text("SELECT relallvisible > 0.9 * relpages FROM pg_class WHERE relname = :t"), {"t": table})
        if seen:
            return
        time.sleep(0.05)
    raise RuntimeError(f"somebody holds back what may be seen of {table}")
