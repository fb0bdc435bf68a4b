"""Each time a person connects their mailbox the grant has a new number: a refusal of an earlier one is not one of this."""

import sqlalchemy as sa

from alembic import op

revision = "038"
down_revision = "037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("gmail_connections", sa.Column("grant_version", sa.Integer(), server_default="1", nullable=False))


def downgrade() -> None:
    op.drop_column("gmail_connections", "grant_version")
