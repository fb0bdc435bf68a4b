"""The transactions read out of a user's mail."""

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse

from app.routes.deps import requires
from app.routes.problems import responses
from app.routes.reading_schemas import EvidenceOut, ExplanationOut, ReadNow
from app.routes.transaction_schemas import (
    ExportQuery,
    TransactionChange,
    TransactionChanged,
    TransactionOut,
    TransactionPage,
    TransactionQuery,
)
from app.services import categorising, explanations, exports, transactions
from app.services.insights import require_zone

router = APIRouter(prefix="/transactions", tags=["transactions"])

_PIECES_AT_ONCE = 500


@router.get("", dependencies=[Depends(requires("transactions:read"))], responses=responses(400, 404))
def list_transactions(query: Annotated[TransactionQuery, Query()]) -> TransactionPage:
    """A page of a user's transactions, newest mail first unless it is asked otherwise."""
    require_zone(query.zone)
    wanted = transactions.Filter(**query.model_dump(exclude={"user_id", "limit", "cursor", "sort"}))
    page = transactions.page(query.user_id, wanted, cursor=query.cursor, limit=query.limit, order=query.sort)
    return TransactionPage(transactions=[TransactionOut.model_validate(one) for one in page.items], next_cursor=page.next_cursor)


_FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file, streamed",
        "content": {kind: {"schema": {"type": "string"}} for kind in ("text/csv", "application/x-ofx", "text/plain")}
        | {"application/json": {"schema": {"type": "object"}}},
    }
}


@router.get(
    "/export",
    dependencies=[Depends(requires("transactions:read"))],
    response_class=StreamingResponse,
    responses={**_FILES, **responses(404)},
)
def export_transactions(query: Annotated[ExportQuery, Query()]) -> StreamingResponse:
    """All transactions of a user as a file, oldest mail first. Amounts are decimals beside their currency, and no cell of a CSV
    is a formula. It is written while it is read: an answer that was cut off lacks its last chunk."""
    file = exports.export(query.user_id, query.format, exports.Span(query.since, query.until))
    headers = {"Content-Disposition": f'attachment; filename="{file.file_name}"', "Cache-Control": "no-store"}
    return StreamingResponse(_in_chunks(file.pieces), media_type=file.media_type, headers=headers)


def _in_chunks(pieces: Iterator[str]) -> Iterator[bytes]:
    """A thread is entered for every chunk, so a line each would cost more than the lines."""
    while some := "".join(islice(pieces, _PIECES_AT_ONCE)):
        yield some.encode()


@router.get("/{transaction_id}", dependencies=[Depends(requires("transactions:read"))], responses=responses(404))
def get_transaction(transaction_id: UUID) -> TransactionOut:
    """One transaction."""
    return TransactionOut.model_validate(transactions.get(transaction_id))


@router.patch("/{transaction_id}", dependencies=[Depends(requires("transactions:write"))], responses=responses(400, 404, 409))
def change_transaction(transaction_id: UUID, change: TransactionChange) -> TransactionChanged:
    """Say what it was; with `always`, what everything of this merchant is. No sync and no re-read says otherwise afterwards."""
    changed = categorising.change(transaction_id, change.category, always=change.always)
    return TransactionChanged(
        transaction=TransactionOut.model_validate(changed.transaction), others_changed=changed.others_changed
    )


@router.get(
    "/{transaction_id}/explanation",
    dependencies=[Depends(requires("transactions:read"))],
    responses=responses(404, 409, 410, 502),
)
def explain_transaction(transaction_id: UUID) -> ExplanationOut:
    """Why the transaction reads as it does. Its mail is fetched for this answer, by the user's quota, and not stored."""
    why = explanations.why(transaction_id)
    return ExplanationOut(
        transaction=TransactionOut.model_validate(why.stored),
        now=ReadNow.model_validate(why.now),
        unchanged=why.unchanged,
        evidence=[EvidenceOut.model_validate(piece) for piece in why.evidence],
    )
