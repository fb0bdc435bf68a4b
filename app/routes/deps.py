"""Who is calling, what they may do, whose data they reach, and whether they asked for something a route knows."""

import ipaddress
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import Depends, Request
from fastapi.dependencies.utils import get_flat_params
from fastapi.exceptions import RequestValidationError
from fastapi.params import ParamTypes
from fastapi.routing import APIRoute
from fastapi.security import APIKeyCookie, HTTPAuthorizationCredentials, HTTPBearer
from pydantic import TypeAdapter, ValidationError

from app.config import get_settings
from app.errors import Forbidden, Unauthorized
from app.routes import cookies, gate
from app.services import keys, ownership, sessions
from app.services.sessions import PersonSession

_bearer = HTTPBearer(auto_error=False, description="A service key: `python -m app keys create --name NAME --scope sync:write`")
# For the API's documentation; the cookie is read by routes/cookies.py, for its name depends on https.
_cookie = APIKeyCookie(
    name=cookies.SESSION,
    scheme_name="BrowserSession",
    auto_error=False,
    description="A person's session: the browser gets it at `/api/v1/auth/google/login` and sends it by itself",
)
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# What a person may do with what is their own.
PERSON_SCOPES = ("sync:read", "sync:write", "users:read", "users:write", "transactions:read", "transactions:write", "access:read")
_ids = TypeAdapter(UUID)


@dataclass(frozen=True, slots=True)
class Caller:
    """`user_id` is the person whose data they reach, None for those who reach everybody's: service keys, within their scopes,
    and in the local mode whoever is on this machine. `key_id` is the service key's."""

    scopes: tuple[str, ...]
    user_id: UUID | None = None
    key_id: UUID | None = None

    def allows(self, scope: str) -> bool:
        return scope in self.scopes or "admin" in self.scopes


Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
SessionCookie = Annotated[str | None, Depends(_cookie)]


def caller(request: Request, credentials: Credentials, _: SessionCookie) -> Caller:
    try:
        caller = _identify(request, credentials)
    except Unauthorized:
        gate.turn_away(request)
        raise
    gate.let_in(request, gate.Visitor(key_id=caller.key_id, user_id=caller.user_id))
    return caller


def _identify(request: Request, credentials: Credentials) -> Caller:
    """A key comes first: who shows one means it. Then a browser's session, then the open local mode."""
    if credentials is not None:
        key = keys.check(credentials.credentials)
        return Caller(key.scopes, key_id=key.id)
    session = sessions.check(cookies.session_secret(request))
    if session is not None:
        _require_our_page(request, session)
        return Caller(PERSON_SCOPES, user_id=session.user_id)
    if is_open_to(request):
        _require_local_page(request)
        return Caller(("admin",))
    raise Unauthorized("send Authorization: Bearer <service key>, or sign in")


def person(request: Request, _: SessionCookie) -> PersonSession:
    """Raises Unauthorized (`not_signed_in`) and TooManyRequests."""
    session = sessions.check(cookies.session_secret(request))
    if session is None:
        gate.turn_away(request)
        raise Unauthorized("sign in at /api/v1/auth/google/login", code="not_signed_in")
    gate.count_person(session.user_id)
    return session


Person = Annotated[PersonSession, Depends(person)]


def person_who_acts(request: Request, session: Person) -> PersonSession:
    """The person, on a page of ours. Raises Forbidden (`foreign_origin`, `csrf_token`) besides."""
    _require_our_page(request, session)
    return session


def _require_our_page(request: Request, session: PersonSession) -> None:
    """A browser sends a session's cookie for pages of anybody: what changes something must come from a page of ours, which
    alone could read the token."""
    if request.method in _SAFE_METHODS:
        return
    if request.headers.get("origin") not in _our_origins(request):
        raise Forbidden("a page of another site may not act for this person", code="foreign_origin")
    if not session.takes(request.headers.get("x-csrf-token", "")):
        raise Forbidden("send the csrf_token of GET /api/v1/auth/me as X-CSRF-Token", code="csrf_token")


def _our_origins(request: Request) -> set[str]:
    """Where people reach us by the settings and, without https, under whatever name they did."""
    registered = urlsplit(get_settings().google_redirect_uri)
    ours = {f"{registered.scheme}://{registered.netloc}"}
    return ours if get_settings().https else ours | {f"{request.url.scheme}://{request.url.netloc}"}


def is_open_to(request: Request) -> bool:
    """In the local mode, from this machine, and addressed by a loopback name: a web page that rebinds its own name to 127.0.0.1
    is neither."""
    if not get_settings().open_to_loopback:
        return False
    return request.client is not None and is_loopback(request.client.host) and is_loopback(request.url.hostname or "")


def _require_local_page(request: Request) -> None:
    """A browser on this machine shows pages of anybody: only those of this machine may act without a key. Of an image or a link
    it tells no origin, but that another site is behind it: nobody there can read the answer, yet it may cost quota."""
    origin = request.headers.get("origin")
    of_others = request.headers.get("sec-fetch-site") == "cross-site"
    if of_others or (origin is not None and not is_loopback(_host_of(origin))):
        raise Forbidden("a page of another host may not call without a key", code="foreign_origin")


def _host_of(origin: str) -> str:
    try:
        return urlsplit(origin).hostname or ""
    except ValueError:
        return ""


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def requires(scope: str) -> Callable[[Request, Caller], None]:
    """A dependency: the caller must have this scope, reach the data that the request names, and the query hold nothing the route
    does not know.

    Raises Unauthorized, Forbidden, NotFound and RequestValidationError, in this order: a stranger learns nothing of a route, and
    a person nothing of others.
    """

    def check(request: Request, caller: Annotated[Caller, Depends(caller)]) -> None:
        if not caller.allows(scope):
            raise Forbidden(f"this needs the scope {scope}")
        if caller.user_id is not None:
            _require_own(request, caller.user_id)
        _refuse_unknown_parameters(request)

    return check


def _require_own(request: Request, user_id: UUID) -> None:
    """All ids in the request are the person's own. A route that names no owner is not for people."""
    route: APIRoute = request.scope["route"]
    names = ownership.OWNED & (request.path_params.keys() | _query_names(route))
    if not names:
        raise Forbidden("this is for service keys")
    for name in sorted(names):
        for owned_id in _ids_given(request, name):
            ownership.require_own(user_id, name, owned_id)


def _ids_given(request: Request, name: str) -> Iterator[UUID]:
    """Every value of this name, read as the route will read it. Raises RequestValidationError for none, and for what is no id."""
    place = "path" if name in request.path_params else "query"
    given = [request.path_params[name]] if place == "path" else request.query_params.getlist(name)
    if not given:
        raise RequestValidationError([{"type": "missing", "loc": (place, name), "msg": "Field required"}])
    for value in given:
        try:
            yield _ids.validate_python(value)
        except ValidationError as error:
            raise RequestValidationError([{**one, "loc": (place, name)} for one in error.errors()]) from error


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
