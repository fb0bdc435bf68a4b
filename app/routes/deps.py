"""Who is calling, what they may do, and whether they asked for something a route knows."""

import ipaddress
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import Depends, Request
from fastapi.dependencies.utils import get_flat_params
from fastapi.exceptions import RequestValidationError
from fastapi.params import ParamTypes
from fastapi.routing import APIRoute
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.config import get_settings
from app.errors import Forbidden, Unauthorized
from app.routes import gate
from app.services import keys
from app.services.keys import KeyInfo

_bearer = HTTPBearer(auto_error=False, description="A service key: `python -m app keys create --name NAME --scope sync:write`")

# Who a caller on this machine is, when the local mode lets them in without a key.
_LOCAL = KeyInfo(UUID(int=0), "loopback", ("admin",), None, None, datetime.fromtimestamp(0, UTC))


Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


def _caller(request: Request, credentials: Credentials) -> KeyInfo:
    try:
        caller = _identify(request, credentials)
    except Unauthorized:
        gate.turn_away(request)
        raise
    gate.let_in(request, gate.Visitor(key_id=None if caller is _LOCAL else caller.id))
    return caller


def _identify(request: Request, credentials: Credentials) -> KeyInfo:
    if credentials is not None:
        return keys.check(credentials.credentials)
    if get_settings().open_to_loopback and _is_local(request):
        _require_local_page(request)
        return _LOCAL
    raise Unauthorized("send Authorization: Bearer <service key>")


def _is_local(request: Request) -> bool:
    """From this machine, and addressed by a loopback name: a web page that rebinds its own name to 127.0.0.1 is neither."""
    return request.client is not None and _loopback(request.client.host) and _loopback(request.url.hostname or "")


def _require_local_page(request: Request) -> None:
    """A browser on this machine shows pages of anybody: only those of this machine may act without a key."""
    origin = request.headers.get("origin")
    if origin is not None and not _loopback(_host_of(origin)):
        raise Forbidden("a page of another host may not call without a key", code="foreign_origin")


def _host_of(origin: str) -> str:
    try:
        return urlsplit(origin).hostname or ""
    except ValueError:
        return ""


def _loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def requires(scope: str) -> Callable[[Request, KeyInfo], None]:
    """A dependency: the caller's key must have this scope, and the query hold nothing the route does not know.

    Raises Unauthorized, Forbidden and RequestValidationError, in this order: a stranger learns nothing of a route.
    """

    def check(request: Request, caller: Annotated[KeyInfo, Depends(_caller)]) -> None:
        if not caller.allows(scope):
            raise Forbidden(f"this needs the scope {scope}")
        _refuse_unknown_parameters(request)

    return check


def _refuse_unknown_parameters(request: Request) -> None:
    """A misspelt parameter would else be ignored, and the answer be one to another question."""
    unknown = request.query_params.keys() - _query_names(request.scope["route"])
    if unknown:
        told = [
            {"type": "extra_forbidden", "loc": ("query", name), "msg": "There is no such parameter"} for name in sorted(unknown)
        ]
        raise RequestValidationError(told)


def _query_names(route: APIRoute) -> frozenset[str]:
    fields = get_flat_params(route.dependant)
    return frozenset(field.alias for field in fields if getattr(field.field_info, "in_", ParamTypes.query) is ParamTypes.query)
