"""What the API tells of reading: re-reads, explanations, coverage."""

from datetime import datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.routes.schemas import Outcomes, Status
from app.routes.transaction_schemas import TransactionOut


class RereadStarted(BaseModel):
    message: str = Field(examples=["Re-read started"])
    job_id: UUID
    total_emails: int = Field(description="mails that will be read again", examples=[212])


class Facts(BaseModel):
    """A transaction as a reader tells it."""

    model_config = ConfigDict(from_attributes=True)

    amount: Decimal = Field(examples=["1234.50"])
    currency: str = Field(examples=["INR"])
    direction: Literal["debit", "credit"]
    kind: str = Field(examples=["purchase"])
    counterparty: str | None = Field(examples=["RAZ*SWIGGY"])
    merchant: str | None = Field(examples=["Swiggy"])
    category: str = Field(examples=["food.delivery"])
    account_last4: str | None = Field(examples=["4821"])
    occurred_at: str | None = Field(examples=["2026-03-06"])
    reference: str | None = Field(examples=["610000666184"])


class ChangeOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    change: Literal["new", "changed", "gone"] = Field(description="`gone`: the reader now says that no money moved")
    message_id: str = Field(examples=["18f2a9c3d4e5b601"])
    line: int = Field(examples=[1])
    fields: list[str] = Field(description="which fields differ, when changed", examples=[["counterparty", "merchant"]])
    before: Facts | None = Field(description="null when new")
    after: Facts | None = Field(description="null when gone")


class ChangeCounts(BaseModel):
    new: int = Field(examples=[7])
    changed: int = Field(examples=[3])
    gone: int = Field(examples=[1])


class RereadReport(BaseModel):
    """A re-read: how far it is, and what applying it would change in the stored transactions as they are now."""

    job_id: UUID
    status: Status
    progress: float = Field(examples=[100.0])
    total_emails: int = Field(examples=[212])
    processed_emails: int = Field(examples=[212])
    failed_emails: int = Field(description="still unparsed, or could not be fetched", examples=[11])
    created_at: datetime
    completed_at: datetime | None
    applied_at: datetime | None
    counts: ChangeCounts
    changes: list[ChangeOut] = Field(description="the first `limit` of them, by mail and line")


class RereadApplied(BaseModel):
    job_id: UUID
    applied: ChangeCounts = Field(description="what this call changed; all zero the second time")


class EvidenceOut(BaseModel):
    """Where one field of the transaction comes from. Places count in the cleaned text of the mail, or in its subject."""

    model_config = ConfigDict(from_attributes=True)

    field: str = Field(examples=["amount"])
    origin: Literal["hole", "declared", "label", "sentence", "subject", "verb", "sender", "inferred"] = Field(
        description="a hole of the format; declared by it; beside a label; in a sentence; in the subject; a verb; the sender's"
        " name; inferred from the rest"
    )
    where: Literal["text", "subject"] | None = Field(description="null for what stands nowhere")
    start: int | None = Field(examples=[15])
    end: int | None = Field(examples=[24])
    quote: str | None = Field(description="the words there; fetched for this answer and stored nowhere", examples=["Rs.262.00"])
    confidence: float = Field(description="in this field, 0 to 1", examples=[1.0])


class ReadNow(BaseModel):
    """What the present reader says of the mail."""

    model_config = ConfigDict(from_attributes=True)

    outcome: Literal["transaction", "notice", "unparsed"]
    reason: str | None = Field(examples=[None])
    issuer: str | None = Field(examples=["hdfc"])
    format: str | None = Field(description="`generic` is the general reader", examples=["upi-debit-2024"])
    format_version: str | None = Field(description="changes with the format's wording", examples=["b35c574f"])
    rule: str = Field(examples=["a sentence of the issuer"])
    reader_version: int = Field(examples=[2])
    confidence: float = Field(examples=[1.0])


class ExplanationOut(BaseModel):
    """A stored transaction beside what the reader says of its mail now, and why."""

    transaction: TransactionOut
    now: ReadNow
    unchanged: bool = Field(description="false when a re-read would change the transaction or take it away")
    evidence: list[EvidenceOut] = Field(description="empty when the mail no longer tells of the transaction")


class SenderOut(BaseModel):
    """Mails about money of one sender."""

    issuer: str | None = Field(description="key of the issuer, null for a domain nobody has described", examples=["hdfc"])
    sender_domain: str | None = Field(description="the registered domain; null before it was kept", examples=["hdfcbank.net"])
    read: int = Field(description="mails read into transactions", examples=[310])
    unparsed: int = Field(examples=[4])
    notices: int = Field(examples=[95])
    share_read: float | None = Field(description="read / (read + unparsed)", examples=[0.9873])
    last_seen: datetime


class UnparsedOut(BaseModel):
    """Mails of one sender that could not be read for one reason."""

    model_config = ConfigDict(from_attributes=True)

    issuer: str | None = Field(examples=["hdfc"])
    sender_domain: str | None = Field(examples=["hdfcbank.net"])
    reason: str | None = Field(examples=["not_enough_evidence"])
    mails: int = Field(examples=[4])
    users: int = Field(examples=[3])
    last_seen: datetime


class CoverageOut(BaseModel):
    """How well mail is read. No word of any mail; of senders only those of mail about money, by domain."""

    reader_version: int = Field(examples=[2])
    outcomes: Outcomes
    share_read: float | None = Field(description="(stored + duplicate) / (stored + duplicate + unparsed)", examples=[0.98])
    senders: list[SenderOut] = Field(description="those with the most mail first")
    unparsed: list[UnparsedOut] = Field(description="the work list: the largest heap first")


class SampleOut(BaseModel):
    """An unparsed mail with its person taken out: digits are 1, unknown words x, links dummies. Look before you publish."""

    sender_domain: str = Field(examples=["hdfcbank.net"])
    issuer: str | None = Field(examples=["hdfc"])
    outcome: Literal["transaction", "notice", "unparsed"] = Field(description="what the present reader says of the mail")
    reason: str | None = Field(examples=["not_enough_evidence"])
    reader_version: int = Field(examples=[2])
    subject: str = Field(examples=["Transaction alert for your Xxxxx Card"])
    lines: list[list[str]] = Field(description="rows of cells", examples=[[["Amount", "Rs.1,111.11"], ["Dear Xxxx,"]]])
