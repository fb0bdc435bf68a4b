"""A grant that somebody brings is tried before it is kept: does Google take it, and whose mailbox does it open?"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.config import get_settings
from app.errors import Conflict, GrantRevoked
from app.gmail.client import open_mailbox
from app.gmail.credentials import AccessToken, refresh_access_token
from app.gmail.port import Profile


@dataclass(frozen=True, slots=True)
class Grant:
    """`refresh_token` is the one to keep; `scopes` are empty when Google did not say. `access` is the token that came with it and
    opens the mailbox for an hour, if one did."""

    refresh_token: str = field(repr=False)
    scopes: Sequence[str]
    access: AccessToken | None = None


def try_grant(email_address: str, refresh_token: str) -> Grant:
    """Refresh once and look at the mailbox's profile. Raises GmailError, and Conflict (`other_mailbox`) when it is another's."""
    fresh = refresh_access_token(refresh_token, get_settings())
    owner = look_into(fresh.token).email_address
    if owner != email_address.lower():
        raise Conflict(f"the grant opens the mailbox of {owner}, not of {email_address}", code="other_mailbox")
    return Grant(fresh.refresh_token_rotated or refresh_token, fresh.scopes, fresh)


def look_into(access_token: str) -> Profile:
    """The mailbox that a token opens, its address in lower case. Raises GmailError when it opens none."""
    gmail = open_mailbox(_OneToken(access_token))
    try:
        seen = gmail.profile()
        return Profile(seen.email_address.lower(), seen.history_id)
    finally:
        gmail.close()


@dataclass(frozen=True, slots=True)
class _OneToken:
    """The TokenSource of a grant that is not kept yet: a token a moment old, and no other."""

    token: str = field(repr=False)

    def access_token(self) -> str:
        return self.token

    def refresh(self, rejected: str) -> str:  # noqa: ARG002 -- the port's signature
        raise GrantRevoked("token_rejected")
