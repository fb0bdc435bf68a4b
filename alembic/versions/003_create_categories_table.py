"""The categories, in two levels, with the ones every transaction can start in."""

import sqlalchemy as sa

from alembic import op

revision = "003"
down_revision = "002"
branch_labels = None
depends_on = None

FIRST = [
    ("income", "Income", None),
    ("income.salary", "Salary", "income"),
    ("income.interest", "Interest", "income"),
    ("refunds", "Refunds", None),
    ("transfers", "Transfers", None),
    ("transfers.wallet", "Wallet top-ups", "transfers"),
    ("cash", "Cash", None),
    ("bills", "Bills", None),
    ("fees", "Fees and charges", None),
    ("shopping", "Shopping", None),
    ("other", "Other", None),
]


def upgrade() -> None:
    table = op.create_table(
        "categories",
        sa.Column("slug", sa.String(60), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("parent_slug", sa.String(60), sa.ForeignKey("categories.slug", ondelete="RESTRICT")),
    )
    op.bulk_insert(table, [{"slug": slug, "name": name, "parent_slug": parent} for slug, name, parent in FIRST])


def downgrade() -> None:
    op.drop_table("categories")
