"""The transport against a real socket whose other end misbehaves."""

import gzip
import socket
import socketserver
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from app.errors import TransientFault
from app.gmail.transport import PooledTransport

Behaviour = Callable[[socket.socket, int], None]


@contextmanager
def server(behave: Behaviour) -> Iterator[str]:
    """`behave(connection, request number)` is called for every request until it closes the connection."""
    asked = iter(range(1, 1000))

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            while self.request.fileno() >= 0 and _read_head(self.request):
                behave(self.request, next(asked))

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as listening:
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.server_address[1]}/"
        finally:
            listening.shutdown()
            thread.join()


def _read_head(connection: socket.socket) -> bytes:
    data = b""
    while not data.endswith(b"\r\n\r\n"):
        try:
            chunk = connection.recv(65536)
        except OSError:
            return b""
        if not chunk:
            return b""
        data += chunk
    return data


def answer(body: bytes, *headers: str, length: int | None = None) -> bytes:
    lines = ["HTTP/1.1 200 OK", f"Content-Length: {len(body) if length is None else length}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def get(url: str, seconds: float = 5) -> tuple[bytes, str | None]:
    got = PooledTransport().send("GET", url, headers={}, body=None, seconds=seconds)
    assert got.status == 200
    return got.body, got.torn


def test_connections_are_kept_and_gzip_is_asked_for() -> None:
    seen: set[int] = set()

    def behave(connection: socket.socket, _: int) -> None:
        seen.add(connection.getpeername()[1])
        connection.sendall(answer(gzip.compress(b"hello"), "Content-Encoding: gzip"))

    with server(behave) as url:
        assert [get(url) for _ in range(3)] == [(b"hello", None)] * 3
    assert len(seen) == 1


@pytest.mark.parametrize("gzipped", [True, False])
def test_both_headers_ask_for_gzip_or_neither_does(gzipped: bool) -> None:
    heads: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                heads.append(_read_head(connection))
                connection.sendall(answer(b"ok"))

        thread = threading.Thread(target=serve)
        thread.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        PooledTransport(gzipped).send("GET", url, headers={}, body=None, seconds=5)
        thread.join()
    lines = heads[0].decode().lower().splitlines()
    assert ("accept-encoding: gzip" in lines) is gzipped
    assert any(line.startswith("user-agent:") and "gzip" in line for line in lines) is gzipped


def test_a_kept_connection_closed_by_the_other_side_is_no_fault() -> None:
    def behave(connection: socket.socket, number: int) -> None:
        if number == 2:
            reset(connection)
        else:
            connection.sendall(answer(b"ok"))

    with server(behave) as url:
        assert [get(url), get(url)] == [(b"ok", None)] * 2


def test_one_reset_is_healed_and_a_second_is_a_transient_fault() -> None:
    with server(lambda connection, _: reset(connection)) as url, pytest.raises(TransientFault) as raised:
        get(url)
    assert raised.value.detail == "connection"
    with pytest.raises(TransientFault) as raised:
        get(url)  # nobody listens any more
    assert raised.value.detail == "connection"


def test_silence_is_a_time_out() -> None:
    with server(lambda _connection, _number: time.sleep(0.6)) as url, pytest.raises(TransientFault) as raised:
        get(url, seconds=0.2)
    assert raised.value.detail == "timeout"


def test_a_trickle_is_cut_at_the_time_limit_and_kept() -> None:
    def behave(connection: socket.socket, _: int) -> None:
        connection.sendall(answer(b"", length=1000))
        for _ in range(50):
            try:
                connection.sendall(b"x")
            except OSError:
                return
            time.sleep(0.02)

    with server(behave) as url:
        began = time.monotonic()
        body, torn = get(url, seconds=0.3)
        assert time.monotonic() - began < 1
    assert torn == "timeout"
    assert set(body) == {ord("x")}


def test_silence_in_the_middle_ends_with_the_time_limit_too() -> None:
    def behave(connection: socket.socket, _: int) -> None:
        time.sleep(0.2)
        connection.sendall(answer(b"half", length=1000))
        time.sleep(1.5)

    with server(behave) as url:
        began = time.monotonic()
        assert get(url, seconds=0.3) == (b"half", "timeout")
        assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    "raw",
    [
        answer(b"half", length=1000),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nnonsense\r\n",
    ],
)
def test_an_answer_cut_short_keeps_what_came(raw: bytes) -> None:
    def behave(connection: socket.socket, _: int) -> None:
        connection.sendall(raw)
        connection.close()

    with server(behave) as url:
        body, torn = get(url)
    assert torn in {"torn_answer", "connection"}
    assert body == b"half"


def test_a_whole_chunked_answer_is_whole() -> None:
    raw = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n4\r\nhalf\r\n0\r\n\r\n"
    with server(lambda connection, _: connection.sendall(raw)) as url:
        assert get(url) == (b"halfhalf", None)


def test_what_is_no_http_is_a_transient_fault() -> None:
    def behave(connection: socket.socket, _: int) -> None:
        connection.sendall(b"220 smtp ready\r\n" * 3)
        connection.close()

    with server(behave) as url, pytest.raises(TransientFault):
        get(url)


def test_a_redirect_is_not_followed() -> None:
    raw = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
    with server(lambda connection, _: connection.sendall(raw)) as url:
        assert PooledTransport().send("GET", url, headers={}, body=None, seconds=5).status == 302
