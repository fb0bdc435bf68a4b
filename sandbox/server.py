"""HTTP: one process, one event loop. What is answered is decided by `service`, `oauth` and `control`."""

import asyncio
import logging
import signal
import socket
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from sandbox import discovery
from sandbox.control import Control
from sandbox.delivery import Delivery, deliver
from sandbox.fault import Scene
from sandbox.service import Service
from sandbox.wire import Answer, Request, as_json

_BATCH = ("/batch", "/batch/gmail/v1")
_DISCOVERY = ("/discovery/v1/apis/gmail/v1/rest", "/$discovery/rest")
_LARGEST = 100 << 20  # bytes of a body that came packed
Scope = dict[str, Any]


class App:
    """The ASGI application. On `loopback` it answers to no other name: a site from afar could give this machine one."""

    def __init__(self, service: Service, *, loopback: bool = True) -> None:
        self._loopback = loopback
        self._service = service
        self._control = Control(service)

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        request = await _read(scope, receive)
        transport = scope["extensions"]["sandbox.transport"]
        if self._loopback and not _is_loopback(request.headers.get("host", "localhost")):
            stranger = Delivery(as_json({"error": "no such host here"}, 421))
            await deliver(stranger, request.headers, transport, receive, send)
            return
        if request.path.startswith("/sandbox"):
            own = Delivery(self._control.answer(request, scope["client"][0]))
            await deliver(own, request.headers, transport, receive, send)
            return
        out = await self._google(request)
        self._service.quota.received += len(request.body)
        self._service.quota.sent += await deliver(out, request.headers, transport, receive, send)

    async def _google(self, request: Request) -> Delivery:
        """The answer, after its latency; the calls in it count as running until then."""
        running: list[str] = []
        service = self._service
        scene = self._scene(request)
        try:
            out = Delivery(self._answer(scene, request, running), service.latency())
            if service.faults:
                out = service.faults.wire(out, scene)
            if out.delay:
                await asyncio.sleep(out.delay)
            return out
        finally:
            for one in running:
                service.quota.done(one)

    def _scene(self, request: Request) -> Scene:
        """What is called, in the words that faults use."""
        user = self._service.user_of(request)
        path = request.path
        if path in _BATCH and request.method == "POST":
            return Scene(("batch",), user)
        if path in _DISCOVERY:
            return Scene(("discovery",), user)
        page = self._service.page_name(path)
        return Scene((page,), user) if page else self._service.scene_of(request, user)

    def _answer(self, scene: Scene, request: Request, running: list[str]) -> Answer:
        service = self._service
        (name,) = scene.methods
        page = service.page_name(request.path)
        if page is None and name not in ("batch", "discovery"):
            return service.call(request, running, service.clock())
        injected = service.faults.call(scene)
        if injected is not None:
            return injected
        if name == "batch":
            return service.batch(request, running)
        if page is not None:
            return service.page(page, request)
        return as_json(discovery.localised(f"http://{request.headers.get('host', 'localhost')}/"))


def _is_loopback(host: str) -> bool:
    name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
    return name in ("127.0.0.1", "localhost", "[::1]") or name.endswith(".localhost")


async def _read(scope: Scope, receive: Any) -> Request:
    body: list[bytes] = []
    more = True
    while more:
        message = await receive()
        body.append(message.get("body", b""))
        more = message.get("more_body", False)
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    path, query = scope["raw_path"].decode("latin-1"), scope["query_string"].decode("latin-1")
    return _overridden(Request(scope["method"], path, query, headers, _plain(b"".join(body), headers)))


def _plain(body: bytes, headers: Mapping[str, str]) -> bytes:
    """Google's library for Java packs what it sends. What is no gzip after all is left to whoever cannot read it."""
    if headers.get("content-encoding", "").strip().lower() != "gzip":
        return body
    try:
        return zlib.decompressobj(31).decompress(body, _LARGEST)
    except zlib.error:
        return body


def _overridden(request: Request) -> Request:
    """A query too long for an address comes as the form of a POST that says which method it stands for."""
    method = request.headers.get("x-http-method-override", "")
    if request.method != "POST" or method.upper() != "GET":
        return request
    return Request("GET", request.path, request.body.decode("latin-1"), request.headers)


class _Protocol(HttpToolsProtocol):
    """Hands its transport to the application, which could not reset a connection otherwise."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        scope: Scope = self.scope  # type: ignore[assignment]  # a TypedDict, here open for an extension
        scope["extensions"] = {"sandbox.transport": self.transport}


class Server(uvicorn.Server):
    """Says when it serves, and ends on a signal with exit code 0: uvicorn's own way is to raise the signal again."""

    def __init__(self, app: App, banner: str) -> None:
        logging.getLogger("uvicorn").setLevel(logging.CRITICAL + 1)
        super().__init__(
            uvicorn.Config(
                app, http=_Protocol, loop="uvloop", lifespan="off", ws="none", access_log=False, log_config=None,
                server_header=False, timeout_graceful_shutdown=1, timeout_keep_alive=120, backlog=4096,
            )
        )  # fmt: skip
        self._banner = banner

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        sys.stdout.write(self._banner + "\n")
        sys.stdout.flush()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for one in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(one, self._stop)
        yield

    def _stop(self) -> None:
        self.should_exit = True
