"""Ending grants at Google: at once if it can be reached, else again and again for a day.

token of a connection ──connection gone or disconnected──► token_revocations ──Google ended it──► forgotten
                                                                └──── a day of trying ──────────► forgotten, `not_revoked`
"""

import time
import uuid

import structlog
from sqlalchemy.orm import Session

from app.config import get_settings
from app.db import transaction
from app.errors import AppError, ConfigurationError, GmailError, GrantRevoked, Throttled
from app.gmail.revocation import revoke_token
from app.models import GmailConnection
from app.services.backoff import Backoff, throttle_seconds
from app.services.cipher import decrypt, encrypt
from app.storage import connections, revocations
from app.storage.revocations import Due

log = structlog.get_logger()

REVOKED = "revoked"
PENDING = "pending"
NOT_REVOKED = "not_revoked"
NOTHING = "nothing_to_revoke"
UNREADABLE = "token_unreadable"
SHARED = "shared"

_OVERDUE_SECONDS = 86_400.0
_WAIT = Backoff(base=60, cap=3600, floor=30)


def take_token(session: Session, connection: GmailConnection) -> tuple[str, uuid.UUID | None]:
    """Move a locked connection's refresh token to the list of those to be ended: what is to be said of it, and its number.

    Not while another user reads the same mailbox: Google would end their grant with it. The last to leave ends it for both.
    """
    if connection.refresh_token_encrypted is None:
        return connection.state_reason if connection.state == "disconnected" and connection.state_reason else NOTHING, None
    if connections.is_shared(session, connection):
        return SHARED, None
    revocation_id = uuid.uuid4()
    try:
        sealed = encrypt(revocation_id, decrypt(connection.user_id, connection.refresh_token_encrypted))
    except (GrantRevoked, ConfigurationError):
        return UNREADABLE, None
    # Whoever took it tries it at once; the sweeper only if they never come to it.
    mine = 3 * get_settings().gmail_timeout_seconds
    revocations.add(
        session, revocation_id, sealed, connection_id=connection.id, mailbox=connection.mailbox, first_try_seconds=mine
    )
    return PENDING, revocation_id


def try_now(revocation_id: uuid.UUID) -> None:
    """Ask Google to end this one. Nothing is open across the network: after a crash the sweeper comes to it.

    Who connects the same mailbox while the request is on its way loses their grant with it: Google says so to the next call, and
    they are asked to connect again.
    """
    for due in _take(revocation_id):
        _try(due)


def try_due() -> None:
    """Ask Google to end what is due, one after the other, as far as the time of a task goes."""
    stop_at = time.monotonic() + get_settings().batch_soft_limit_seconds / 2
    while time.monotonic() < stop_at:
        due = _take(None)
        if not due:
            return
        _try(due[0])


def _take(only: uuid.UUID | None) -> list[Due]:
    again = 3 * get_settings().gmail_timeout_seconds
    with transaction() as session:
        return revocations.take_due(session, again_seconds=again, overdue_after_seconds=_OVERDUE_SECONDS, only=only)


def _try(due: Due) -> None:
    if _is_read_again(due):
        _end(due, SHARED)
        return
    try:
        revoke_token(decrypt(due.id, due.token_encrypted), get_settings())
    except GrantRevoked:
        _end(due, UNREADABLE)
    except ConfigurationError as error:
        # Not the token's fault: this process was started with the wrong keys, and the right ones may come.
        _put_off(due, error, UNREADABLE)
    except GmailError as error:
        _put_off(due, error, NOT_REVOKED)
    else:
        _end(due, REVOKED)


def _is_read_again(due: Due) -> bool:
    """Has somebody connected this mailbox since its last reader left? To end the old grant now would end theirs."""
    with transaction() as session:
        return due.mailbox is not None and connections.is_read(session, due.mailbox)


def _put_off(due: Due, error: AppError, at_last: str) -> None:
    """Try it again later, unless this was the last time."""
    log.warning("revocation_failed", code=error.code, detail=error.detail, attempts=due.attempts)
    if due.overdue:
        _end(due, at_last)
        return
    asked = error.retry_after_seconds if isinstance(error, Throttled) else None
    seconds = throttle_seconds(asked) if asked is not None else _WAIT.seconds(due.attempts)
    with transaction() as session:
        revocations.put_off(session, due.id, seconds)


def _end(due: Due, outcome: str) -> None:
    with transaction() as session:
        revocations.end(session, due.id, outcome)
