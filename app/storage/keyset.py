"""Pages by key: a page costs the same however deep it lies."""

import uuid
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Select, tuple_

from app.models import AccessRecord, EmailSyncJob, WebhookDelivery

Row = TypeVar("Row", AccessRecord, EmailSyncJob, WebhookDelivery)


def newest_first(
    statement: Select[Row],
    model: type[Row],
    *,
    before: tuple[datetime, uuid.UUID] | None,
    limit: int,
) -> Select[Row]:
    """By (created_at, id), strictly after the key `before`."""
    if before is not None:
        statement = statement.where(tuple_(model.created_at, model.id) < before)
    return statement.order_by(model.created_at.desc(), model.id.desc()).limit(limit)
