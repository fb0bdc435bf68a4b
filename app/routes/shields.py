"""Around the whole application: a request id, headers that bind browsers, a limit for bodies, and the access record.

    times ─► request id ─► security headers ─► CORS ─► body limit ─► access record ─► routes

Whatever is answered, be it an error of ours or a refusal of a layer, passes through all that are outside of it.
"""

import re
import uuid
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import parse_qsl

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import telemetry
from app.config import Settings
from app.errors import AppError, BodyTooLarge
from app.routes import gate
from app.routes.problems import problem_of
from app.routes.timing import RequestTimes, template
from app.services import accesses
from app.services.accesses import Access

log = structlog.get_logger()

REQUEST_ID = "X-Request-ID"
_SANE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
# What no answer of ours needs is forbidden; a page that needs more brings its own.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_HSTS = "max-age=31536000; includeSubDomains"


def put_up(app: ASGIApp, settings: Settings) -> ASGIApp:
    app = AccessRecorder(app)
    app = BodyLimit(app, settings.max_body_bytes)
    if settings.cors_origins:
        app = CORSMiddleware(
            app,
            allow_origins=settings.cors_origin_list,
            allow_methods=["GET", "POST", "PATCH", "PUT", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "Last-Event-ID", REQUEST_ID],
            expose_headers=[REQUEST_ID, "Retry-After", "Content-Disposition"],
        )
    app = SecurityHeaders(app, https=settings.https)
    return RequestTimes(RequestId(app))


class RequestId:
    """Taken over if it is sane, else made; in every log line, in problem details and in the answer's head."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(REQUEST_ID, "")
        request_id = given if _SANE_ID.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[REQUEST_ID] = request_id
            await send(message)

        carried = dict(Headers(scope=scope)) if telemetry.TRACE_HEADERS[0] in Headers(scope=scope) else {}
        with (
            structlog.contextvars.bound_contextvars(request_id=request_id),
            telemetry.span("request", parent=carried, method=scope["method"], request_id=request_id),
        ):
            await self._app(scope, receive, send_with_id)


class SecurityHeaders:
    def __init__(self, app: ASGIApp, *, https: bool) -> None:
        self._app = app
        self._headers = {**HEADERS, "Strict-Transport-Security": _HSTS} if https else HEADERS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith("/api/"):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, send_guarded if scope["type"] == "http" else send)


class BodyLimit:
    """A body is read before the routes see it, as far as the limit; nothing here takes one that is too large for memory."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        announced = headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > self._most:
            await self._refuse(scope, receive, send)
        elif not announced.strip("0") and "transfer-encoding" not in headers:
            await self._app(scope, receive, send)
        else:
            await self._collect(scope, receive, send)

    async def _collect(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = bytearray()
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > self._most:
                await self._refuse(scope, receive, send)
                return
        whole: list[MutableMapping[str, Any]] = [{"type": "http.request", "body": bytes(body), "more_body": False}]

        async def replay() -> Message:
            return whole.pop() if whole else await receive()

        await self._app(scope, replay, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = problem_of(BodyTooLarge(f"a body may have {self._most} bytes"))
        # What is left of the body is not read: the connection cannot go on.
        response.headers["Connection"] = "close"
        await response(scope, receive, send)


class AccessRecorder:
    """No answer about a person's data leaves before it is written down who gets it; if that cannot be done, there is none."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = False

        async def send_recorded(message: Message) -> None:
            nonlocal refused
            # Of nobody's there is nothing to record, and no thread to wait for.
            if message["type"] == "http.response.start" and gate.visitor_of(scope["state"])[0] is not None:
                try:
                    await run_in_threadpool(_record, scope, message["status"])
                except AppError as error:
                    refused = True
                    log.error("access_not_recorded", code=error.code, detail=error.detail)  # noqa: TRY400  a typed error says it
                    await problem_of(error)(scope, receive, send)
            if not refused:
                await send(message)

        await self._app(scope, receive, send_recorded)


def _record(scope: Scope, status: int) -> None:
    visitor, concerned = gate.visitor_of(scope["state"])
    if visitor is None:
        return
    named = _named(scope, visitor, concerned)
    if named is not None:
        access = Access(
            visitor.actor, visitor.key_id, scope["method"], template(scope)[:200], status, scope["state"]["request_id"]
        )
        accesses.record(access, name=named[0], named=named[1])


def _named(scope: Scope, visitor: gate.Visitor, concerned: tuple[uuid.UUID, ...]) -> tuple[str, tuple[uuid.UUID, ...]] | None:
    """The ids by which the owners are found. What a person asks is in their own record, whatever they ask for."""
    if visitor.user_id is not None:
        return "user_id", (visitor.user_id,)
    if concerned:
        return "user_id", concerned
    given = {**dict(_query(scope)), **scope.get("path_params", {})}
    for name in accesses.NAMES:
        if name in given:
            try:
                return name, (uuid.UUID(str(given[name])),)
            except ValueError:
                return None
    return None


def _query(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope["query_string"].decode("latin-1"))
