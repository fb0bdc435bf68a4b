"""Who may open which mailbox: what people granted to clients, and the tokens that stand for it.

    consent ── code ──► refresh token ── refresh ──► access token          revoking any of them ends the grant, and all its tokens

Besides, every mailbox has a grant that nobody had to give, with tokens a script can know in advance.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.world import World

GMAIL = "https://www.googleapis.com/auth/gmail."
FULL = "https://mail.google.com/"
EMAIL = "https://www.googleapis.com/auth/userinfo.email"
PROFILE = "https://www.googleapis.com/auth/userinfo.profile"
METADATA = f"{GMAIL}metadata"
READING = ("openid", EMAIL, f"{GMAIL}readonly")
# The scopes a mail client can ask for, with what the consent page says of them.
GMAIL_SCOPES = {
    FULL: "Read, compose, send and permanently delete all your email from Gmail",
    f"{GMAIL}modify": "Read, compose and send emails from your Gmail account",
    f"{GMAIL}readonly": "View your email messages and settings",
    METADATA: "View your email message metadata such as labels and headers, but not the email body",
    f"{GMAIL}compose": "Manage drafts and send emails",
    f"{GMAIL}send": "Send email on your behalf",
    f"{GMAIL}insert": "Add emails into your Gmail mailbox",
    f"{GMAIL}labels": "See and edit your email labels",
    f"{GMAIL}settings.basic": "See, edit, create or change your email settings and filters in Gmail",
    f"{GMAIL}settings.sharing": "Manage your sensitive mail settings, including who can manage your mail",
}
EVERYTHING = frozenset((*READING, PROFILE, *GMAIL_SCOPES))

_REFRESH = "sandbox-refresh-"
_ACCESS = "sandbox-"
SCRIPT = "sandbox"
_TEST_LIFE = 7 * 86_400
# One account keeps this many refresh tokens for a client; one more silently ends the oldest.
_MOST_REFRESH = 100
_SWEEP = 10_000


def scopes_of(asked: str) -> tuple[str, ...]:
    """The scopes that a client asks for, each once: `email` and `profile` are short for Google's own names."""
    short = {"email": EMAIL, "profile": PROFILE}
    return tuple(dict.fromkeys(short.get(one, one) for one in asked.split()))


@dataclass(slots=True)
class Policy:
    """What can be changed while the sandbox runs. `testing`: grants end after seven days, as with a consent screen in Testing."""

    rotate_refresh_tokens: bool = False
    testing: bool = False
    access_token_seconds: int = 3599


