"""The categories there are, and what people say their merchants always are."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from app.domain.category import CATEGORIES
from app.routes import gate
from app.routes.deps import requires
from app.routes.problems import responses
from app.routes.transaction_schemas import CategoryRuleList, CategoryRuleOut, KnownCategories, KnownCategory
from app.services import categorising

router = APIRouter(tags=["categories"])


@router.get("/categories", responses=responses(404), dependencies=[Depends(requires("transactions:read"))])
def list_categories(user_id: Annotated[UUID, Query(description="for whom")]) -> KnownCategories:  # noqa: ARG001  says whose
    """Every category that a transaction may have. They are the same for all."""
    return KnownCategories(categories=[KnownCategory(category=one.slug, name=one.name, holds=one.holds) for one in CATEGORIES])


@router.get("/category-rules", responses=responses(404), dependencies=[Depends(requires("transactions:read"))])
def list_category_rules(user_id: Annotated[UUID, Query(description="whose")]) -> CategoryRuleList:
    """What this person said that their merchants always are."""
    return CategoryRuleList(rules=[CategoryRuleOut.model_validate(one) for one in categorising.rules_of(user_id)])


@router.delete(
    "/category-rules/{rule_id}", status_code=204, responses=responses(404), dependencies=[Depends(requires("transactions:write"))]
)
def forget_category_rule(request: Request, rule_id: UUID) -> None:
    """Forget a rule. What it changed stays; what comes is the reader's again."""
    gate.concerns(request, categorising.forget(rule_id))
