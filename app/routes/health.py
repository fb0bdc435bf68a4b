"""For load balancers and people in a hurry. No key is needed: nothing is told but up or down."""

from fastapi import APIRouter, Response

from app.routes.schemas import Health
from app.services import readiness

router = APIRouter(prefix="/health", tags=["health"])


@router.head("/live", include_in_schema=False)
@router.get("/live")
async def live() -> Health:
    """The process answers."""
    # Without a thread: all of them may be waiting for a silent database, and to start anew would not help.
    return Health(status="ok")


@router.head("/ready", include_in_schema=False)
@router.get("/ready", responses={503: {"model": Health, "description": "Not able to work: `checks` says what is missing"}})
def ready(response: Response) -> Health:
    """Is the API able to work?

    `ok`: database, migrations and broker are there. `degraded`, still 200: the broker is away, and imports are taken and begin
    when it is back; or newer code, which is about to take this one's place, has migrated the database. `unavailable`, 503: the
    database is away or not migrated."""
    checks = readiness.report()
    if readiness.able(checks):
        # The API still takes imports without its broker: not a reason to be taken out.
        return Health(status="ok" if set(checks.values()) == {"ok"} else "degraded", checks=checks)
    response.status_code = 503
    return Health(status="unavailable", checks=checks)
