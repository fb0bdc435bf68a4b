"""An index from which a person's money is summed by day without a look at the table.

The day is the mail's own, or else the one (UTC) on which Gmail got it. Whoever asks for days of another zone asks for one more on
either side and looks at `received_at`, which is in the index as well. A second index holds what a person should look at.
"""

import sqlalchemy as sa

from alembic import op

revision = "040"
down_revision = "039"
branch_labels = None
depends_on = None

NAME = "idx_transactions_user_id_day"
DAY = "COALESCE(occurred_on, (received_at AT TIME ZONE 'UTC')::date)"
BESIDE = ["occurred_on", "received_at", "amount", "currency", "direction", "category", "merchant", "account_last4", "issuer"]
DOUBTFUL = "idx_transactions_doubtful"
UNSURE = "confidence < 0.8 AND category_rule NOT LIKE 'yours%'"


def upgrade() -> None:
    op.create_index(NAME, "transactions", ["user_id", sa.text(f"({DAY})")], postgresql_include=BESIDE)
    op.create_index(DOUBTFUL, "transactions", ["user_id", "received_at", "id"], postgresql_where=sa.text(UNSURE))


def downgrade() -> None:
    op.drop_index(DOUBTFUL, "transactions")
    op.drop_index(NAME, "transactions")
