"""The wire: one HTTP exchange over connections shared by the process, bounded in time and bytes."""

import os
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Protocol

import urllib3
from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError, IncompleteRead, NewConnectionError, ProtocolError
from urllib3.exceptions import TimeoutError as WireTimeout

from app.errors import TransientFault

MAX_ANSWER_BYTES = 64 * 1024 * 1024  # after decompression: 25 full mails are a few megabytes, a gzip bomb is not
_CHUNK_BYTES = 256 * 1024
_INFLATED_BYTES = 1024 * 1024
_CONNECTIONS_PER_HOST = 16
_GZIP_WINDOW = 16 + zlib.MAX_WBITS
# Google compresses only for those who say gzip in both headers.
_HEADERS = {False: {"User-Agent": "FinCoach-Sync"}, True: {"User-Agent": "FinCoach-Sync (gzip)", "Accept-Encoding": "gzip"}}


@dataclass(frozen=True, slots=True)
class Answer:
    """`headers` have lower-case names. `torn` is the short code of what cut the body off, or None when it is whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    torn: str | None = None


class Transport(Protocol):
    def send(self, method: str, url: str, *, headers: Mapping[str, str], body: bytes | None, seconds: float) -> Answer:
        """One exchange within about `seconds`. Raises TransientFault when not even the head of an answer came back."""
        ...


@dataclass(frozen=True, slots=True)
class PooledTransport:
    """Keep-alive connections of this process. Made after the fork: a socket shared by two processes mixes up their answers.

    `gzip` saves nine tenths of the bytes for a twentieth of a millisecond a mail.
    """

    gzip: bool = True

    def send(self, method: str, url: str, *, headers: Mapping[str, str], body: bytes | None, seconds: float) -> Answer:
        ends_at = time.monotonic() + seconds
        response = _open(partial(_request, method, url, {**_HEADERS[self.gzip], **headers}, body, ends_at))
        names = {name.lower(): value for name, value in response.headers.items()}
        content, torn = _collect(response, gzipped=names.get("content-encoding", "").lower() == "gzip", ends_at=ends_at)
        if torn is None:
            response.release_conn()
        else:
            response.close()
        return Answer(response.status, names, content, torn)


def _open(request: Callable[[], urllib3.BaseHTTPResponse]) -> urllib3.BaseHTTPResponse:
    try:
        return request()
    except ProtocolError:
        # The other side may have closed a kept connection just as it was taken up; every call here can safely be repeated.
        pass
    except HTTPError as error:
        raise _unreachable(error) from None
    try:
        return request()
    except HTTPError as error:
        raise _unreachable(error) from None


def _request(method: str, url: str, headers: Mapping[str, str], body: bytes | None, ends_at: float) -> urllib3.BaseHTTPResponse:
    seconds = max(ends_at - time.monotonic(), 0.05)  # the library wants more than nothing
    return _pool(os.getpid()).urlopen(
        method,
        url,
        headers=headers,
        body=body,
        timeout=urllib3.Timeout(total=seconds),
        retries=False,
        redirect=False,
        preload_content=False,
        decode_content=False,
    )


@cache
def _pool(_process: int) -> urllib3.PoolManager:
    return urllib3.PoolManager(maxsize=_CONNECTIONS_PER_HOST)


def _unreachable(error: HTTPError) -> TransientFault:
    # The library's own text names hosts and ports; a code is all that is kept.
    return TransientFault(_code_of(error))


def _code_of(error: HTTPError) -> str:
    # A refused connection counts among the library's time-outs.
    if isinstance(error, WireTimeout) and not isinstance(error, NewConnectionError):
        return "timeout"
    return "torn_answer" if isinstance(error, IncompleteRead) else "connection"


def _collect(response: urllib3.BaseHTTPResponse, *, gzipped: bool, ends_at: float) -> tuple[bytes, str | None]:
    """The body as far as it came, and what cut it off. What arrived before the cut may hold whole parts: it is kept."""
    chunks = _chunks(response, ends_at)
    pieces: list[bytes] = []
    size = 0
    try:
        for piece in _unzip(chunks) if gzipped else chunks:
            pieces.append(piece)
            size += len(piece)
            if size > MAX_ANSWER_BYTES:
                return b"".join(pieces)[:MAX_ANSWER_BYTES], "answer_too_large"
    except HTTPError as error:
        return b"".join(pieces), _code_of(error)
    except zlib.error:
        return b"".join(pieces), "bad_gzip"
    return b"".join(pieces), None


def _chunks(response: urllib3.BaseHTTPResponse, ends_at: float) -> Iterator[bytes]:
    """One system call at a time: a read of a fixed size would wait for a byte a second until the size is reached."""
    while True:
        _wait_no_longer_than(ends_at - time.monotonic(), response)
        chunk = response.read1(_CHUNK_BYTES, decode_content=False)
        if not chunk:
            return
        yield chunk


def _wait_no_longer_than(seconds: float, response: urllib3.BaseHTTPResponse) -> None:
    """The library's read time-out counts from every byte anew, so a body in drops would outlast any limit."""
    if seconds <= 0:
        raise WireTimeout
    if isinstance(response.connection, HTTPConnection) and response.connection.sock is not None:
        response.connection.sock.settimeout(seconds)


def _unzip(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Inflate in bounded steps, so that a bomb is noticed before it fills the memory."""
    inflater = zlib.decompressobj(_GZIP_WINDOW)
    for chunk in chunks:
        rest = chunk
        while rest and not inflater.eof:
            yield inflater.decompress(rest, _INFLATED_BYTES)
            rest = inflater.unconsumed_tail
    if not inflater.eof:
        raise IncompleteRead(0, 1)
