"""What a newer reader says of mails that have their outcome: proposals beside the stored rows, and making the rows equal to them.

Only a mail that was read decides over stored transactions: one that has left the mailbox, could not be fetched, or that the new
reader cannot read any more leaves them as they are.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import TextClause, TextualSelect, delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.domain.change import Change, Row, changes
from app.models import CategoryRule, EmailReread, EmailSyncJob, TransactionRow
from app.models.transaction import YOURS
from app.storage import rules
from app.storage.outcomes import Settled
from app.storage.transactions import NewTransaction, row_as_json

# What a proposal says of a row. The row's id and the time it was made stay.
_COLUMNS = [column.name for column in TransactionRow.__table__.columns if column.name not in {"id", "created_at"}]
_LIST = ", ".join(_COLUMNS)
_OF_T = ", ".join(f"t.{name}" for name in _COLUMNS)
_TOLD = "email_rereads r, jsonb_populate_recordset(NULL::transactions, r.transactions) t"
_READ = "r.outcome IN ('stored', 'notice')"


def add(
    session: Session, user_id: uuid.UUID, job_id: uuid.UUID, settled: Sequence[Settled], new: Sequence[NewTransaction]
) -> None:
    """Write down what the re-read said of each mail."""
    told: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in new:
        told[one.message_id].append(row_as_json(user_id, one))
    rows = [
        {
            "job_id": job_id,
            "message_id": one.message_id,
            "outcome": str(one.outcome),
            "reason": one.reason,
            "issuer": one.issuer,
            "sender_domain": one.sender_domain,
            "reader_version": one.reader_version,
            "transactions": told[one.message_id],
        }
        for one in settled
    ]
    if rows:
        session.execute(insert(EmailReread).on_conflict_do_nothing(), rows)


def changes_of(session: Session, user_id: uuid.UUID, job_id: uuid.UUID, ids: Sequence[str] | None = None) -> list[Change]:
    """What applying would change in the user's transactions, among all mails of the job or these; ordered by mail and line."""
    some = "" if ids is None else " AND r.message_id = ANY(:ids)"
    values = {"job": job_id, "user": user_id} | ({} if ids is None else {"ids": list(ids)})
    told = session.execute(_rows(f"SELECT {_OF_T} FROM {_TOLD} WHERE r.job_id = :job{some}"), values)  # noqa: S608  constants
    stored = session.execute(
        _rows(
            f"SELECT {_OF_T} FROM email_rereads r"  # noqa: S608  constants
            f" JOIN transactions t ON t.user_id = :user AND t.message_id = r.message_id WHERE r.job_id = :job AND {_READ}{some}"
        ),
        values,
    )
    had = _mappings(stored.mappings())
    return changes(had, _as_the_person_says(_mappings(told.mappings()), had, rules.of_user(session, user_id)))


def _as_the_person_says(told: list[Row], had: list[Row], always: Sequence[CategoryRule]) -> list[Row]:
    """Their categories stand above the reader's, those of single transactions and those of their rules."""
    chosen = {(row["message_id"], row["line"]): row["category"] for row in had if row["category_rule"] == YOURS}
    ruled = {(rule.merchant, rule.direction): rule.category for rule in always}
    return [
        {
            **row,
            "category": chosen.get((row["message_id"], row["line"]))
            or ruled.get((row["merchant"], row["direction"]), row["category"]),
        }
        for row in told
    ]


def _rows(statement: str) -> TextualSelect:
    return text(statement).columns(*(TransactionRow.__table__.columns[name] for name in _COLUMNS))


def _mappings(rows: Iterable[Any]) -> list[Row]:
    return [dict(row) for row in rows]


def apply(session: Session, user_id: uuid.UUID, job_id: uuid.UUID) -> int:
    """Make stored transactions and outcomes equal to the job's proposals and forget those. Returns how many rows are new.

    In key order, so that two writers cannot deadlock. A second time there is nothing left to apply.
    """
    values = {"job": job_id, "user": user_id}
    session.execute(_TAKE_AWAY, values)
    inserted = session.execute(_PUT, values).scalars().all()
    rules.apply(session, user_id, session.scalars(_IDS, {"job": job_id}).all())
    session.execute(_SETTLE, values)
    session.execute(delete(EmailReread).where(EmailReread.job_id == job_id))
    return sum(inserted)


_TAKE_AWAY: TextClause = text(
    f"DELETE FROM transactions t USING email_rereads r WHERE r.job_id = :job AND {_READ}"  # noqa: S608  constants
    " AND t.user_id = :user AND t.message_id = r.message_id AND NOT EXISTS"
    " (SELECT 1 FROM jsonb_to_recordset(r.transactions) AS told(line smallint) WHERE told.line = t.line)"
)


def _taken(name: str) -> str:
    """What a person said of a single transaction stays."""
    if name in ("category", "category_rule"):
        return f"{name} = CASE WHEN transactions.category_rule = '{YOURS}' THEN transactions.{name} ELSE excluded.{name} END"
    return f"{name} = excluded.{name}"


_IDS: TextClause = text("SELECT message_id FROM email_rereads WHERE job_id = :job")
# xmax is 0 in a row that was inserted, and not in one that was updated.
_PUT: TextClause = text(
    f"INSERT INTO transactions ({_LIST}) SELECT {_OF_T} FROM {_TOLD}"  # noqa: S608  constants
    " WHERE r.job_id = :job ORDER BY t.message_id, t.line ON CONFLICT ON CONSTRAINT uq_transactions_message_id"
    f" DO UPDATE SET {', '.join(map(_taken, _COLUMNS))} RETURNING (xmax = 0)::int"
)
# A mail that was stored stays so unless no money moved by it; one that has gone, or failed, says nothing new.
_SETTLE: TextClause = text(
    "UPDATE email_outcomes o SET reason = r.reason, issuer = r.issuer, sender_domain = r.sender_domain,"
    " reader_version = r.reader_version, settled_at = now(),"
    " outcome = CASE WHEN r.outcome = 'stored' AND o.outcome = 'duplicate' THEN o.outcome ELSE r.outcome END"
    " FROM email_rereads r WHERE r.job_id = :job AND o.user_id = :user AND o.message_id = r.message_id"
    " AND (r.outcome IN ('stored', 'notice')"
    " OR o.outcome IN ('unparsed', 'notice') AND r.outcome = 'unparsed'"
    " OR o.outcome = 'unparsed' AND r.outcome = 'gone')"
)


def forget(session: Session, user_id: uuid.UUID) -> None:
    """Drop what earlier re-reads of this user proposed and nobody applied."""
    jobs = select(EmailSyncJob.id).where(EmailSyncJob.user_id == user_id, EmailSyncJob.kind == "reparse")
    session.execute(delete(EmailReread).where(EmailReread.job_id.in_(jobs)))
