"""What of a grant was not spent: taken from the day's units when the grant is forgotten, all of a minute's at once."""

import sqlalchemy as sa

from alembic import op

revision = "048"
down_revision = "047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("quota_grants", sa.Column("unspent", sa.Integer, nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("quota_grants", "unspent")
