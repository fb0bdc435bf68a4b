"""One POST to a judged address: no redirect is followed, no answer is read beyond its status, and it ends within seconds."""

import http.client
import socket
import ssl
from collections.abc import Mapping
from contextlib import closing, suppress
from functools import cache
from threading import Timer

from app.errors import TransientFault
from app.outgoing.target import Target

SECONDS = 10.0
_CONNECT_SECONDS = 5.0


class _Connection(http.client.HTTPConnection):
    """To the address that was judged, asking for the host that was named."""

    def __init__(self, target: Target) -> None:
        super().__init__(target.host, target.port, timeout=SECONDS)
        # What the header Host leaves out, as it would be left out of the URL.
        self.default_port = 443 if target.scheme == "https" else 80
        self._target = target

    def connect(self) -> None:
        self.sock = socket.create_connection((self._target.address, self._target.port), timeout=_CONNECT_SECONDS)
        self.sock.settimeout(SECONDS)
        if self._target.scheme == "https":
            # The handshake comes after the socket is known here: it may be cut too.
            self.sock = _tls().wrap_socket(self.sock, server_hostname=self._target.host, do_handshake_on_connect=False)
            self.sock.do_handshake()

    def cut(self) -> None:
        """From another thread: the time-outs of a socket begin anew with every byte, so an answer in drops would not end."""
        if self.sock is not None:
            with suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)


def post(target: Target, headers: Mapping[str, str], body: bytes) -> int:
    """The status that was answered. Raises TransientFault with a code: `timeout`, `tls`, `connection`, `bad_answer`."""
    with closing(_Connection(target)) as connection:
        end = Timer(SECONDS, connection.cut)
        end.daemon = True
        end.start()
        try:
            connection.request("POST", target.path, body, dict(headers))
            return connection.getresponse().status
        except TimeoutError:
            raise TransientFault("timeout") from None
        except ssl.SSLError:
            raise TransientFault("tls") from None
        except OSError:
            raise TransientFault("connection") from None
        except http.client.HTTPException:
            raise TransientFault("bad_answer") from None
        finally:
            end.cancel()


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()
