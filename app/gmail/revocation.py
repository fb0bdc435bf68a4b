"""Telling Google that a grant is over."""

from urllib.parse import urlencode

import orjson

from app.config import Settings
from app.errors import Throttled, TransientFault
from app.gmail.faults import Kind, classify
from app.gmail.transport import PooledTransport, Transport

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def revoke_token(token: str, settings: Settings, transport: Transport | None = None) -> None:
    """End the whole grant that a refresh or access token belongs to; one that Google no longer knows is over already.

    Raises Throttled and TransientFault: then nobody knows, and it is worth another try.
    """
    wire = transport or PooledTransport()
    body = urlencode({"token": token}).encode()
    answer = wire.send("POST", settings.google_revoke_url, headers=_FORM, body=body, seconds=settings.gmail_timeout_seconds)
    if answer.status == 200 or (answer.status == 400 and _said(answer.body) == "invalid_token"):
        return
    verdict = classify(answer.status, answer.headers, answer.body)
    if verdict.kind is Kind.THROTTLED:
        raise Throttled(f"revoke_http_{answer.status}", retry_after_seconds=verdict.retry_after_seconds)
    raise TransientFault(f"revoke_http_{answer.status}")


def _said(body: bytes) -> str:
    try:
        said = orjson.loads(body)
    except ValueError:
        return ""
    return str(said.get("error", "")) if isinstance(said, dict) else ""
