"""Who is calling, and what they may do."""

import ipaddress
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.config import get_settings
from app.errors import Forbidden, Unauthorized
from app.services import keys
from app.services.keys import KeyInfo

_bearer = HTTPBearer(auto_error=False, description="A service key: `python -m app keys create --name NAME --scope sync:write`")

# Who a caller on this machine is, when the local mode lets them in without a key.
_LOCAL = KeyInfo(UUID(int=0), "loopback", ("admin",), None, None, datetime.fromtimestamp(0, UTC))


Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


def _caller(request: Request, credentials: Credentials) -> KeyInfo:
    if credentials is not None:
        return keys.check(credentials.credentials)
    if get_settings().open_to_loopback and _is_local(request):
        return _LOCAL
    raise Unauthorized("send Authorization: Bearer <service key>")


def _is_local(request: Request) -> bool:
    """From this machine, and addressed by a loopback name: a web page that rebinds its own name to 127.0.0.1 is neither."""
    return request.client is not None and _loopback(request.client.host) and _loopback(request.url.hostname or "")


def _loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def requires(scope: str) -> Callable[[KeyInfo], None]:
    """A dependency: the caller's key must have this scope. Raises Unauthorized and Forbidden."""

    def check(caller: Annotated[KeyInfo, Depends(_caller)]) -> None:
        if not caller.allows(scope):
            raise Forbidden(f"this needs the scope {scope}")

    return check
