"""The REST API: `api` holds everything under /api/v1."""

from fastapi import APIRouter

from app.routes import (
    auth,
    categories,
    connection_events,
    coverage,
    email_sync,
    events,
    insights,
    jobs,
    leaving,
    ops,
    reparse,
    transactions,
    users,
    webhooks,
)

api = APIRouter(prefix="/api/v1")
api.include_router(auth.router)
api.include_router(email_sync.router)
api.include_router(events.router)
api.include_router(jobs.router)
api.include_router(reparse.router)
api.include_router(users.router)
api.include_router(transactions.router)
api.include_router(categories.router)
api.include_router(insights.router)
api.include_router(coverage.router)
api.include_router(connection_events.router)
api.include_router(leaving.router)
api.include_router(ops.router)
api.include_router(webhooks.router)