@dataclass(eq=False, slots=True)
class Grant:
    """One person's consent to one client. `refresh` holds refresh tokens with the scopes and the moment of each."""

    email: str
    client_id: str
    scopes: frozenset[str] = frozenset()
    refresh: dict[str, tuple[tuple[str, ...], float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Access:
    """What an access token opens. `expires_at` in sandbox time, None for never; `metadata_only`: no words, no search."""

    email: str
    client_id: str
    scopes: frozenset[str]
    expires_at: float | None
    metadata_only: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A refresh token that holds."""

    email: str
    client_id: str
    scopes: tuple[str, ...]


class Grants:
    """`clock` gives epoch seconds of sandbox time."""

    def __init__(self, world: World, clock: Callable[[], float]) -> None:
        self.policy = Policy()
        self._world = world
        self._clock = clock
        self._started = clock()
        self._grants: dict[tuple[str, str], Grant] = {}
        self._refresh: dict[str, Grant] = {}
        self._access: dict[str, Access] = {}
        self._closed: set[str] = set()
        self._sweep_above = _SWEEP

    def access(self, token: str, now: float) -> Access | None:
        """What a bearer token opens, or None for one that nobody knows, or that is over."""
        found = self._access.get(token)
        if found is None:
            return self._fixed(token)
        return found if found.expires_at is None or found.expires_at > now else None

    def _fixed(self, token: str) -> Access | None:
        email = self._world.spelt(token.removeprefix(_ACCESS)) if token.startswith(_ACCESS) else None
        if email is None or email in self._closed:
            return None
        found = self._access[token] = Access(email, SCRIPT, EVERYTHING, None)
        return found

    def consented(self, email: str, client_id: str) -> frozenset[str]:
        """The scopes a person has granted to a client so far."""
        grant = self._grants.get((client_id, email))
        return grant.scopes if grant else frozenset()

    def grant(self, email: str, client_id: str, scopes: tuple[str, ...], *, offline: bool) -> str | None:
        """Keep a consent; gives its refresh token, if one is due."""
        grant = self._grants.setdefault((client_id, email), Grant(email, client_id))
        grant.scopes |= frozenset(scopes)
        return self._new_refresh(grant, scopes, self._clock()) if offline else None

    def _new_refresh(self, grant: Grant, scopes: tuple[str, ...], since: float) -> str:
        token = f"1//0s{secrets.token_urlsafe(60)}"
        grant.refresh[token] = (scopes, since)
        self._refresh[token] = grant
        if len(grant.refresh) > _MOST_REFRESH:
            self._forget(next(iter(grant.refresh)))
        return token

    def _forget(self, refresh_token: str) -> None:
        self._refresh.pop(refresh_token).refresh.pop(refresh_token)

    def new_access(self, email: str, client_id: str, scopes: tuple[str, ...]) -> tuple[str, Access]:
        token, now = f"ya29.a0{secrets.token_urlsafe(60)}", self._clock()
        given = frozenset(scopes)
        mail = given & GMAIL_SCOPES.keys()
        access = Access(email, client_id, given, now + self.policy.access_token_seconds, mail == {METADATA})
        self._forget_expired(now)
        self._access[token] = access
        return token, access

    def holding(self, refresh_token: str, client_id: str) -> Held | None:
        """What a refresh token stands for; None when that has ended or was given to another client."""
        grant = self._grant_of(refresh_token)
        if grant is None or grant.client_id not in (client_id, SCRIPT):
            return None
        scopes, since = grant.refresh[self._as_known(refresh_token)]
        if self.policy.testing and self._clock() >= since + _TEST_LIFE:
            return None
        return Held(grant.email, grant.client_id, scopes)

    def rotated(self, refresh_token: str) -> str | None:
        """The refresh token to keep from now on, where the policy is to change it at every use."""
        if not self.policy.rotate_refresh_tokens:
            return None
        used = self._as_known(refresh_token)
        grant = self._refresh[used]
        fresh = self._new_refresh(grant, *grant.refresh[used])
        self._forget(used)
        return fresh

    def _grant_of(self, refresh_token: str) -> Grant | None:
        token = self._as_known(refresh_token)
        email = token.removeprefix(_REFRESH)
        if token not in self._refresh and token.startswith(_REFRESH) and email in self._world:
            return self._standing(email, token)
        return self._refresh.get(token)

    def _as_known(self, refresh_token: str) -> str:
        """A token that names its mailbox does so in any case."""
        email = self._world.spelt(refresh_token.removeprefix(_REFRESH)) if refresh_token.startswith(_REFRESH) else None
        return f"{_REFRESH}{email}" if email else refresh_token

    def _standing(self, email: str, refresh_token: str) -> Grant | None:
        """The grant that nobody had to give. Once its first token is used up or the mailbox is closed it stays so."""
        if email in self._closed or (SCRIPT, email) in self._grants:
            return None
        grant = self._grants[SCRIPT, email] = Grant(email, SCRIPT, frozenset(READING), {refresh_token: (READING, self._started)})
        self._refresh[refresh_token] = grant
        return grant

    def end(self, token: str) -> bool:
        """Revoke what a refresh or access token stands for: the whole grant. False when it stands for nothing."""
        holder = self._grant_of(token) or self.access(token, self._clock())
        if holder is None:
            return False
        self._end(holder.email, holder.client_id)
        return True

    def _end(self, email: str, client_id: str) -> None:
        grant = self._grants.pop((client_id, email), None)
        for token in tuple(grant.refresh) if grant else ():
            self._forget(token)
        self._access = {token: one for token, one in self._access.items() if one.email != email or one.client_id != client_id}
        if client_id == SCRIPT:
            self._closed.add(email)

    def revoke(self, email: str) -> None:
        """The person takes back everything given to anybody."""
        for client_id in {key[0] for key in self._grants if key[1] == email} | {SCRIPT}:
            self._end(email, client_id)

    def restore(self, email: str) -> None:
        """The grant that nobody had to give is there again, as on the first day."""
        self._end(email, SCRIPT)
        self._closed.discard(email)

    def given(self, email: str) -> list[str]:
        """The clients a person has granted something to."""
        return sorted(client for client, owner in self._grants if owner == email and client != SCRIPT)

    def closed(self, email: str) -> bool:
        return email in self._closed

    def _forget_expired(self, now: float) -> None:
        if len(self._access) > self._sweep_above:
            self._access = {token: one for token, one in self._access.items() if one.expires_at is None or one.expires_at > now}
            self._sweep_above = 2 * len(self._access) + _SWEEP
