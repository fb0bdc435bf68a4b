"""The transactions read out of a user's mail."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from app.routes.deps import requires
from app.routes.problems import responses
from app.routes.reading_schemas import EvidenceOut, ExplanationOut, ReadNow
from app.routes.schemas import TransactionOut, TransactionPage, TransactionQuery
from app.services import explanations, transactions

router = APIRouter(prefix="/transactions", tags=["transactions"])


@router.get("", dependencies=[Depends(requires("transactions:read"))], responses=responses(400, 404))
def list_transactions(query: Annotated[TransactionQuery, Query()]) -> TransactionPage:
    """A page of a user's transactions, newest mail first."""
    wanted = transactions.Filter(**query.model_dump(exclude={"user_id", "limit", "cursor"}))
    page = transactions.page(query.user_id, wanted, cursor=query.cursor, limit=query.limit)
    return TransactionPage(transactions=[TransactionOut.model_validate(one) for one in page.items], next_cursor=page.next_cursor)


@router.get("/{transaction_id}", dependencies=[Depends(requires("transactions:read"))], responses=responses(404))
def get_transaction(transaction_id: UUID) -> TransactionOut:
    """One transaction."""
    return TransactionOut.model_validate(transactions.get(transaction_id))


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
