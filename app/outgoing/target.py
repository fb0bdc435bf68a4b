"""Where a request may go that somebody else named: to the public network, and to no machine of ours.

A name is looked up once, and the connection goes to the address that was judged: a name that points elsewhere a moment later
gains nothing.
"""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.errors import BadRequest

_PORTS = {"https": 443, "http": 80}
# Addresses of the old network inside those of the new one: judged by what they hold.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# All that is given out for machines of the public network. What lies outside may be translated to an address of ours.
_GIVEN_OUT = ipaddress.ip_network("2000::/3")
MAX_URL = 2000


@dataclass(frozen=True, slots=True)
class Target:
    """`address` is what to connect to; `host` is whom to ask for there. `path` holds the query."""

    scheme: str
    host: str
    port: int
    address: str
    path: str


def judge(url: str, *, private: bool) -> Target:
    """Look up and judge. `private` admits addresses of ours, and http. Raises BadRequest (`webhook_target`)."""
    scheme, host, port, path = _parts(url, private=private)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise _refused("its host is not found") from None
    addresses = [str(address[0]) for *_, address in found]
    if not private and not all(map(is_public, addresses)):
        raise _refused("its host has an address that is not public")
    return Target(scheme, host, port, addresses[0], path)


def _parts(url: str, *, private: bool) -> tuple[str, str, int, str]:
    if len(url) > MAX_URL or not url.isascii() or not url.isprintable() or set(url) & set(' <>"\\^`{|}'):
        raise _refused("it is not a URL")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise _refused("it is not a URL") from None
    if parts.scheme not in (("https", "http") if private else ("https",)):
        raise _refused("it must begin with https://")
    if not host or parts.username is not None or parts.password is not None or parts.fragment:
        raise _refused("it needs a host, and neither credentials nor a fragment")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, host, port or _PORTS[parts.scheme], path


def is_public(text: str) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inside = _inside(address)
        if inside is not None:
            return is_public(str(inside))
        if address not in _GIVEN_OUT or address.teredo is not None:
            return False
    return address.is_global and not address.is_multicast


def _inside(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _refused(why: str) -> BadRequest:
    return BadRequest(f"url: {why}", code="webhook_target")
