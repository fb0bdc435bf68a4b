"""What the API takes and gives. Money is a decimal string, times are ISO 8601."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.domain.category import Flow
from app.routes.insight_schemas import Zone
from app.services.transactions import Order

Status = Literal["pending", "processing", "completed", "failed"]
Phase = Literal["queued", "listing", "fetching", "waiting_quota", "paused", "done", "failed", "needs_reconnect", "cancelled"]
JobKind = Literal["initial", "incremental", "retry", "reparse"]
Kind = Literal[
    "purchase", "transfer", "withdrawal", "refund", "reversal", "fee", "salary", "interest", "bill_payment", "topup", "other"
]
UserId = UUID
ConnectionState = Literal["active", "needs_reconnect", "disconnected"]


class NewUser(BaseModel):
    model_config = ConfigDict(extra="forbid")

    email: str = Field(max_length=320, pattern=r"^[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+$", examples=["asha@example.com"])
    display_name: str | None = Field(None, max_length=200, pattern=r"^[^\x00]*$", examples=["Asha Verma"])


class UserOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    email: str = Field(examples=["asha@example.com"])
    display_name: str | None = Field(examples=["Asha Verma"])
    connection_state: Literal["active", "needs_reconnect", "disconnected"] | None = Field(
        description="null before a mailbox is connected", examples=["active"]
    )
    connection_reason: str | None = Field(description="why it must be connected again", examples=[None])
    connected_mailbox: str | None = Field(examples=["asha@gmail.com"])
    last_email_fetch_time: datetime | None
    created_at: datetime


class Me(BaseModel):
    """Who is signed in in this browser."""

    user: UserOut
    csrf_token: str = Field(description="to be sent as `X-CSRF-Token` with every request that changes something")
    expires_at: datetime = Field(description="when the session ends at the latest")


class VisitorOut(BaseModel):
    """Who looks at a page of ours: a person signed in, somebody on the machine of an open local mode, or nobody we know."""

    mode: Literal["person", "local", "nobody"]
    user: UserOut | None = Field(description="of a person")
    csrf_token: str | None = Field(description="of a person, as in `/auth/me`")


class PeopleList(BaseModel):
    people: list[UserOut]


class UserList(BaseModel):
    users: list[UserOut]


Revocation = Literal["revoked", "pending", "not_revoked", "nothing_to_revoke", "token_unreadable"]
_REVOCATION = (
    "what became of the grant at Google; `pending`: Google did not answer and is asked again for a day, then `not_revoked`;"
    " `token_unreadable`: its key is lost, so the person should end it at myaccount.google.com/permissions"
)


class Disconnected(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    user_id: UUID
    revocation: Revocation = Field(description=_REVOCATION, examples=["revoked"])
    erased: dict[str, int] = Field(description="rows by table; empty with `data=keep`", examples=[{"transactions": 412}])


class ErasureReceipt(BaseModel):
    """What was erased, and when. It holds nothing of the person."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID = Field(description="the receipt's own")
    requested_at: datetime
    erased_at: datetime | None = Field(description="null while it is still to be finished")
    erased: dict[str, int] = Field(description="rows by table", examples=[{"users": 1, "transactions": 412}])
    redis_entries: int | None = Field(description="entries taken out of Redis; null until Redis could be asked", examples=[0])
    revocation: Revocation = Field(description=_REVOCATION, examples=["revoked"])


class AccessOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    actor: Literal["key", "person", "local"] = Field(
        description="a service key, the person themselves, or somebody on the machine of an open local mode"
    )
    key_id: UUID | None = Field(description="which key; null for the others")
    method: str = Field(examples=["GET"])
    route: str = Field(examples=["/api/v1/transactions"])
    status: int = Field(examples=[200])
    request_id: str = Field(examples=["5b1e9c0d7a"])
    at: datetime


class AccessPage(BaseModel):
    accesses: list[AccessOut]
    next_cursor: str | None = Field(description="pass as `cursor` for the next page; null on the last")


class SyncStarted(BaseModel):
    message: str = Field(examples=["Email sync started"])
    task_id: UUID | None = Field(description="the Celery id of fetch_user_emails_initial")
    user_id: UUID
    months: int = Field(examples=[6])
    job_id: UUID


class SyncEstimate(BaseModel):
    user_id: UUID
    months: int = Field(examples=[6])
    total_emails: int = Field(description="mails in the window", examples=[1500])
    known_emails: int = Field(description="of these, settled already: they are not fetched again", examples=[0])
    complete: bool = Field(description="false when the mailbox holds more than was counted (20,000)", examples=[True])
    quota_units: int = Field(description="of Gmail's quota, for the rest", examples=[30016])
    minutes: float = Field(description="likeliest time, beside the syncs that run now", examples=[4.2])


class RetryStarted(BaseModel):
    message: str = Field(examples=["Trying 3 mails again"])
    job_id: UUID = Field(description="the new job")
    user_id: UUID
    total_emails: int = Field(examples=[3])


