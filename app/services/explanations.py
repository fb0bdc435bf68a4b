"""Why a stored transaction reads as it does: the mail is fetched again, read again, and forgotten."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.parsing import READER_VERSION
from app.parsing.explain import Explained, Explanation, explain
from app.services import transactions
from app.services.reading import new_transactions
from app.services.refetch import fetch_again
from app.services.transactions import YOURS, Facts, StoredTransaction, facts_of, facts_told


@dataclass(frozen=True, slots=True)
class Piece:
    """A field's evidence: the words quoted, their place in the cleaned text or the subject, and how sure the field is."""

    field: str
    origin: str
    where: str | None
    start: int | None
    end: int | None
    quote: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Told:
    """What the reader says of the mail now."""

    outcome: str
    reason: str | None
    issuer: str | None
    format: str | None
    format_version: str | None
    rule: str
    reader_version: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Why:
    """`unchanged` when the reader says now just what is stored."""

    stored: StoredTransaction
    now: Told
    unchanged: bool
    evidence: Sequence[Piece]


def why(transaction_id: uuid.UUID) -> Why:
    """Raises NotFound (`transaction_not_found`) and what `fetch_again` raises."""
    stored = transactions.get(transaction_id)
    fetched = fetch_again(stored.user_id, stored.message_id)
    explained = explain(fetched.mail)
    now = [facts_told(one.transaction, one.enrichment) for one in new_transactions(fetched, explained.reading)]
    same = len(now) >= stored.line and _but_for_what_is_theirs(now[stored.line - 1], stored) == facts_of(stored)
    pieces = _pieces(explained, explained.transactions[stored.line - 1]) if len(now) >= stored.line else []
    return Why(stored, _told(explained), same, pieces)


def _but_for_what_is_theirs(now: Facts, stored: StoredTransaction) -> Facts:
    """A category that the person chose is no change of the reader's."""
    return replace(now, category=stored.category) if stored.category_rule.startswith(YOURS) else now


def _told(explained: Explanation) -> Told:
    reading = explained.reading
    return Told(
        outcome=str(reading.verdict),
        reason=reading.reason,
        issuer=reading.issuer,
        format=reading.format,
        format_version=explained.version,
        rule=explained.rule,
        reader_version=READER_VERSION,
        confidence=reading.confidence,
    )


def _pieces(explained: Explanation, told: Explained) -> list[Piece]:
    return [
        Piece(one.field, one.origin, one.where, one.start, one.end, explained.quote(one), told.confidence[one.field])
        for one in told.evidence
    ]
