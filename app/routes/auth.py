"""Signing in with Google, and out."""

from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from app.config import get_settings
from app.errors import AppError
from app.routes import cookies, gate
from app.routes.deps import Person, is_loopback, is_open_to, person_who_acts
from app.routes.problems import headers_of, log_fault, responses
from app.routes.sign_in_page import sign_in_page
from app.routes.user_schemas import Me, UserOut, VisitorOut
from app.services import auth, sessions, users
from app.services.sessions import PersonSession

router = APIRouter(prefix="/auth", tags=["sign in"])

# A path of ours and nothing that a browser would take for another host.
_OWN_PATH = r"^/([\x21-\x2e\x30-\x5b\x5d-\x7e][\x21-\x5b\x5d-\x7e]*)?$"
# The address of the callback holds the code, and what is answered holds cookies: neither goes further.
_PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
_REDIRECT: dict[int | str, dict[str, Any]] = {303: {"description": "To Google, or to the page of ours that was wanted"}}


@router.get("/google/login", status_code=303, response_class=RedirectResponse, responses={**_REDIRECT, **responses()})
def google_login(
    request: Request,
    gmail: Annotated[
        bool,
        Query(description="connect the mailbox; `false` asks only who it is, and signs in those who were here before"),
    ] = True,
    consent: Annotated[bool, Query(description="show Google's consent page even to those who have granted all before")] = False,
    next_path: Annotated[
        str, Query(alias="next", max_length=500, pattern=_OWN_PATH, description="our page to go to afterwards")
    ] = "/",
) -> Response:
    """Open this in a browser: it leads to Google's sign-in, and back. The first time, the six-month import begins by itself;
    somebody who is signed in connects their mailbox again and keeps all they have."""
    elsewhere = _same_machine_by_the_registered_name(request)
    if elsewhere is not None:
        return RedirectResponse(elsewhere, 303, _PRIVATE)
    try:
        gate.to_google(request)
        session = sessions.check(cookies.session_secret(request))
        trip = auth.begin(signed_in=session.user_id if session else None, gmail=gmail, consent=consent, next_path=next_path)
    except AppError as error:
        return _refused(request, error)
    return _to_google(trip)


@router.get(
    "/google/callback", status_code=303, response_class=RedirectResponse, responses={**_REDIRECT, **responses(400, 409, 502)}
)
def google_callback(
    request: Request,
    state: Annotated[str, Query(max_length=200)] = "",
    code: Annotated[str | None, Query(max_length=2000)] = None,
    error: Annotated[str | None, Query(max_length=200)] = None,
) -> Response:
    """Where Google sends people back to. Browsers are answered with a page, whatever happens; others with problem details."""
    try:
        gate.to_google(request)
        found = auth.finish(state=state, secret=cookies.trip_secret(request), code=code, error=error)
    except AppError as refused:
        return _refused(request, refused)
    if isinstance(found, auth.Trip):
        return _to_google(found)
    sessions.end(cookies.session_secret(request))
    response = RedirectResponse(found.next_path, 303, _PRIVATE)
    cookies.set_session(response, found.session_secret)
    cookies.clear_trip(response)
    return response


@router.get("/me", responses=responses())
def me(session: Person, response: Response) -> Me:
    """Who is signed in in this browser, and the token that its changing requests must carry."""
    response.headers.update(_PRIVATE)
    user = UserOut.model_validate(users.get(session.user_id))
    return Me(user=user, csrf_token=session.csrf_token, expires_at=session.expires_at)


@router.get("/visitor", responses=responses())
def visitor(request: Request, response: Response) -> VisitorOut:
    """Who is looking at a page of ours, for these pages themselves: never refused, so that nobody has to try and fail."""
    response.headers.update(_PRIVATE)
    session = sessions.check(cookies.session_secret(request))
    if session is not None:
        user = UserOut.model_validate(users.get(session.user_id))
        return VisitorOut(mode="person", user=user, csrf_token=session.csrf_token)
    return VisitorOut(mode="local" if is_open_to(request) else "nobody", user=None, csrf_token=None)


@router.post("/logout", status_code=204, responses=responses())
def logout(request: Request, _: Annotated[PersonSession, Depends(person_who_acts)], response: Response) -> None:
    """End this browser's session. The mailbox stays connected and is kept current."""
    sessions.end(cookies.session_secret(request))
    cookies.clear_session(response)


def _to_google(trip: auth.Trip) -> Response:
    response = RedirectResponse(trip.url, 303, _PRIVATE)
    cookies.set_trip(response, trip.secret)
    return response


def _refused(request: Request, error: AppError) -> Response:
    if "text/html" not in request.headers.get("accept", ""):
        raise error
    log_fault(error)
    return sign_in_page(error, {**_PRIVATE, **headers_of(error)})


def _same_machine_by_the_registered_name(request: Request) -> str | None:
    """`localhost` and `127.0.0.1` are two hosts to a browser, and a cookie of the one is not sent to the other: begin at the one
    that Google sends back to."""
    registered = urlsplit(get_settings().google_redirect_uri)
    if request.url.netloc == registered.netloc:
        return None
    if not (is_loopback(request.url.hostname or "") and is_loopback(registered.hostname or "")):
        return None
    return str(request.url.replace(scheme=registered.scheme, netloc=registered.netloc))
