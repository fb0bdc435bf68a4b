"""An endpoint on this machine that takes Pub/Sub's pushes and keeps them."""

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, Queue
from typing import Any


@dataclass
class Push:
    token: str
    body: dict[str, Any]

    @property
    def data(self) -> dict[str, Any]:
        """What Gmail says: emailAddress and historyId."""
        told: dict[str, Any] = json.loads(base64.b64decode(self.body["message"]["data"]))
        return told


@dataclass
class Listener:
    """`statuses` are answered in turn; 204 when there are none left."""

    url: str = ""
    pushes: "Queue[Push]" = field(default_factory=Queue)
    statuses: list[int] = field(default_factory=list)

    def next(self, seconds: float = 15) -> Push:
        return self.pushes.get(timeout=seconds)

    def silent(self, seconds: float) -> bool:
        try:
            self.pushes.get(timeout=seconds)
        except Empty:
            return True
        return False


@contextmanager
def listening() -> Iterator[Listener]:
    listener = Listener()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            listener.pushes.put(Push(self.headers["Authorization"].removeprefix("Bearer "), body))
            self.send_response(listener.statuses.pop(0) if listener.statuses else 204)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *_: Any) -> None:  # noqa: A002 - the library's name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    listener.url = f"http://127.0.0.1:{server.server_port}/push"
    try:
        yield listener
    finally:
        server.shutdown()
        server.server_close()
