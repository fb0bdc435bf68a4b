"""Signing in with Google: who somebody is, and the mailbox they grant.

    begin ──► Google's pages ──► finish ──► session             only who they are was asked, and they were here before; or
       ▲                           │                            their connection holds, and Google gave no new grant
       │                           ├──────► connect, session    a grant came: try it, keep it, import if nothing is there yet
       └── once, for the mailbox ──┘                            neither: ask for what is missing, with Google's consent page

A state is given out once, to one browser, for ten minutes, and is used up before anything is asked of Google. All that is
written is written in one transaction at the end: whoever is refused has changed nothing.
"""

import hashlib
import hmac
import secrets
import uuid
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from app.config import get_settings
from app.db import transaction
from app.errors import ConfigurationError, Conflict, SignInRefused
from app.gmail.oauth import Attempt, SignedIn, authorization_url, redeem
from app.gmail.port import Profile
from app.models import SignIn, User
from app.services import granting, sessions
from app.services.connections import keep, require_gmail
from app.services.granting import Grant
from app.services.sync import begin_import
from app.storage import connections, sign_ins, users

TRIP_SECONDS = 600
FIRST_IMPORT_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Trip:
    """Where to send the browser, and the secret that it must bring back."""

    url: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody is signed in: the secret of their session, and the page of ours that they wanted."""

    user_id: uuid.UUID
    session_secret: str = field(repr=False)
    next_path: str


def begin(
    *, next_path: str, signed_in: uuid.UUID | None = None, gmail: bool = True, consent: bool = False, hint: str | None = None
) -> Trip:
    """Send somebody to Google. `signed_in` connects again: only their own account may answer. Without `gmail` only who they are
    is asked: enough for those who were here before. `consent` asks for a new grant expressly; `hint` is the address to suggest.

    Raises ConfigurationError when no OAuth client is set.
    """
    settings = get_settings()
    if not settings.google_client_id:
        raise ConfigurationError("GOOGLE_CLIENT_ID is not set: without an OAuth client nobody can sign in")
    attempt = Attempt(secrets.token_urlsafe(32), secrets.token_urlsafe(24), secrets.token_urlsafe(48))
    with transaction() as session:
        if signed_in is not None:
            connection = connections.get(session, signed_in)
            hint = hint or (connection.email_address if connection else None)
            consent = consent or (gmail and (connection is None or connection.state != "active"))
        trip = SignIn(
            state_sha256=_hash(attempt.state),
            verifier_sha256=_hash(attempt.verifier),
            nonce=attempt.nonce,
            user_id=signed_in,
            asked_gmail=gmail,
            asked_consent=consent,
            next_path=next_path,
        )
        sign_ins.add(session, trip, seconds=TRIP_SECONDS)
    return Trip(authorization_url(settings, attempt, gmail=gmail, consent=consent, hint=hint), attempt.verifier)


def finish(*, state: str, secret: str, code: str | None, error: str | None) -> Arrival | Trip:
    """The browser is back: an arrival, or another trip to ask for what is missing.

    Raises SignInRefused, Conflict (`missing_gmail_scope`, `other_account`, `email_taken`) and GmailError.
    """
    trip = _use(state, secret)
    if error is not None or not code:
        raise SignInRefused("Google did not grant access", code="consent_denied")
    person = redeem(get_settings(), Attempt(state, trip.nonce, secret), code)
    if trip.asked_gmail:
        require_gmail(person.access.scopes)
        if person.refresh_token is not None:
            return _arrive_with(trip, person, granting.look_into(person.access.token), person.refresh_token)
    arrival = _arrive_as_known(trip, person.subject)
    if arrival is not None:
        return arrival
    if trip.asked_gmail and trip.asked_consent:
        raise SignInRefused("Google gave no lasting access to the mailbox", code="no_refresh_token")
    return begin(signed_in=trip.user_id, consent=True, next_path=trip.next_path, hint=person.email)


def _use(state: str, secret: str) -> SignIn:
    """The trip of this state, used up. Raises SignInRefused for one that is forged, used, another browser's or too old."""
    with transaction() as session:
        found = sign_ins.lock(session, _hash(state))
        if found is None:
            raise SignInRefused("nobody was sent to Google with this state", code="state_unknown")
        trip, expired = found
        if not hmac.compare_digest(trip.verifier_sha256, _hash(secret)):
            raise SignInRefused("another browser began this", code="state_foreign")
        if trip.used_at is not None:
            raise SignInRefused("this was used already", code="state_used")
        if expired:
            raise SignInRefused("this took too long", code="state_expired")
        sign_ins.use(session, trip)
        return trip


def _arrive_as_known(trip: SignIn, subject: str) -> Arrival | None:
    """Somebody who was here before; None for a stranger, and when they came to connect and their connection does not hold."""
    with transaction() as session:
        user = users.find_by_google_sub(session, subject)
        if user is None:
            return None
        connection = connections.get(session, user.id)
        if trip.asked_gmail and (connection is None or connection.state != "active"):
            return None
        return _signed_in(session, trip, user.id)


def _arrive_with(trip: SignIn, person: SignedIn, mailbox: Profile, refresh_token: str) -> Arrival:
    """A grant came: keep it. Without a cursor nothing was imported to its end yet: the import begins, or goes on, by itself.

    It needs neither a token nor a cursor of Google's first: both came with the grant.
    """
    address = mailbox.email_address
    with transaction() as session:
        known = users.find_by_google_sub(session, person.subject)
        user = known or _new_user(session, person.subject, address)
        arrival = _signed_in(session, trip, user.id)
        grant = Grant(refresh_token, person.access.scopes, person.access)
        keep(session, user.id, address, grant, same_account=known is not None)
        connection = connections.lock(session, user.id)
        if connection is not None and connection.history_id is None:
            begin_import(session, user.id, FIRST_IMPORT_MONTHS, history_id=mailbox.history_id)
        return arrival


def _signed_in(session: Session, trip: SignIn, user_id: uuid.UUID) -> Arrival:
    if trip.user_id is not None and trip.user_id != user_id:
        raise Conflict("you are signed in as somebody else: sign out first", code="other_account")
    return Arrival(user_id, sessions.begin(session, user_id), trip.next_path)


def _new_user(session: Session, subject: str, mailbox: str) -> User:
    """The user of a Google account that is here for the first time.

    One whom a backend made before is theirs if nobody has signed in as them and the only mailbox they ever had is the one that
    was just opened. After that an address counts for nothing: it can change hands, the account's number cannot.
    """
    made = users.add_signed_in(session, email=mailbox, google_sub=subject)
    if made is not None:
        return made
    # Somebody was there first: this account itself, a moment ago, or a user of this address.
    there = users.find_by_google_sub(session, subject) or users.find_by_email(session, mailbox)
    if there is not None and (there.google_sub == subject or _claim(session, there.id, subject, mailbox)):
        return there
    raise Conflict("this address belongs to another Google account here", code="email_taken")


def _claim(session: Session, user_id: uuid.UUID, subject: str, mailbox: str) -> bool:
    connection = connections.get(session, user_id)
    if connection is not None and connection.email_address.lower() != mailbox:
        return False
    return users.claim(session, user_id, subject)


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
