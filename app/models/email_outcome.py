import uuid

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import CreatedAt


class EmailOutcome(Base):
    """What became of one message id of one user. The key makes a second outcome impossible.

    `reason` is a code: of the reader for notice and unparsed, of the fault for failed. `sender_domain` is kept only for mail
    about money: whom a person writes to, and which newsletters they get, is nobody's business, and the table says so.
    """

    __tablename__ = "email_outcomes"
    __table_args__ = (
        CheckConstraint(
            "outcome IN ('stored', 'duplicate', 'notice', 'unparsed', 'gone', 'failed')", name="ck_email_outcomes_outcome"
        ),
        CheckConstraint(
            "sender_domain IS NULL OR outcome IN ('stored', 'duplicate', 'unparsed') OR issuer IS NOT NULL",
            name="ck_email_outcomes_sender_domain",
        ),
        Index("idx_email_outcomes_batch_id", "batch_id"),
        Index("idx_email_outcomes_unparsed", "issuer", "reason", postgresql_where=text("outcome = 'unparsed'")),
    )

    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    message_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    batch_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("email_sync_batches.id", ondelete="SET NULL"))
    outcome: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(String(60))
    issuer: Mapped[str | None] = mapped_column(String(100))
    sender_domain: Mapped[str | None] = mapped_column(String(100))
    reader_version: Mapped[int | None] = mapped_column(SmallInteger)
    settled_at: Mapped[CreatedAt]
