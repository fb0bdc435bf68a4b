import uuid
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base


class EmailReread(Base):
    """What a newer reader says of a mail that has its outcome already: a proposal, until applied or replaced by the next.

    `transactions` holds rows of that table as PostgreSQL writes them in JSON, so that they compare with it column by column.
    """

    __tablename__ = "email_rereads"
    __table_args__ = (
        CheckConstraint("outcome IN ('stored', 'notice', 'unparsed', 'gone', 'failed')", name="ck_email_rereads_outcome"),
        CheckConstraint("(outcome = 'stored') = (jsonb_array_length(transactions) > 0)", name="ck_email_rereads_transactions"),
    )

    job_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("email_sync_jobs.id", ondelete="CASCADE"), primary_key=True)
    message_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    outcome: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(String(60))
    issuer: Mapped[str | None] = mapped_column(String(100))
    sender_domain: Mapped[str | None] = mapped_column(String(100))
    reader_version: Mapped[int | None] = mapped_column(SmallInteger)
    transactions: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'::jsonb"))