class Outcomes(BaseModel):
    """What became of the mails so far; the parts add up to `processed_emails`."""

    model_config = ConfigDict(from_attributes=True)

    stored: int = Field(description="at least one new transaction")
    duplicate: int = Field(description="all its transactions were there already")
    notice: int = Field(description="read, and no money moved")
    gone: int = Field(description="deleted before it could be fetched")
    unparsed: int = Field(description="looks like money moved, could not be read")
    failed: int = Field(description="could not be fetched or handled")


class JobOut(BaseModel):
    """One import or incremental sync."""

    job_id: UUID
    status: Status
    kind: JobKind
    progress: float = Field(description="percent of the mails listed; 0 until the listing is complete", examples=[42.5])
    total_emails: int = Field(examples=[1500])
    processed_emails: int = Field(examples=[637])
    parsed_transactions: int = Field(description="transactions stored", examples=[201])
    skipped_emails: int = Field(description="notice + gone", examples=[436])
    failed_emails: int = Field(description="unparsed + failed", examples=[0])
    known_emails: int = Field(description="settled by an earlier job and not fetched again; not part of the total", examples=[0])
    failure_code: str | None = Field(description="why a failed job could not go on", examples=[None])
    error_count: int = Field(examples=[0])
    error_log: list[dict[str, Any]] = Field(description="the last 50 errors: reason codes and ids, no mail text")
    started_at: datetime | None
    completed_at: datetime | None
    created_at: datetime


class SyncStatus(JobOut):
    phase: Phase
    emails_per_second: float = Field(description="over the last minute", examples=[48.2])
    eta_seconds: int | None = Field(
        description="likeliest time left, by the quota and the pace of the last minute; null until the total is known",
        examples=[18],
    )
    eta_range_seconds: tuple[int, int] | None = Field(description="the range the end should fall into", examples=[(15, 22)])
    resume_at: datetime | None = Field(description="when a job that waits for Gmail's quota goes on")
    minute_units: int | None = Field(
        description="units of Gmail's quota that count for this mailbox now; null until the total is known, and afterwards",
        examples=[5980],
    )
    minute_limit: int | None = Field(description="how many may in a minute; null where there is no limit", examples=[6000])
    connection_state: Literal["active", "needs_reconnect", "disconnected"] | None = Field(
        description="of the user's mailbox; `needs_reconnect` stops its schedule", examples=["active"]
    )
    connection_reason: str | None = Field(description="why it must be connected again", examples=[None])
    outcomes: Outcomes


class BatchOut(BaseModel):
    """Up to 100 mails of a job, the unit of work."""

    seq: int = Field(description="0 holds the newest mails")
    status: Literal["ready", "queued", "running", "done"]
    mails: int = Field(examples=[100])
    pending: int = Field(description="without an outcome yet", examples=[0])
    attempts: int = Field(description="tries of it, or of one of its mails, that ended in a fault")
    outcomes: Outcomes
    not_before: datetime | None = Field(description="it is left alone until then")
    finished_at: datetime | None


