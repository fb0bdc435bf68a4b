"""Whose is it? A person reaches what is their own; what is somebody else's is not there for them."""

import uuid
from collections.abc import Callable

from sqlalchemy.orm import Session

from app.db import transaction
from app.errors import NotFound
from app.storage import jobs, rules, transactions


def _of_user(_: Session, user_id: uuid.UUID) -> uuid.UUID | None:
    return user_id


def _of_job(session: Session, job_id: uuid.UUID) -> uuid.UUID | None:
    job = jobs.find(session, job_id)
    return job.user_id if job else None


def _of_transaction(session: Session, transaction_id: uuid.UUID) -> uuid.UUID | None:
    row = transactions.get(session, transaction_id)
    return row.user_id if row else None


def _of_rule(session: Session, rule_id: uuid.UUID) -> uuid.UUID | None:
    rule = rules.get(session, rule_id)
    return rule.user_id if rule else None


# By the name of the parameter that holds the id: a route that names none of these is no route for a person.
_OWNERS: dict[str, tuple[str, Callable[[Session, uuid.UUID], uuid.UUID | None]]] = {
    "user_id": ("user", _of_user),
    "job_id": ("job", _of_job),
    "transaction_id": ("transaction", _of_transaction),
    "rule_id": ("rule", _of_rule),
}
OWNED = frozenset(_OWNERS)


def require_own(user_id: uuid.UUID, name: str, owned_id: uuid.UUID) -> None:
    """Raises the NotFound of an id that does not exist: the answer does not tell whether it is somebody else's."""
    thing, owner_of = _OWNERS[name]
    with transaction() as session:
        owner = owner_of(session, owned_id)
    if owner != user_id:
        raise NotFound(f"no {thing} {owned_id}", code=f"{thing}_not_found")
