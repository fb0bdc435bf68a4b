"""How an answer leaves: at once and whole, unless a fault has other plans for it. ASGI."""

import asyncio
import os
import socket
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from isal import igzip

from sandbox.wire import Answer

Send = Any
Receive = Any


@dataclass(frozen=True, slots=True)
class Delivery:
    """An answer on its way out, `delay` seconds from now.

    `reset`  the connection is reset instead          `cut`   the body ends after so many bytes, and the connection with it
    `hang`   nothing is ever sent                     `drip`  seconds between one byte of the body and the next
    `encoded` says that the body is gzip already, whether the client asked for it or not.
    """

    answer: Answer
    delay: float = 0.0
    reset: bool = False
    hang: bool = False
    cut: int | None = None
    drip: float = 0.0
    encoded: bool = False


async def deliver(out: Delivery, headers: Mapping[str, str], transport: asyncio.Transport, receive: Receive, send: Send) -> int:
    """`headers` are the request's. Gives the number of bytes that went out in the body."""
    if out.reset:
        reset(transport)
    if out.reset or out.hang:
        await _gone(receive)
        return 0
    body = out.answer.body
    start = [(b"vary", b"Origin"), *out.answer.headers]
    if body:
        start.append((b"content-type", out.answer.content_type))
    if out.encoded or (body and _wants_gzip(headers)):
        body = body if out.encoded else igzip.compress(body, 1)
        start.append((b"content-encoding", b"gzip"))
    start.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": out.answer.status, "headers": start})
    if out.drip:
        return await _drip(body, out.drip, receive, send)
    if out.cut is not None:
        return await _cut(body[: out.cut], transport, send)
    await send({"type": "http.response.body", "body": body})
    return len(body)


async def _drip(body: bytes, seconds: float, receive: Receive, send: Send) -> int:
    """One byte after the other, until the client has them all or has left."""
    gone = asyncio.ensure_future(_gone(receive))
    try:
        for place in range(len(body)):
            await send({"type": "http.response.body", "body": body[place : place + 1], "more_body": place + 1 < len(body)})
            await asyncio.wait((gone,), timeout=seconds)
            if gone.done() and place + 1 < len(body):
                return place + 1
        return len(body)
    finally:
        gone.cancel()


async def _cut(body: bytes, transport: asyncio.Transport, send: Send) -> int:
    await send({"type": "http.response.body", "body": body, "more_body": True})
    transport.close()
    return len(body)


def _wants_gzip(headers: Mapping[str, str]) -> bool:
    """Google compresses only for clients who say so twice."""
    return "gzip" in headers.get("accept-encoding", "") and "gzip" in headers.get("user-agent", "")


def reset(transport: asyncio.Transport) -> None:
    """End the connection with RST, not FIN: linger of zero seconds on a second descriptor of the same socket."""
    pair = socket.socket(fileno=os.dup(transport.get_extra_info("socket").fileno()))
    pair.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    pair.close()
    transport.abort()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
