"""What a transaction means (merchant, category, rule), where unread mail comes from, and re-reads after an upgrade of the reader.

A live re-read does not keep a sync from starting, nor the other way round: each has a unique index of its own.
"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "023"
down_revision = "022"
branch_labels = None
depends_on = None

# Slug and name. What stands before the dot is the parent, and comes first.
NEW = [
    ("income.investments", "Investment income"),
    ("income.rewards", "Rewards"),
    ("transfers.own", "Own accounts"),
    ("transfers.card_bill", "Card bills"),
    ("transfers.people", "People"),
    ("savings", "Savings"),
    ("savings.investments", "Investments"),
    ("savings.deposits", "Deposits"),
    ("savings.crypto", "Crypto"),
    ("savings.retirement", "Retirement"),
    ("bills.electricity", "Electricity"),
    ("bills.gas", "Gas"),
    ("bills.water", "Water"),
    ("bills.phone", "Phone"),
    ("bills.internet", "Internet and TV"),
    ("bills.insurance", "Insurance"),
    ("bills.loan", "Loans"),
    ("home", "Home"),
    ("home.rent", "Rent"),
    ("home.furnishing", "Furnishing"),
    ("home.repair", "Repair and garden"),
    ("food", "Food"),
    ("food.groceries", "Groceries"),
    ("food.restaurants", "Restaurants"),
    ("food.coffee", "Cafés"),
    ("food.delivery", "Delivery"),
    ("transport", "Transport"),
    ("transport.fuel", "Fuel"),
    ("transport.taxi", "Taxi"),
    ("transport.public", "Public transport"),
    ("transport.tolls", "Tolls and parking"),
    ("transport.vehicle", "Vehicle"),
    ("travel", "Travel"),
    ("travel.flights", "Flights"),
    ("travel.rail", "Rail and coach"),
    ("travel.hotels", "Hotels"),
    ("travel.rental", "Rental"),
    ("shopping.online", "Online shops"),
    ("shopping.clothes", "Clothes"),
    ("shopping.electronics", "Electronics"),
    ("shopping.books", "Books and stationery"),
    ("shopping.gifts", "Gifts and jewellery"),
    ("shopping.sports", "Sports goods"),
    ("health", "Health"),
    ("health.pharmacy", "Pharmacy"),
    ("health.care", "Doctors and hospitals"),
    ("health.optics", "Optics"),
    ("health.fitness", "Fitness"),
    ("health.beauty", "Beauty"),
    ("digital", "Digital"),
    ("digital.streaming", "Streaming"),
    ("digital.games", "Games"),
    ("digital.software", "Software and cloud"),
    ("digital.news", "News"),
    ("leisure", "Leisure"),
    ("education", "Education"),
    ("pets", "Pets"),
    ("giving", "Giving"),
    ("services", "Services"),
    ("taxes", "Taxes"),
    ("fees.interest", "Interest charged"),
]
LIVE = "status IN ('pending', 'processing')"
KINDS = "ck_email_sync_jobs_kind"
ONE_LIVE = "uq_email_sync_jobs_live_user_id"


def upgrade() -> None:
    categories = sa.table("categories", sa.column("slug"), sa.column("name"), sa.column("parent_slug"))
    rows = [{"slug": slug, "name": name, "parent_slug": slug.rpartition(".")[0] or None} for slug, name in NEW]
    op.bulk_insert(categories, rows)
    _enrich_transactions()
    op.add_column("email_outcomes", sa.Column("sender_domain", sa.String(100)))
    op.create_check_constraint(
        "ck_email_outcomes_sender_domain",
        "email_outcomes",
        "sender_domain IS NULL OR outcome IN ('stored', 'duplicate', 'unparsed') OR issuer IS NOT NULL",
    )
    _let_jobs_reread()
    _create_rereads()


def _enrich_transactions() -> None:
    op.add_column("transactions", sa.Column("merchant", sa.String(120)))
    # The kind alone decided what is stored so far.
    op.add_column("transactions", sa.Column("category_rule", sa.String(60), server_default="kind", nullable=False))
    op.alter_column("transactions", "category_rule", server_default=None)


def _let_jobs_reread() -> None:
    op.add_column("email_sync_jobs", sa.Column("applied_at", sa.DateTime(timezone=True)))
    op.drop_constraint(KINDS, "email_sync_jobs")
    op.create_check_constraint(KINDS, "email_sync_jobs", "kind IN ('initial', 'incremental', 'retry', 'reparse')")
    op.create_check_constraint(
        "ck_email_sync_jobs_applied", "email_sync_jobs", "applied_at IS NULL OR (kind = 'reparse' AND status = 'completed')"
    )
    op.drop_index(ONE_LIVE, "email_sync_jobs")
    for name, which in ((ONE_LIVE, "<>"), ("uq_email_sync_jobs_live_reparse", "=")):
        where = sa.text(f"{LIVE} AND kind {which} 'reparse'")
        op.create_index(name, "email_sync_jobs", ["user_id"], unique=True, postgresql_where=where)


def _create_rereads() -> None:
    op.create_table(
        "email_rereads",
        sa.Column("job_id", sa.Uuid(), sa.ForeignKey("email_sync_jobs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("message_id", sa.String(64), primary_key=True),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("reason", sa.String(60)),
        sa.Column("issuer", sa.String(100)),
        sa.Column("sender_domain", sa.String(100)),
        sa.Column("reader_version", sa.SmallInteger()),
        sa.Column("transactions", postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False),
        sa.CheckConstraint("outcome IN ('stored', 'notice', 'unparsed', 'gone', 'failed')", name="ck_email_rereads_outcome"),
        sa.CheckConstraint("(outcome = 'stored') = (jsonb_array_length(transactions) > 0)", name="ck_email_rereads_transactions"),
    )


def downgrade() -> None:
    op.drop_table("email_rereads")
    op.execute("DELETE FROM email_sync_jobs WHERE kind = 'reparse'")
    op.drop_index("uq_email_sync_jobs_live_reparse", "email_sync_jobs")
    op.drop_index(ONE_LIVE, "email_sync_jobs")
    op.create_index(ONE_LIVE, "email_sync_jobs", ["user_id"], unique=True, postgresql_where=sa.text(LIVE))
    op.drop_constraint("ck_email_sync_jobs_applied", "email_sync_jobs")
    op.drop_constraint(KINDS, "email_sync_jobs")
    op.create_check_constraint(KINDS, "email_sync_jobs", "kind IN ('initial', 'incremental', 'retry')")
    op.drop_column("email_sync_jobs", "applied_at")
    op.drop_constraint("ck_email_outcomes_sender_domain", "email_outcomes")
    op.drop_column("email_outcomes", "sender_domain")
    op.drop_column("transactions", "category_rule")
    op.drop_column("transactions", "merchant")
    new = sa.bindparam("new", [slug for slug, _ in NEW], type_=postgresql.ARRAY(sa.String(60)))
    # A category that goes takes nothing with it: its transactions move to the one above, if that stays.
    op.execute(
        sa.text(
            "UPDATE transactions SET category = CASE WHEN split_part(category, '.', 1) = ANY(:new) THEN 'other'"
            " ELSE split_part(category, '.', 1) END WHERE category = ANY(:new)"
        ).bindparams(new)
    )
    op.execute(sa.text("DELETE FROM categories WHERE slug = ANY(:new)").bindparams(new))
