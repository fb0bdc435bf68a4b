"""Which mailbox's grant is to be ended: not any more, when somebody has connected it since."""

import sqlalchemy as sa

from alembic import op

revision = "051"
down_revision = "050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Empty in the rows there are, which go within a day.
    op.add_column("token_revocations", sa.Column("mailbox", sa.BigInteger()))


def downgrade() -> None:
    op.drop_column("token_revocations", "mailbox")
