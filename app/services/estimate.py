"""What an import would take, before it is started: Gmail is asked for ids only, no mail is fetched."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.config import get_settings
from app.db import transaction
from app.domain.priority import Priority
from app.errors import GrantRevoked, MailboxGone, ProjectStopped
from app.gmail.port import Gmail
from app.services import eta
from app.services.connections import mailbox_of, refusal, require_active
from app.services.dispatch import spend
from app.services.listing import DAYS_PER_MONTH
from app.services.pace import Rounds, pace_of
from app.storage import outcomes, quota, rates
from app.storage.rates import LiveJob

# Forty pages of 500 ids: a mailbox with more is told as "at least".
MOST_PAGES = 40


@dataclass(frozen=True, slots=True)
class Estimate:
    """`mails` are in the window, `known_mails` of them settled already; units and seconds are for the rest.

    `complete` is false when the mailbox holds more mail than was counted.
    """

    mails: int
    known_mails: int
    complete: bool
    units: int
    seconds: float


def estimate(user_id: uuid.UUID, months: int) -> Estimate:
    """Raises NotFound (`user_not_found`), Conflict (`not_connected`, `needs_reconnect`), Throttled and the other GmailErrors."""
    with transaction() as session:
        connection = require_active(session, user_id)
    try:
        with mailbox_of(user_id, connection) as gmail:
            mails, known, complete, pages = _count(user_id, months, gmail)
    except (GrantRevoked, MailboxGone, ProjectStopped) as error:
        raise refusal(connection, error) from error
    tariff = get_settings().tariff
    units = tariff.get_profile + pages * tariff.messages_list + (mails - known) * tariff.messages_get
    return Estimate(mails, known, complete, units, _seconds(user_id, mails - known))


def _count(user_id: uuid.UUID, months: int, gmail: Gmail) -> tuple[int, int, bool, int]:
    """Mails in the window, those settled already, whether that is all, and the pages it took."""
    since = datetime.now(UTC) - timedelta(days=DAYS_PER_MONTH * months)
    mails = known = 0
    token: str | None = None
    for page_number in range(1, MOST_PAGES + 1):
        with spend(user_id, get_settings().tariff.messages_list):
            page = gmail.list_ids(after=since, page_token=token)
        with transaction() as session:
            known += len(outcomes.settled_ids(session, user_id, page.ids))
        mails += len(page.ids)
        token = page.next_page_token
        if token is None:
            return mails, known, True, page_number
    return mails, known, False, MOST_PAGES


def _seconds(user_id: uuid.UUID, mails: int) -> float:
    """As if it began now, in turn with the syncs that run."""
    if mails == 0:
        return 0.0
    with transaction() as session:
        traffic, grants = rates.traffic(session), rates.grants_of(session, [user_id])[user_id]
        mine = LiveJob(mails, 0, None, Priority.INTERACTIVE, quota.mailbox(session, user_id), transactions=0)
    return eta.estimate(pace_of(mine, Rounds.of([*traffic.live.values(), mine]), traffic, grants)).seconds
