"""Google's number of a person's account: an address can change hands, this cannot. NULL until they sign in."""

import sqlalchemy as sa

from alembic import op

revision = "030"
down_revision = "023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("users", sa.Column("google_sub", sa.String(255)))
    op.create_unique_constraint("uq_users_google_sub", "users", ["google_sub"])


def downgrade() -> None:
    op.drop_constraint("uq_users_google_sub", "users")
    op.drop_column("users", "google_sub")
