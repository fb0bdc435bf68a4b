"""What an operator asks most: jobs at a glance, errors by code, throughput. Ids, codes and counts only; see docs/sql.md."""

from alembic import op

revision = "043"
down_revision = "042"
branch_labels = None
depends_on = None

VIEWS = {
    "job_overview": """
        SELECT job.id AS job_id, job.user_id, job.kind, job.status,
            CASE
                WHEN job.status IN ('completed', 'failed') THEN job.status
                WHEN job.paused_at IS NOT NULL THEN 'paused'
                WHEN job.resume_at > now() THEN CASE WHEN job.waiting_quota THEN 'waiting for quota' ELSE 'waiting' END
                WHEN job.listed_at IS NULL THEN CASE WHEN job.started_at IS NULL THEN 'queued' ELSE 'listing' END
                ELSE 'fetching'
            END AS at,
            round(job.progress_percentage::numeric, 1) AS percent,
            job.total_emails, job.processed_emails, job.parsed_transactions, job.skipped_emails, job.failed_emails,
            batch.ready, batch.queued, batch.running, batch.done,
            job.failure_code, job.error_count, job.request_id,
            job.created_at, job.started_at, job.completed_at, job.resume_at,
            coalesce(job.completed_at, now()) - job.started_at AS took
        FROM email_sync_jobs AS job
        CROSS JOIN LATERAL (
            SELECT count(*) FILTER (WHERE status = 'ready') AS ready, count(*) FILTER (WHERE status = 'queued') AS queued,
                count(*) FILTER (WHERE status = 'running') AS running, count(*) FILTER (WHERE status = 'done') AS done
            FROM email_sync_batches WHERE job_id = job.id
        ) AS batch
    """,
    "errors_by_code": """
        SELECT settled_at::date AS day, outcome, reason AS code, issuer, count(*) AS mails, count(DISTINCT user_id) AS people
        FROM email_outcomes WHERE outcome IN ('failed', 'unparsed') GROUP BY 1, 2, 3, 4
        UNION ALL
        SELECT created_at::date, 'job failed', failure_code, NULL, count(*), count(DISTINCT user_id)
        FROM email_sync_jobs WHERE status = 'failed' GROUP BY 1, 2, 3
    """,
    "throughput": """
        SELECT date_trunc('minute', finished_at) AS minute, count(*) AS batches, sum(cardinality(message_ids)) AS mails,
            round(sum(cardinality(message_ids)) / 60.0, 1) AS mails_per_second, sum(stored_count) AS mails_stored,
            sum(unparsed_count) AS unparsed, sum(failed_count) AS failed, count(DISTINCT user_id) AS people
        FROM email_sync_batches
        WHERE status = 'done' AND message_ids <> '{}' AND finished_at > now() - interval '1 day'
        GROUP BY 1
    """,
}


def upgrade() -> None:
    for name, query in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")


def downgrade() -> None:
    for name in VIEWS:
        op.execute(f"DROP VIEW {name}")
