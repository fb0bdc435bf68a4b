"""The tables. `alembic check` holds them equal to the migrations."""

from app.models.access_record import AccessRecord
from app.models.browser_session import BrowserSession
from app.models.category import Category
from app.models.category_rule import CategoryRule
from app.models.connection_event import ConnectionEvent
from app.models.email_outcome import EmailOutcome
from app.models.email_reread import EmailReread
from app.models.email_sync_batch import EmailSyncBatch
from app.models.email_sync_job import EmailSyncJob
from app.models.gmail_connection import GmailConnection
from app.models.leaving import Erasure, TokenRevocation
from app.models.quota import QuotaDay, QuotaGrant
from app.models.service_key import ServiceKey
from app.models.sign_in import SignIn
from app.models.transaction import TransactionRow
from app.models.user import User
from app.models.webhook import Webhook, WebhookDelivery
from app.models.worker_heartbeat import WorkerHeartbeat

__all__ = [
    "AccessRecord",
    "BrowserSession",
    "Category",
    "CategoryRule",
    "ConnectionEvent",
    "EmailOutcome",
    "EmailReread",
    "EmailSyncBatch",
    "EmailSyncJob",
    "Erasure",
    "GmailConnection",
    "QuotaDay",
    "QuotaGrant",
    "ServiceKey",
    "SignIn",
    "TokenRevocation",
    "TransactionRow",
    "User",
    "Webhook",
    "WebhookDelivery",
    "WorkerHeartbeat",
]
