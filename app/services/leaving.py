"""A person leaves: their mailbox is disconnected, or they are erased.

    disconnect   stop (job failed, tokens dropped, state `disconnected`) ─► data erased if asked ─► grant ended at Google
    erase        stop + receipt begun ─► every row deleted, receipt filled in ─► Redis forgets ─► grant ended at Google

Each arrow is a commit. A crash in between leaves a mailbox that nobody reads any more, and `finish` does the rest. A batch at
work finds its fence gone and writes nothing; so nothing comes back.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import structlog
from sqlalchemy.orm import Session

from app import queue
from app.db import transaction
from app.errors import Conflict, NotFound, Unavailable
from app.models import Erasure
from app.models.email_sync_job import DISCONNECTED
from app.services import endings, revoking, webhooks
from app.storage import connection_events, connections, erasing, jobs, revocations, users

log = structlog.get_logger()

Done = TypeVar("Done")
_TRIES = 3
_FINISH_AFTER_SECONDS = 60.0
_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Disconnected:
    """`revocation` is what became of the grant at Google; `erased` counts rows by table."""

    user_id: uuid.UUID
    revocation: str
    erased: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was erased and when. `redis_entries` is None as long as Redis could not be asked."""

    id: uuid.UUID
    requested_at: datetime
    erased_at: datetime | None
    erased: Mapping[str, int]
    redis_entries: int | None
    revocation: str


def disconnect(user_id: uuid.UUID, *, erase_data: bool) -> Disconnected:
    """Again, it changes nothing more. Raises NotFound (`user_not_found`) and Conflict (`not_connected`)."""
    with transaction() as session:
        erasing.be_patient(session)
        if users.get(session, user_id) is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        if connections.get(session, user_id) is None:
            raise Conflict("no mailbox is connected", code="not_connected")
        said, revocation_id = _stop(session, user_id)
    erased = _delete_data(user_id) if erase_data else {}
    return Disconnected(user_id, _end_grant(user_id, said, revocation_id), erased)


def erase(user_id: uuid.UUID) -> Receipt:
    """Every row and Redis entry of a user. Raises NotFound (`user_not_found`)."""
    with transaction() as session:
        erasing.be_patient(session)
        if users.get(session, user_id) is None:
            raise NotFound(f"no user {user_id}", code="user_not_found")
        said, revocation_id = _stop(session, user_id)
        erasure_id = erasing.begin(session, user_id, said)
    _delete_user(erasure_id, user_id)
    _forget(erasure_id, user_id)
    if revocation_id is not None:
        revoking.try_now(revocation_id)
    return receipt(erasure_id)


def receipt(erasure_id: uuid.UUID) -> Receipt:
    """Raises NotFound (`erasure_not_found`)."""
    with transaction() as session:
        found = erasing.receipt(session, erasure_id)
    if found is None:
        raise NotFound(f"no erasure {erasure_id}", code="erasure_not_found")
    return _receipt(found)


def finish() -> None:
    """What a crash, a silent Google or an absent Redis left undone."""
    with transaction() as session:
        left = erasing.unfinished(session, older_than_seconds=_FINISH_AFTER_SECONDS, limit=_LIMIT)
    for erasure_id, user_id, erased_at in left:
        if erased_at is None:
            _delete_user(erasure_id, user_id)
        _forget(erasure_id, user_id)
    revoking.try_due()


def _stop(session: Session, user_id: uuid.UUID) -> tuple[str, uuid.UUID | None]:
    """From the commit on nothing of this mailbox is read, granted or scheduled, and no token is kept but to be ended."""
    for job in jobs.lock_live(session, user_id):
        endings.fail(session, job, DISCONNECTED)
    connection = connections.lock(session, user_id)
    if connection is None:
        return revoking.NOTHING, None
    said, revocation_id = revoking.take_token(session, connection)
    if connection.state != "disconnected":
        connection_events.add(session, user_id, "disconnected")
    connections.disconnect(session, connection, said)
    return said, revocation_id


def _end_grant(user_id: uuid.UUID, said: str, revocation_id: uuid.UUID | None) -> str:
    if revocation_id is None:
        return said
    revoking.try_now(revocation_id)
    with transaction() as session:
        connection = connections.get(session, user_id)
    return (connection.state_reason if connection else None) or said


def _delete_data(user_id: uuid.UUID) -> Mapping[str, int]:
    def delete(session: Session) -> Mapping[str, int]:
        erasing.lock_user(session, user_id)
        return erasing.delete_data(session, user_id)

    return _patiently(delete)


def _delete_user(erasure_id: uuid.UUID, user_id: uuid.UUID) -> None:
    """Whoever connected again since the stop is stopped again: this was asked for."""

    def delete(session: Session) -> None:
        rows: dict[str, int] = {}
        if erasing.lock_user(session, user_id):
            _stop(session, user_id)
            revocations.give_to(session, user_id, erasure_id)
            rows = erasing.delete_user(session, user_id)
            webhooks.tell_erased(session, user_id, erasure_id)
        erasing.erased(session, erasure_id, rows)

    _patiently(delete)


def _patiently(work: Callable[[Session], Done]) -> Done:
    """In one transaction. Two who wait for each other are told so by the database; the worker's tries again later, ours now."""
    for _ in range(_TRIES - 1):
        try:
            with transaction() as session:
                erasing.be_patient(session)
                return work(session)
        except Unavailable as error:
            log.warning("leaving_again", detail=error.detail)
    with transaction() as session:
        erasing.be_patient(session)
        return work(session)


def _forget(erasure_id: uuid.UUID, user_id: uuid.UUID) -> None:
    entries = queue.forget(str(user_id))
    if entries is not None:
        with transaction() as session:
            erasing.forgotten(session, erasure_id, entries)
        log.info("user_erased", erasure_id=str(erasure_id))


def _receipt(found: Erasure) -> Receipt:
    return Receipt(
        id=found.id,
        requested_at=found.requested_at,
        erased_at=found.erased_at,
        erased=found.erased_rows,
        redis_entries=found.redis_entries,
        revocation=found.revocation,
    )
