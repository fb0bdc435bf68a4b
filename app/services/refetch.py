"""One mail again, when somebody asks about it: nothing of it is stored."""

import uuid

from app.config import get_settings
from app.db import transaction
from app.errors import Conflict, GmailRefused, MailGone, Throttled, TransientFault
from app.gmail.port import Fetched, FetchedMail
from app.services import dispatch
from app.services.connections import mailbox_of, refusal, require_active
from app.storage import outcomes

# Somebody waits for the answer.
DEADLINE_SECONDS = 10.0


def fetch_again(user_id: uuid.UUID, message_id: str) -> FetchedMail:
    """The mail, by units granted like any.

    Raises Conflict (`not_connected`, `needs_reconnect`, `other_mailbox`), MailGone, Throttled, and what else Gmail says:
    ProjectStopped, GmailRefused, TransientFault.
    """
    with transaction() as session:
        connection = require_active(session, user_id)
        if outcomes.is_elsewhere(session, user_id, message_id):
            raise Conflict("the mail is in the mailbox that was connected before", code="other_mailbox")
    with dispatch.spend(user_id, get_settings().tariff.messages_get), mailbox_of(user_id, connection) as gmail:
        fetched = gmail.fetch([message_id], deadline_seconds=DEADLINE_SECONDS)
    if fetched.stopped is not None:
        raise refusal(connection, fetched.stopped)
    if message_id in fetched.mails:
        return fetched.mails[message_id]
    raise _fault(fetched, message_id)


def _fault(fetched: Fetched, message_id: str) -> Exception:
    fault = fetched.faults[message_id]
    if fault.code == "gone":
        return MailGone(f"no mail {message_id}")
    if fault.code == "throttled":
        return Throttled(fault.detail, retry_after_seconds=fetched.retry_after_seconds)
    return TransientFault(fault.detail) if fault.retryable else GmailRefused(fault.detail)
