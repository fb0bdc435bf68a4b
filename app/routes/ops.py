"""For those who run the service: how it is, and what Prometheus reads."""

import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app import metrics
from app.config import get_settings
from app.errors import Forbidden
from app.routes import deps, gate
from app.routes.deps import Credentials, SessionCookie, requires
from app.routes.ops_schemas import OpsHealth
from app.routes.problems import responses
from app.routes.schemas import ConnectionState
from app.routes.user_schemas import PeopleList, UserOut
from app.services import ops, users

router = APIRouter(prefix="/ops", tags=["operations"], dependencies=[Depends(requires("admin"))])
scraped = APIRouter()


@router.get("/health", responses=responses())
def ops_health() -> OpsHealth:
    """What waits, who works, when Beat last rang, what is left of the day's quota, and what should worry you."""
    state = ops.state()
    told = {name: getattr(state, name) for name in OpsHealth.model_fields if name != "status"}
    return OpsHealth.model_validate({"status": "attention" if state.concerns else "ok", **told}, from_attributes=True)


@router.get("/people", responses=responses())
def find_people(
    request: Request,
    search: Annotated[str | None, Query(max_length=100, pattern=r"^[^\x00]*$", description="part of the address")] = None,
    state: Annotated[ConnectionState | None, Query(description="whose mailbox's connection is in this state")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> PeopleList:
    """The users who came last, or those whose address holds the words."""
    found = users.search(search, state=state, limit=limit)
    gate.concerns(request, *(one.id for one in found))
    return PeopleList(people=[UserOut.model_validate(one) for one in found])


def _may_scrape(request: Request, credentials: Credentials, cookie: SessionCookie) -> None:
    """Prometheus has a token of its own; else it is the business of who may do everything."""
    token = get_settings().metrics_token.get_secret_value()
    if token and credentials is not None and secrets.compare_digest(credentials.credentials.encode(), token.encode()):
        return
    if not deps.caller(request, credentials, cookie).allows("admin"):
        raise Forbidden("this needs METRICS_TOKEN, or the scope admin")


@scraped.get("/metrics", include_in_schema=False, dependencies=[Depends(_may_scrape)])
def read_metrics(request: Request) -> Response:
    return Response(metrics.exposition(request.app.state.gauges), media_type=metrics.CONTENT_TYPE)
