"""An index by which those who have connected the same mailbox are found: when Gmail asks one to wait, all wait."""

from alembic import op

revision = "045"
down_revision = "044"
branch_labels = None
depends_on = None

NAME = "idx_gmail_connections_mailbox"


def upgrade() -> None:
    op.create_index(NAME, "gmail_connections", ["mailbox"])


def downgrade() -> None:
    op.drop_index(NAME, "gmail_connections")
