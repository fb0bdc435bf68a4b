"""What operators are told."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field


class _FromState(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class WorkerOut(_FromState):
    name: str = Field(examples=["celery@4f1a2b"])
    looked_ago: float = Field(description="seconds since it looked into the database, as it does every 15 s", examples=[4.2])
    took_batch_ago: float | None = Field(description="seconds since one of its processes took up a batch", examples=[0.8])


class DueBatchOut(_FromState):
    batch_id: UUID
    job_id: UUID
    due_for: float = Field(description="seconds", examples=[0.4])


class BatchPaceOut(_FromState):
    count: int = Field(examples=[480])
    p50: float | None = Field(examples=[1.2])
    p95: float | None = Field(examples=[2.9])


class QuotaOut(_FromState):
    day: date = Field(description="Google's day begins at midnight Pacific time")
    units: int = Field(description="granted so far", examples=[1_250_000])
    limit: int | None = Field(description="null: the tariff has none", examples=[80_000_000])
    left: int | None = Field(examples=[78_750_000])
    stopped_reason: str | None = Field(description="why nothing is granted for now", examples=[None])
    stopped_until: datetime | None


class OpsHealth(_FromState):
    """`attention` means that `concerns` has a sentence; docs/operations.md says what to do about each."""

    status: Literal["ok", "attention"]
    concerns: list[str] = Field(examples=[["beat: rang 412 s ago"]])
    queues: dict[str, int] | None = Field(description="messages that wait; null: Redis is away", examples=[{"celery": 3}])
    queue_age: float = Field(description="seconds the oldest queued batch waits for a worker", examples=[0.1])
    batches: dict[str, int] = Field(description="those not done", examples=[{"ready": 240, "queued": 16, "running": 32}])
    oldest_due: DueBatchOut | None = Field(description="the batch that could have been granted for longest")
    pace: BatchPaceOut = Field(description="seconds from the grant to its end, of the batches of the last minute")
    throttled_jobs: int = Field(description="live jobs that wait for Gmail's quota", examples=[2])
    workers: list[WorkerOut] = Field(description="heard of within a day")
    workers_alive: int = Field(description="of these, within the last minute", examples=[8])
    beat_ago: float | None = Field(description="seconds since Beat last rang; null: not within a day", examples=[2.1])
    quota: QuotaOut
    connections: dict[str, int] = Field(examples=[{"active": 998, "needs_reconnect": 2, "disconnected": 0}])
    jobs: dict[str, int] = Field(description="those not ended", examples=[{"pending": 0, "processing": 12}])
