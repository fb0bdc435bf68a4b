from sqlalchemy import DateTime, String, func
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base
from app.models.columns import Timestamp


class WorkerHeartbeat(Base):
    """A Celery worker by its node name (`celery@host`): when its main process looked in here, when a child took up a batch.

    `beat@host` is Beat, and `looked_at` when it last rang."""

    __tablename__ = "worker_heartbeats"

    worker: Mapped[str] = mapped_column(String(200), primary_key=True)
    looked_at: Mapped[Timestamp] = mapped_column(DateTime(timezone=True), server_default=func.now())
    took_batch_at: Mapped[Timestamp | None]
