"""The two cookies: of a session, and of a trip to Google. Both hold a random secret and nothing else."""

from fastapi import Request, Response

from app.config import get_settings
from app.services.auth import TRIP_SECONDS

SESSION = "fincoach"
_TRIP = "fincoach-sign-in"


def session_secret(request: Request) -> str:
    return request.cookies.get(_name(SESSION), "")


def trip_secret(request: Request) -> str:
    return request.cookies.get(_name(_TRIP), "")


def set_session(response: Response, secret: str) -> None:
    """Until the browser closes or the session ends, whichever comes first."""
    _set(response, SESSION, secret, get_settings().session_max_hours * 3600)


def set_trip(response: Response, secret: str) -> None:
    _set(response, _TRIP, secret, TRIP_SECONDS)


def clear_session(response: Response) -> None:
    _set(response, SESSION, "", 0)


def clear_trip(response: Response) -> None:
    _set(response, _TRIP, "", 0)


def _set(response: Response, name: str, value: str, seconds: int) -> None:
    """Lax, not strict: Google sends people back from another site, and the cookie must come along."""
    secure = get_settings().https
    response.set_cookie(_name(name), value, max_age=seconds, path="/", secure=secure, httponly=True, samesite="lax")


def _name(name: str) -> str:
    """`__Host-`: browsers then take the cookie over https only, for this host only, so that no other host can plant one."""
    return f"__Host-{name}" if get_settings().https else name
