"""An index from which a person's transactions are listed by amount: page after page without a sort of all of them.

The currency stands last: what is of another one is passed over without a look at the table.
"""

from alembic import op

revision = "046"
down_revision = "045"
branch_labels = None
depends_on = None

NAME = "idx_transactions_user_id_amount"


def upgrade() -> None:
    op.create_index(NAME, "transactions", ["user_id", "amount", "id", "currency"])


def downgrade() -> None:
    op.drop_index(NAME, "transactions")
