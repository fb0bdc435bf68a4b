"""Until when a stop of the day holds: an operator may raise a limit or mend a setting, so it is tried again in a while."""

import sqlalchemy as sa

from alembic import op

revision = "017"
down_revision = "016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("quota_days", sa.Column("stopped_until", sa.DateTime(timezone=True)))


def downgrade() -> None:
    op.drop_column("quota_days", "stopped_until")
