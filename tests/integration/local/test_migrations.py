"""Migrations go up, down and up again, and build what the models say: also where alembic does not compare."""

import pytest
from sqlalchemy import text

import app.models  # noqa: F401  fills Base.metadata
from app.db import Base, get_engine
from app.local import migrations

DEFINITIONS = """
SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
 WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT table_name || ' ' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '-')
 || ' ' || coalesce(character_maximum_length, numeric_precision, 0) || ' ' || coalesce(numeric_scale, 0)
 FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
 WHERE table_schema = 'public' AND table_type = 'BASE TABLE'  -- views are the operators', not the models'
"""


def definitions() -> set[str]:
    with get_engine().begin() as connection:
        return {row[0] for row in connection.execute(text(DEFINITIONS)) if "alembic_version" not in row[0]}


def test_models_and_migrations_build_the_same(database_url: str) -> None:
    migrated = definitions()
    migrations.check(database_url)
    with get_engine().begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
        Base.metadata.create_all(connection)
    assert definitions() == migrated


def test_down_and_up_again(database_url: str) -> None:
    before = definitions()
    migrations.downgrade(database_url)
    assert definitions() == set()
    migrations.upgrade(database_url)
    assert definitions() == before


@pytest.mark.usefixtures("database_url")
def test_the_users_document_is_kept_to_the_letter() -> None:
    there = "\n".join(definitions())
    for wanted in (
        "uq_transactions_message_id UNIQUE (user_id, message_id, line)",
        "idx_email_sync_jobs_user_id ON public.email_sync_jobs",
        "idx_email_sync_jobs_status ON public.email_sync_jobs",
        "email_sync_jobs error_log jsonb NO '[]'::jsonb",
        "email_sync_jobs progress_percentage float8 NO '0'",
        "email_sync_jobs status varchar NO 'pending'",
    ):
        assert wanted in there, wanted