class UnreadMails(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    outcome: Literal["unparsed", "failed"]
    reason: str | None = Field(examples=["server_error"])
    count: int = Field(examples=[3])
    message_ids: list[str] = Field(description="Gmail's ids of the newest fifty", examples=[["18f2a9c3d4e5b601"]])


class JobDetail(BaseModel):
    job: SyncStatus
    batch_count: int = Field(examples=[15])
    batches: list[BatchOut]
    unread: list[UnreadMails]


class ConnectionOut(BaseModel):
    """The grant to a mailbox, without its tokens."""

    model_config = ConfigDict(from_attributes=True)

    user_id: UUID
    state: Literal["active", "needs_reconnect", "disconnected"]
    reason: str | None = Field(description="why it must be connected again", examples=[None])
    mailbox: str = Field(examples=["asha@gmail.com"])
    scopes: list[str] = Field(examples=[["https://www.googleapis.com/auth/gmail.readonly"]])
    way: Literal["poll"] = Field(description="how new mail is noticed: by looking every half hour")
    last_sync_at: datetime | None = Field(description="up to when everything is known")
    next_sync_at: datetime | None = Field(description="when it is looked at next")
    failed_attempts: int = Field(description="looks that failed since the last good one", examples=[0])


class SyncHistory(BaseModel):
    user_id: UUID
    total_jobs: int
    jobs: list[JobOut]
    next_cursor: str | None = Field(description="pass as `cursor` for the next page; null on the last")


class SyncStats(BaseModel):
    total_jobs: int
    by_status: dict[Status, int]
    total_emails_processed: int
    total_transactions_parsed: int
    total_failed_emails: int


class TransactionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    user_id: UUID
    message_id: str = Field(description="Gmail's id of the mail", examples=["18f2a9c3d4e5b601"])
    line: int = Field(description="which transaction of the mail, from 1", examples=[1])
    amount: Decimal = Field(examples=["1234.50"])
    currency: str = Field(description="ISO 4217", examples=["INR"])
    direction: Literal["debit", "credit"]
    kind: str = Field(examples=["purchase"])
    counterparty: str | None = Field(examples=["SWIGGY"])
    account_last4: str | None = Field(examples=["4821"])
    occurred_at: str | None = Field(
        description="as precise as the mail: a date, a local time, or a time with its offset", examples=["2026-03-06T11:11:09"]
    )
    reference: str | None = Field(examples=["610000666184"])
    received_at: datetime
    merchant: str | None = Field(
        description="the counterparty's name without gateway, store number and city", examples=["Swiggy"]
    )
    category: str = Field(description="a slug of two levels at most, see docs/categories.md", examples=["food.delivery"])
    category_rule: str = Field(description="what decided the category", examples=["merchant:Swiggy"])
    flow: Flow = Field(
        description="`own` stays theirs: a card's bill, another account, a wallet, savings",
        examples=["spending"],
    )
    issuer: str | None = Field(examples=["hdfc"])
    format: str | None = Field(examples=["upi-debit-2024"])
    reader_version: int = Field(description="of the reader that told it", examples=[2])
    confidence: float = Field(examples=[0.99])


class TransactionQuery(BaseModel):
    """Which transactions, and which page of them."""

    model_config = ConfigDict(extra="forbid")

    user_id: UUID = Field(description="whose")
    direction: Literal["debit", "credit"] | None = None
    kind: Kind | None = None
    currency: str | None = Field(None, pattern="^[A-Z]{3}$", description="ISO 4217")
    category: str | None = Field(None, max_length=60, pattern=r"^[a-z_.]+$", description="with those below it")
    merchant: str | None = Field(None, min_length=1, max_length=120, pattern=r"^[^\x00]*$", description="exactly as answered")
    flow: Flow | None = Field(None, description="`spending` leaves out card bills, own accounts, wallets and savings")
    since: date | None = Field(None, description="mail received on this day (UTC) or later")
    until: date | None = Field(None, description="mail received on this day (UTC) or earlier", lt=date.max)
    search: str | None = Field(
        None, min_length=1, max_length=100, pattern=r"^[^\x00]*$", description="part of the counterparty's name"
    )
    day_from: date | None = Field(None, description="it happened on this day of the `zone` or later")
    day_until: date | None = Field(None, description="it happened on this day of the `zone` or earlier")
    zone: Zone = "UTC"
    account_last4: str | None = Field(None, max_length=4, pattern=r"^[^\x00]*$")
    doubtful: bool = Field(False, description="only what a person should look at")
    sort: Order = Order.NEWEST
    limit: int = Field(50, ge=1, le=500)
    cursor: str | None = Field(None, max_length=200, description="`next_cursor` of the page before, with the same `sort`")


class TransactionChange(BaseModel):
    """What a person says of a transaction."""

    model_config = ConfigDict(extra="forbid")

    category: str = Field(
        max_length=60, pattern=r"^[a-z_.]+$", description="a slug, see docs/categories.md", examples=["food.delivery"]
    )
    always: bool = Field(False, description="for everything of this merchant in this direction, from now on too")


class TransactionChanged(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    transaction: TransactionOut
    others_changed: int = Field(description="by the new rule", examples=[16])


class CategoryRuleOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    merchant: str = Field(examples=["Swiggy"])
    direction: Literal["debit", "credit"]
    category: str = Field(examples=["food.delivery"])
    created_at: datetime


class CategoryRuleList(BaseModel):
    rules: list[CategoryRuleOut]


class KnownCategory(BaseModel):
    category: str = Field(examples=["food.delivery"])
    name: str = Field(examples=["Delivery"])
    holds: str = Field(description="what belongs there")


class KnownCategories(BaseModel):
    categories: list[KnownCategory]


class TransactionPage(BaseModel):
    transactions: list[TransactionOut]
    next_cursor: str | None = Field(description="pass as `cursor` for the next page; null on the last")


class ExportQuery(BaseModel):
    """Whose transactions, of which days, and how they are written down."""

    model_config = ConfigDict(extra="forbid")

    user_id: UUID = Field(description="whose")
    format: Literal["csv", "json", "ofx", "beancount", "firefly"] = Field(
        "csv", description="`firefly`: CSV whose columns are the roles of Firefly III's importer"
    )
    since: date | None = Field(None, description="mail received on this day (UTC) or later")
    until: date | None = Field(None, description="mail received on this day (UTC) or earlier", lt=date.max)


class Health(BaseModel):
    status: Literal["ok", "degraded", "unavailable"]
    checks: dict[str, str] = Field(default_factory=dict, examples=[{"database": "ok", "migrations": "ok", "broker": "ok"}])
