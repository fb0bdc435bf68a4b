"""What keeps the service from working, and what to do about it. Each part is looked at alone; nothing is changed."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import redis

from app.config import Settings, get_settings
from app.db import transaction
from app.errors import AppError, ConfigurationError, GmailError, GrantRevoked, ProjectStopped, Unavailable
from app.gmail.clock import server_time
from app.gmail.credentials import refresh_access_token
from app.services.cipher import primary_key_id
from app.storage import clock, schema

# Tokens are renewed 90 s before they end by this machine's clock: beyond a minute they would be used when they have ended.
SKEW_FAILS_SECONDS = 60.0
# Google tells whole seconds, and the answer takes a while.
SKEW_WARNS_SECONDS = 5.0
_PATIENCE = {"socket_connect_timeout": 3, "socket_timeout": 3}
_NO_TOKEN = "fincoach-doctor"  # noqa: S105 -- that Google refuses it is the point


@dataclass(frozen=True, slots=True)
class Finding:
    """`remedy` is one sentence for an operator. `passing`: it may heal by itself, so waiting is worth while."""

    part: str
    state: Literal["ok", "warn", "fail"]
    says: str
    remedy: str = ""
    passing: bool = False

    def __str__(self) -> str:
        return f"{self.part}: {self.says}" + (f"; {self.remedy}" if self.remedy else "")


def examine(parts: Sequence[str] = (), wait_seconds: float = 0) -> list[Finding]:
    """Each part of PARTS, or those named. Asks again for up to `wait_seconds` while all that fails may still come right.

    Raises ConfigurationError for settings that cannot work, and for an unknown part.
    """
    unknown = sorted(set(parts) - set(PARTS))
    if unknown:
        raise ConfigurationError(f"no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    settings, ends_at = get_settings(), time.monotonic() + wait_seconds
    while True:
        findings = [_CHECKS[part](settings) for part in parts or PARTS]
        failed = [finding for finding in findings if finding.state == "fail"]
        if not failed or not all(finding.passing for finding in failed) or time.monotonic() >= ends_at:
            return findings
        time.sleep(1)


def causes(findings: Sequence[Finding]) -> list[Finding]:
    """What fails by itself: nobody knows the migrations of a database that is away."""
    failed = [finding for finding in findings if finding.state == "fail"]
    away = any(finding.part == "database" for finding in failed)
    return [finding for finding in failed if not (away and finding.part == "migrations")]


def _settings(settings: Settings) -> Finding:
    names = ", ".join(settings.development_values())
    if not names:
        return Finding("settings", "ok", f"APP_ENV={settings.app_env}")
    return Finding(
        "settings",
        "warn",
        f"APP_ENV={settings.app_env}, with development values for {names}",
        "good for this machine alone: set them, and APP_ENV=production, before anybody else can reach it",
    )


def _database(_: Settings) -> Finding:
    try:
        with transaction() as session:
            encoding = schema.encoding(session)
    except Unavailable as error:
        return _unreachable(error.detail)
    if encoding != "UTF8":
        remedy = "mail is Unicode: make the database anew with ENCODING 'UTF8'"
        return Finding("database", "fail", f"PostgreSQL keeps this database in {encoding}", remedy)
    return Finding("database", "ok", "PostgreSQL answers")


# What PostgreSQL says of itself and not of us.
_COMING = ("starting up", "shutting down", "recovery", "too many clients", "not yet accepting")


def _unreachable(detail: str) -> Finding:
    if "password" in detail or "role" in detail:
        remedy = "give DATABASE_URL the server's password (POSTGRES_PASSWORD; a data volume keeps the one it was made with)"
    elif "refuses" in detail:
        remedy = "DATABASE_URL must name a database there that we may use"
    else:
        remedy = "start it, or correct DATABASE_URL"
    passing = "refuses" not in detail or any(phrase in detail for phrase in _COMING)
    return Finding("database", "fail", detail, remedy, passing)


def _migrations(_: Settings) -> Finding:
    try:
        with transaction() as session:
            version = schema.version(session)
    except AppError:
        return Finding("migrations", "fail", "unknown, for the database is away", passing=True)
    head = schema.head()
    if version == head:
        return Finding("migrations", "ok", f"at {head}")
    if version is None or schema.known(version):
        says = f"the database is behind: at {version or 'none'}, the code needs {head}"
        return Finding("migrations", "fail", says, "run: alembic upgrade head", passing=True)
    return Finding("migrations", "fail", schema.ahead(version), schema.AHEAD_REMEDY)


def _broker(settings: Settings) -> Finding:
    try:
        with redis.Redis.from_url(
            settings.celery_broker_url, socket_connect_timeout=3, socket_timeout=3, decode_responses=True
        ) as client:
            client.ping()
            policy = _policy(client)
    except redis.AuthenticationError:
        return Finding("broker", "fail", "Redis refuses the password", "give CELERY_BROKER_URL the server's (REDIS_PASSWORD)")
    except (redis.RedisError, OSError) as error:
        says = f"no Redis that answers at CELERY_BROKER_URL ({type(error).__name__})"
        return Finding("broker", "fail", says, "start it, or correct CELERY_BROKER_URL", passing=True)
    if policy not in {None, "noeviction"}:
        return Finding("broker", "warn", f"maxmemory-policy is {policy}", "set noeviction, or a full Redis drops messages unsaid")
    return Finding("broker", "ok", "Redis answers")


def _policy(client: redis.Redis) -> str | None:
    """None where the server does not tell, as hosted ones do not."""
    try:
        told = client.config_get("maxmemory-policy")
    except redis.ResponseError:
        return None
    return told.get("maxmemory-policy")


def _tokens(_: Settings) -> Finding:
    try:
        primary_key_id()
    except ConfigurationError as error:
        make = "python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'"
        return Finding("tokens", "fail", str(error), f"make one: {make}")
    return Finding("tokens", "ok", "TOKEN_ENCRYPTION_KEYS can encrypt")


def _google(settings: Settings) -> Finding:
    """Google tells a client it does not know from a token it does not know: the second is what we hope for."""
    if not settings.google_client_id:
        remedy = "make an OAuth client in the Google Cloud console and set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET"
        return Finding("google", "fail", "GOOGLE_CLIENT_ID is not set", remedy)
    try:
        refresh_access_token(_NO_TOKEN, settings)
    except GrantRevoked:
        return Finding("google", "ok", "GOOGLE_TOKEN_URL knows our client")
    except ProjectStopped as error:
        remedy = "correct GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET by the Google Cloud console"
        return Finding("google", "fail", f"Google refuses our client ({error.detail})", remedy)
    except GmailError as error:
        return Finding("google", "warn", f"GOOGLE_TOKEN_URL cannot be asked ({error.detail})", "let this machine reach it")
    return Finding("google", "warn", "GOOGLE_TOKEN_URL takes any token", "it is no server of Google's: correct it")


def _clock(settings: Settings) -> Finding:
    skews = {name: skew for name, ask in _CLOCKS.items() if (skew := _skew(ask, settings)) is not None}
    if not skews:
        return Finding("clock", "warn", "no clock to compare with", "see what is said of database and google")
    worst = max(map(abs, skews.values()))
    says = ", ".join(f"{skew:+.1f} s from {name}'s" for name, skew in skews.items())
    remedy = "set the clock by NTP (timedatectl set-ntp true)"
    if worst <= SKEW_WARNS_SECONDS:
        return Finding("clock", "ok", says)
    return Finding("clock", "fail" if worst > SKEW_FAILS_SECONDS else "warn", says, remedy)


def _database_time(_: Settings) -> datetime:
    with transaction() as session:
        return clock.read(session)


_CLOCKS: dict[str, Callable[[Settings], datetime | None]] = {"the database": _database_time, "Google": server_time}


def _skew(ask: Callable[[Settings], datetime | None], settings: Settings) -> float | None:
    """How far our clock is ahead, in seconds, by the middle of the asking; None when there is no answer."""
    before = datetime.now(UTC)
    try:
        theirs = ask(settings)
    except AppError:
        return None
    ours = before + (datetime.now(UTC) - before) / 2
    return (ours - theirs).total_seconds() if theirs is not None else None


_CHECKS: dict[str, Callable[[Settings], Finding]] = {
    "settings": _settings,
    "database": _database,
    "migrations": _migrations,
    "broker": _broker,
    "tokens": _tokens,
    "google": _google,
    "clock": _clock,
}
PARTS = tuple(_CHECKS)
