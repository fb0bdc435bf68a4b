"""How long answers take, by route: until the answer begins, for an event stream goes on for as long as somebody listens."""

import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import metrics

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# Whatever is no route of ours: a scanner's paths must not become labels.
_NO_ROUTE = "none"


class RequestTimes:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = time.perf_counter()

        async def send_timed(message: Message) -> None:
            if message["type"] == "http.response.start":
                method = scope["method"] if scope["method"] in _METHODS else _NO_ROUTE
                route = template(scope) if "route" in scope else _NO_ROUTE
                metrics.request(method, route, message["status"], time.perf_counter() - began)
            await send(message)

        await self._app(scope, receive, send_timed if scope["type"] == "http" else send)


def template(scope: Scope) -> str:
    """The path as the documentation writes it. The route in the scope knows only the last part of it."""
    names = {str(value): f"{{{name}}}" for name, value in scope.get("path_params", {}).items()}
    return "/".join(names.get(part, part) for part in scope["path"].split("/"))
