"""Who looked at whose data: rows are added and never changed."""

import sqlalchemy as sa

from alembic import op

revision = "036"
down_revision = "035"
branch_labels = None
depends_on = None

# `fincoach.may_forget` is set for one transaction by an erasure and by the retention, and by nothing else.
GUARD = """
CREATE FUNCTION keep_access_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('fincoach.may_forget', true) = 'on' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'access_records is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER keep_access_records BEFORE UPDATE OR DELETE ON access_records
    FOR EACH ROW EXECUTE FUNCTION keep_access_records();
CREATE TRIGGER keep_all_access_records BEFORE TRUNCATE ON access_records
    FOR EACH STATEMENT EXECUTE FUNCTION keep_access_records();
"""


def upgrade() -> None:
    op.create_table(
        "access_records",
        sa.Column("id", sa.Uuid(), server_default=sa.func.gen_random_uuid(), primary_key=True),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("actor", sa.String(10), nullable=False),
        sa.Column("key_id", sa.Uuid()),
        sa.Column("method", sa.String(10), nullable=False),
        sa.Column("route", sa.String(200), nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("request_id", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.CheckConstraint("actor IN ('key', 'person', 'local')", name="ck_access_records_actor"),
    )
    op.create_index("idx_access_records_user_id", "access_records", ["user_id", "created_at", "id"])
    op.create_index("idx_access_records_created_at", "access_records", ["created_at"])
    op.execute(GUARD)


def downgrade() -> None:
    op.drop_table("access_records")
    op.execute("DROP FUNCTION keep_access_records()")
