"""What people say themselves of their transactions. It stands above whatever a reader says, now and later.

`category_rule` is `yours` for a transaction that its person gave a category, and `yours:always` for one that their rule did.
"""

import uuid
from collections.abc import Sequence

from sqlalchemy import delete, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.models import CategoryRule, TransactionRow
from app.models.transaction import YOURS

ALWAYS = f"{YOURS}:always"


def set_category(session: Session, transaction_id: uuid.UUID, category: str) -> None:
    session.execute(
        update(TransactionRow).where(TransactionRow.id == transaction_id).values(category=category, category_rule=YOURS)
    )


def put(session: Session, user_id: uuid.UUID, *, merchant: str, direction: str, category: str) -> None:
    """The rule, in place of an earlier one for the same merchant and direction."""
    statement = insert(CategoryRule).values(user_id=user_id, merchant=merchant, direction=direction, category=category)
    session.execute(statement.on_conflict_do_update(constraint="uq_category_rules_user_id", set_={"category": category}))


_APPLY = (
    "UPDATE transactions t SET category = r.category, category_rule = :always FROM category_rules r"
    " WHERE r.user_id = :user AND t.user_id = :user AND t.merchant = r.merchant AND t.direction = r.direction"
    " AND t.category_rule <> :yours AND (t.category <> r.category OR t.category_rule <> :always)"
)
_APPLY_TO_ALL = text(f"{_APPLY} RETURNING t.id")
_APPLY_TO_SOME = text(f"{_APPLY} AND t.message_id = ANY(:ids) RETURNING t.id")


def apply(session: Session, user_id: uuid.UUID, message_ids: Sequence[str] | None = None) -> int:
    """Give the user's transactions, all or those of these mails, the categories of their rules; returns how many changed. One
    that its person set by hand stays as it is."""
    values = {"user": user_id, "always": ALWAYS, "yours": YOURS}
    if message_ids is None:
        return len(session.scalars(_APPLY_TO_ALL, values).all())
    if not message_ids:
        return 0
    return len(session.scalars(_APPLY_TO_SOME, {**values, "ids": list(message_ids)}).all())


def of_user(session: Session, user_id: uuid.UUID) -> Sequence[CategoryRule]:
    """By merchant."""
    statement = select(CategoryRule).where(CategoryRule.user_id == user_id)
    return session.scalars(statement.order_by(CategoryRule.merchant, CategoryRule.direction)).all()


def get(session: Session, rule_id: uuid.UUID) -> CategoryRule | None:
    return session.get(CategoryRule, rule_id)


def remove(session: Session, rule_id: uuid.UUID) -> uuid.UUID | None:
    """Whose it was; None if there was none."""
    return session.scalar(delete(CategoryRule).where(CategoryRule.id == rule_id).returning(CategoryRule.user_id))
