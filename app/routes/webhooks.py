"""Webhooks: addresses of a backend that are told when a mailbox must be connected again, or a sync has ended."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query

from app.routes.deps import requires
from app.routes.problems import responses
from app.routes.webhook_schemas import DeliveryOut, DeliveryPage, NewWebhook, NewWebhookOut, WebhookList, WebhookOut
from app.services import webhooks

router = APIRouter(prefix="/webhooks", tags=["webhooks"], dependencies=[Depends(requires("webhooks:write"))])
WebhookId = Annotated[UUID, Path(description="the id of a webhook")]


@router.post("", status_code=201, responses=responses(400, 409))
def register_webhook(new: NewWebhook) -> NewWebhookOut:
    """Be told of events at this address, signed after Standard Webhooks. Answer 2xx within ten seconds; anything else is tried
    again for three days. A target that is not https, or not of the public network, answers 400 `webhook_target`."""
    made = webhooks.register(new.url, new.events)
    return NewWebhookOut(**WebhookOut.model_validate(made.webhook).model_dump(), secret=made.secret)


@router.get("", responses=responses())
def list_webhooks() -> WebhookList:
    """All of them, oldest first."""
    return WebhookList(webhooks=[WebhookOut.model_validate(one) for one in webhooks.all_webhooks()])


@router.delete("/{webhook_id}", status_code=204, responses=responses(404))
def remove_webhook(webhook_id: WebhookId) -> None:
    """It is told nothing more, not even what was waiting for it."""
    webhooks.remove(webhook_id)


@router.post("/{webhook_id}/enable", responses=responses(404))
def enable_webhook(webhook_id: WebhookId) -> WebhookOut:
    """Send there again, from now on, what it asked for; what was given up meanwhile is not sent."""
    return WebhookOut.model_validate(webhooks.enable(webhook_id))


@router.post("/{webhook_id}/test", status_code=202, responses=responses(404, 409))
def send_test_event(webhook_id: WebhookId) -> DeliveryOut:
    """Send it `webhook.test` within some seconds; what became of it is in its deliveries."""
    return DeliveryOut.model_validate(webhooks.send_test(webhook_id))


@router.get("/{webhook_id}/deliveries", responses=responses(400, 404))
def list_deliveries(
    webhook_id: WebhookId,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(max_length=200, description="`next_cursor` of the page before")] = None,
) -> DeliveryPage:
    """What it was told and is to be told, newest first."""
    page = webhooks.deliveries(webhook_id, cursor=cursor, limit=limit)
    return DeliveryPage(deliveries=[DeliveryOut.model_validate(one) for one in page.items], next_cursor=page.next_cursor)
