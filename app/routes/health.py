"""For load balancers and people in a hurry. No key is needed: nothing is told but up or down."""

from fastapi import APIRouter, Response

from app.routes.schemas import Health
from app.services import readiness

router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live")
def live() -> Health:
    """The process answers."""
    return Health(status="ok")


@router.get("/ready", responses={503: {"model": Health, "description": "Not able to work yet"}})
def ready(response: Response) -> Health:
    """Database, migrations and broker are there. 503 says which is not."""
    checks = readiness.report()
    # Without the broker the API still takes imports: they are rung later. It is told, and it is not a reason to be taken out.
    if checks["database"] == "ok" and checks["migrations"] == "ok":
        return Health(status="ok", checks=checks)
    response.status_code = 503
    return Health(status="unavailable", checks=checks)
