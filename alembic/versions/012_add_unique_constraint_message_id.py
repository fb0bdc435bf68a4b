"""One transaction, once: unique on user, message and line.

A batch can be worked on twice (a worker dies after its commit, a message is delivered again), so the insert must be harmless the
second time. The message id alone will not do: Gmail's ids are unique within one mailbox only, two people may connect the same
mailbox, and one mail may tell of several transactions.
"""

from alembic import op

revision = "012"
down_revision = "011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_unique_constraint("uq_transactions_message_id", "transactions", ["user_id", "message_id", "line"])


def downgrade() -> None:
    op.drop_constraint("uq_transactions_message_id", "transactions")
