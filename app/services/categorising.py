"""A person says what a transaction was, once or for always. Neither a sync nor a re-read says otherwise afterwards."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from app.db import transaction
from app.domain.category import BY_SLUG
from app.errors import BadRequest, Conflict, NotFound
from app.services.transactions import StoredTransaction, as_stored
from app.storage import rules, transactions, users


@dataclass(frozen=True, slots=True)
class Changed:
    """The transaction as it is now, and how many others the new rule changed."""

    transaction: StoredTransaction
    others_changed: int


@dataclass(frozen=True, slots=True)
class Rule:
    id: uuid.UUID
    merchant: str
    direction: str
    category: str
    created_at: datetime


def change(transaction_id: uuid.UUID, category: str, *, always: bool) -> Changed:
    """With `always`, everything of the same merchant in the same direction as well, except what was set by hand.

    Raises NotFound (`transaction_not_found`), BadRequest (`unknown_category`) and Conflict (`no_merchant`).
    """
    if category not in BY_SLUG:
        raise BadRequest("category: not one of docs/categories.md", code="unknown_category")
    with transaction() as session:
        row = transactions.get(session, transaction_id)
        if row is None:
            raise NotFound(f"no transaction {transaction_id}", code="transaction_not_found")
        rules.set_category(session, transaction_id, category)
        others = 0
        if always:
            if row.merchant is None:
                raise Conflict("the mail names no merchant, so there is nothing to remember", code="no_merchant")
            rules.put(session, row.user_id, merchant=row.merchant, direction=row.direction, category=category)
            others = rules.apply(session, row.user_id)
        session.refresh(row)
        return Changed(as_stored(row), others)


def rules_of(user_id: uuid.UUID) -> list[Rule]:
    """By merchant. Raises NotFound (`user_not_found`)."""
    with transaction() as session:
        if users.get(session, user_id) is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        found = rules.of_user(session, user_id)
    return [Rule(one.id, one.merchant, one.direction, one.category, one.created_at) for one in found]


def forget(rule_id: uuid.UUID) -> uuid.UUID:
    """What it changed stays; what comes is the reader's again. Returns whose it was. Raises NotFound (`rule_not_found`)."""
    with transaction() as session:
        user_id = rules.remove(session, rule_id)
        if user_id is None:
            raise NotFound(f"no rule {rule_id}", code="rule_not_found")
        return user_id
