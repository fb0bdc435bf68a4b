"""Many users in the tables, most of them idle: made by SQL, so that a million take a minute."""

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
    with get_engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET statement_timeout = 0"))
        connection.execute(text("VACUUM ANALYZE"))
        connection.execute(text("RESET statement_timeout"))
