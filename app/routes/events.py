"""Progress as a stream of server-sent events."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent

from app.errors import TooManyRequests
from app.routes.deps import requires
from app.routes.email_sync import as_status
from app.routes.problems import responses
from app.routes.schemas import UserId
from app.services import progress, users
from app.services.feed import Feed

router = APIRouter(prefix="/email-sync", tags=["email sync"])

# Then the client comes back by itself and shows its key again: one that was revoked does not listen for ever.
STREAM_SECONDS = 600.0
RETRY_MILLISECONDS = 2000
# Of one user, in this process: each listener is an open connection, and whoever asked for them without end would leave none.
MOST_LISTENERS = 100


def make_feed() -> Feed:
    return Feed(_look)


def _look(user_ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, str | None]:
    told = {user_id: as_status(found).model_dump_json() for user_id, found in progress.statuses(user_ids).items()}
    return dict.fromkeys(users.existing([one for one in user_ids if one not in told])) | told


def _known_user(request: Request, user_id: Annotated[UserId, Path(description="the user's id")]) -> UserId:
    """Raises NotFound and TooManyRequests before the stream begins."""
    feed: Feed = request.app.state.feed
    if feed.listeners(user_id) >= MOST_LISTENERS:
        raise TooManyRequests(f"{MOST_LISTENERS} listen already", retry_after_seconds=RETRY_MILLISECONDS / 1000)
    return users.get(user_id).id


@router.get(
    "/events/{user_id}",
    dependencies=[Depends(requires("sync:read"))],
    response_class=EventSourceResponse,
    responses=responses(404),
)
async def sync_events(
    user_id: Annotated[UserId, Depends(_known_user)],
    request: Request,
    last_event_id: Annotated[str | None, Header(max_length=100, description="the id of the last event that was seen")] = None,
) -> AsyncIterator[ServerSentEvent]:
    """The status of the user's live or latest job, as events named `progress`: the present one at once, then each change within
    a second. Each event holds the whole status, so nothing is missed by coming back late; with `Last-Event-ID` the present one is
    left out if it is known. Ends after ten minutes, when clients come back by themselves, and when the user is erased."""
    feed: Feed = request.app.state.feed
    try:
        async with asyncio.timeout(STREAM_SECONDS):
            async for update in feed.updates(user_id, last_event_id):
                yield ServerSentEvent(event="progress", id=update.id, raw_data=update.data, retry=RETRY_MILLISECONDS)
    except TimeoutError:
        return
