"""What fails is a mail, not a batch: each id has tries of its own, and a batch counts the answers that were lost for several."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from alembic import op

revision = "037"
down_revision = "036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("email_sync_batches", sa.Column("tries", JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False))
    # A try of a whole batch made the next one ask for fewer mails at once, and so it still does.
    op.alter_column("email_sync_batches", "attempts", new_column_name="spoiled_answers")


def downgrade() -> None:
    op.alter_column("email_sync_batches", "spoiled_answers", new_column_name="attempts")
    op.drop_column("email_sync_batches", "tries")
