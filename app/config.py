"""Settings: the only reader of the environment. Each has its line in EMAIL_PROCESSING_GUIDE.md, and a test keeps it so."""

import itertools
import json
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PositiveInt,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from app import failpoints
from app.errors import ConfigurationError


class Tariff(BaseModel):
    """What each Gmail method costs, in quota units, and what may be spent. A limit of None is no limit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    messages_get: PositiveInt
    messages_list: PositiveInt = 5
    history_list: PositiveInt = 2
    get_profile: PositiveInt = 1
    per_user_minute: PositiveInt | None
    per_project_minute: PositiveInt | None
    per_project_day: PositiveInt | None = None


# Google's published tables: `2026` holds for projects made since May 2026, `legacy` for older ones.
TARIFFS = {
    "2026": Tariff(messages_get=20, per_user_minute=6_000, per_project_minute=1_200_000, per_project_day=80_000_000),
    "legacy": Tariff(messages_get=5, per_user_minute=15_000, per_project_minute=1_200_000),
    "none": Tariff(messages_get=1, per_user_minute=None, per_project_minute=None),
}


# What a clean clone runs on, here and in docker-compose.yml; refused in production.
_DEVELOPMENT_DATABASE = "postgresql://fincoach:fincoach@localhost:5434/fincoach"
_DEVELOPMENT_REDIS = "redis://localhost:6379/0"
_DEVELOPMENT_PASSWORD = "fincoach"  # noqa: S105
_DEVELOPMENT_TOKEN = "fincoach"  # noqa: S105
_DEVELOPMENT_KEY = "ZmluY29hY2gtZGV2ZWxvcG1lbnQta2V5LW5vdC1zZWM="
CALLBACK_PATH = "/api/v1/auth/google/callback"
# Where the sandbox serves what Google serves, by the setting that holds Google's address.
SANDBOX_PATHS = {
    "gmail_api_root": "",
    "google_auth_url": "o/oauth2/v2/auth",
    "google_token_url": "token",
    "google_revoke_url": "revoke",
    "google_certs_url": "oauth2/v1/certs",
}
# Values that stand in examples, in the demo or in somebody's notes: no secrets.
_KNOWN_SECRETS = frozenset({"", "sandbox", "secret", "changeme", "change-me", "test", "example"})


class Settings(BaseSettings):
    """Read from the environment (and `.env`), by these names in upper case."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    app_env: Literal["development", "local", "production"] = Field(
        "development", description="`development`, `local` or `production`, which refuses development values"
    )
    database_url: str = Field(_DEVELOPMENT_DATABASE, description="PostgreSQL: the truth")
    celery_broker_url: str = Field(_DEVELOPMENT_REDIS, description="Redis: the doorbell")
    celery_result_backend: str = Field(_DEVELOPMENT_REDIS, description="Redis: results of initial imports, for an hour")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="`DEBUG`, `INFO`, `WARNING` or `ERROR`")

    email_fetch_days: PositiveInt = Field(180, description="how many days back a sync without a usable cursor may reach")
    sync_interval_minutes: PositiveInt = Field(30, le=59, description="how often every mailbox is brought up to date")
    resync_overlap_minutes: PositiveInt = Field(60, description="how far a date query reaches back before the last fetch")
    emails_per_batch: PositiveInt = Field(100, le=500, description="mails in one unit of work")

    google_sandbox_root: str = Field("", description="root of a Gmail sandbox: stands in for the five addresses of Google below")
    gmail_api_root: str = Field("https://gmail.googleapis.com/", description="root of the Gmail API; the sandbox's in local mode")
    google_auth_url: str = Field("https://accounts.google.com/o/oauth2/v2/auth", description="where people sign in and consent")
    google_token_url: str = Field(
        "https://oauth2.googleapis.com/token", description="where codes are redeemed and access tokens are refreshed"
    )
    google_certs_url: str = Field(
        "https://www.googleapis.com/oauth2/v1/certs", description="the certificates that Google's ID tokens are verified with"
    )
    google_revoke_url: str = Field("https://oauth2.googleapis.com/revoke", description="where a grant is ended")
    google_client_id: str = Field("", description="the OAuth client of your Google project")
    google_client_secret: SecretStr = Field(SecretStr(""), description="its secret")
    google_redirect_uri: str = Field(
        f"http://localhost:8000{CALLBACK_PATH}", description="where Google sends people back to, exactly as registered there"
    )
    gmail_tariff: str = Field("2026", description="`2026`, `legacy`, `none`, or a JSON file with the numbers")
    gmail_http_batch_size: PositiveInt = Field(25, le=100, description="parts in one HTTP batch; Gmail limits them per user")
    gmail_timeout_seconds: float = Field(10, gt=0, le=60, description="connect and read time-out of one HTTP call")

    gmail_gzip: bool = Field(True, description="ask Gmail for compressed answers; off where the wire costs nothing")

    dispatch_in_flight: PositiveInt = Field(256, description="batches that may be queued or running at once, of all workers")
    dispatch_in_flight_per_user: PositiveInt = Field(1, description="of these, of one user: Gmail limits concurrency per mailbox")
    worker_concurrency: PositiveInt = Field(
        16, description="processes of one worker; 16 keep up with tariff `2026`, 64 with `legacy`"
    )
    batch_soft_limit_seconds: PositiveInt = Field(30, description="a task is asked to stop after this")
    batch_hard_limit_seconds: PositiveInt = Field(35, description="and killed after this; less than the lease")
    lease_seconds: PositiveInt = Field(40, description="how long a claim holds; then another worker may take it")
    visibility_timeout_seconds: PositiveInt = Field(300, description="when Redis gives an unacknowledged message out again")
    max_attempts: PositiveInt = Field(3, description="tries of an id, a listing or a sync before it counts as failed")

    token_encryption_keys: SecretStr = Field(
        SecretStr(""), description="Fernet keys for tokens at rest, comma-separated, newest first"
    )
    session_idle_hours: PositiveInt = Field(24, description="a person's session ends when it is not used for so long")
    session_max_hours: PositiveInt = Field(336, description="and in any case after so long")
    rate_limit_key: PositiveInt = Field(6000, description="requests a minute of one service key, and of the open local mode")
    rate_limit_user: PositiveInt = Field(300, description="requests a minute of one person who is signed in")
    rate_limit_stranger: PositiveInt = Field(60, description="requests a minute that are refused as 401, of one address")
    max_body_bytes: PositiveInt = Field(65_536, description="a request's body may have so many bytes")
    cors_origins: str = Field("", description="origins whose pages may call with a key, comma-separated; none by default")
    access_record_days: PositiveInt = Field(365, description="how long it is known who looked at whose data")
    job_days: PositiveInt = Field(365, description="an ended job is kept so long; of each person the latest stays")
    batch_id_days: PositiveInt = Field(30, description="and the ids in the batches of an ended job so long")
    metrics_token: SecretStr = Field(SecretStr(""), description="a bearer token that opens `/metrics`, as keys with `admin` do")
    metrics_folder: str = Field("", description="where the API counts for `/metrics` when it has several processes")
    worker_metrics_address: str = Field("", description="`HOST:PORT` where a worker shows its metrics; none by default")
    traces_endpoint: str = Field("", description="an OpenTelemetry collector, as in `http://collector:4318/v1/traces`")
    sentry_dsn: SecretStr = Field(SecretStr(""), description="where faults are sent; nowhere by default")
    open_to_loopback: bool = Field(False, description="admit callers from this machine without a key; the local mode's setting")
    failpoints: str = Field("", description="where a worker is made to die, for tests, as in `fetched=3`; production refuses it")

    @model_validator(mode="before")
    @classmethod
    def _stand_in_for_google(cls, given: Any) -> Any:
        """One setting moves all that is Google's to a sandbox; an address that is set itself stays."""
        root = given.get("google_sandbox_root") if isinstance(given, dict) else None
        return {**sandbox_addresses(str(root)), **given} if root else given

    @field_validator("database_url")
    @classmethod
    def _name_the_driver(cls, url: str) -> str:
        return postgres_url(url)

    @field_validator("celery_broker_url", "celery_result_backend")
    @classmethod
    def _speaks_redis(cls, url: str) -> str:
        return redis_url(url)

    @field_validator("cors_origins")
    @classmethod
    def _name_origins(cls, origins: str) -> str:
        for one in filter(None, (part.strip() for part in origins.split(","))):
            parts = urlsplit(one)
            if parts.scheme not in {"http", "https"} or not parts.netloc or one != f"{parts.scheme}://{parts.netloc}":
                raise ValueError("must look like https://app.example.com,https://other.example.com")
        return origins

    @field_validator("worker_metrics_address")
    @classmethod
    def _names_a_port(cls, address: str) -> str:
        host, _, port = address.rpartition(":")
        if address and not (host and port.isdecimal() and int(port) < 65_536):
            raise ValueError("must look like 127.0.0.1:9101")
        return address

    @field_validator("gmail_api_root")
    @classmethod
    def _end_with_slash(cls, url: str) -> str:
        return url if url.endswith("/") else url + "/"

    @field_validator("failpoints")
    @classmethod
    def _check_failpoints(cls, said: str) -> str:
        failpoints.parse(said)
        return said

    @model_validator(mode="after")
    def _check_time_limits(self) -> Self:
        chain = ("batch_soft_limit_seconds", "batch_hard_limit_seconds", "lease_seconds", "visibility_timeout_seconds")
        for shorter, longer in itertools.pairwise(chain):
            if getattr(self, shorter) >= getattr(self, longer):
                raise ValueError(
                    f"{shorter.upper()}={getattr(self, shorter)} must be less than {longer.upper()}={getattr(self, longer)}"
                )
        return self

    @field_validator("google_redirect_uri")
    @classmethod
    def _comes_back_to_us(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path != CALLBACK_PATH or parts.query:
            raise ValueError(f"must look like https://HOST{CALLBACK_PATH}")
        return url

    @field_validator("token_encryption_keys")
    @classmethod
    def _are_keys(cls, keys: SecretStr) -> SecretStr:
        if not all(_is_fernet_key(key) for key in _split(keys)):
            raise ValueError("must hold Fernet keys (32 bytes in URL-safe base64), separated by commas")
        return keys

    @model_validator(mode="after")
    def _check_production(self) -> Self:
        wrong = list(self._unfit_for_production()) if self.app_env == "production" else []
        if wrong:
            raise ValueError("; ".join(wrong))
        return self

    def _unfit_for_production(self) -> Iterator[str]:
        """Each setting that would leave the door open, by its name: all of them at once."""
        if self.open_to_loopback:
            yield "OPEN_TO_LOOPBACK must be off when APP_ENV=production"
        if self.failpoints:
            yield "FAILPOINTS must be empty when APP_ENV=production"
        for name in self.development_values():
            yield f"{name} must be set to a value of your own when APP_ENV=production"
        if not self.https:
            yield "GOOGLE_REDIRECT_URI must be set and begin with https:// when APP_ENV=production"

    def development_values(self) -> list[str]:
        """The settings that are missing, or have a value that everybody can read in our repository."""
        from_root = sandbox_addresses(self.google_sandbox_root) if self.google_sandbox_root else {}
        found = {
            "DATABASE_URL": _password(self.database_url) == _DEVELOPMENT_PASSWORD,
            "CELERY_BROKER_URL": _is_development_redis(self.celery_broker_url),
            "CELERY_RESULT_BACKEND": _is_development_redis(self.celery_result_backend),
            "METRICS_TOKEN": self.metrics_token.get_secret_value() == _DEVELOPMENT_TOKEN,
            "TOKEN_ENCRYPTION_KEYS": not self.token_keys or _DEVELOPMENT_KEY in self.token_keys,
            "GOOGLE_SANDBOX_ROOT": bool(self.google_sandbox_root),
            "GOOGLE_CLIENT_ID": self.google_client_id in {"", "sandbox"},
            "GOOGLE_CLIENT_SECRET": self.google_client_secret.get_secret_value().lower() in _KNOWN_SECRETS,
        }
        for name in SANDBOX_PATHS:
            address = getattr(self, name)
            found[name.upper()] = not address.startswith("https://") and address != from_root.get(name)
        return [name for name, development in found.items() if development]

    @property
    def token_keys(self) -> tuple[str, ...]:
        """The keys for tokens at rest, newest first."""
        return _split(self.token_encryption_keys)

    @property
    def https(self) -> bool:
        """Do people reach us by https? Their cookies are Secure then."""
        return self.google_redirect_uri.startswith("https://")

    @property
    def cors_origin_list(self) -> list[str]:
        return [part.strip() for part in self.cors_origins.split(",") if part.strip()]

    def check_tariff(self) -> None:
        """Raises ConfigurationError when the tariff cannot be read, or a batch costs more than a minute allows."""
        cost = self.emails_per_batch * self.tariff.messages_get
        for limit, whose in ((self.tariff.per_user_minute, "a user"), (self.tariff.per_project_minute, "the project")):
            if limit is not None and cost > limit:
                raise ConfigurationError(
                    f"EMAILS_PER_BATCH={self.emails_per_batch} costs {cost} units,"
                    f" more than the {limit} {whose} may spend a minute by GMAIL_TARIFF={self.gmail_tariff}"
                )

    @property
    def tariff(self) -> Tariff:
        """The tariff named by GMAIL_TARIFF. Raises ConfigurationError when the name or the file is no good."""
        return _tariff(self.gmail_tariff)


def sandbox_addresses(root: str) -> dict[str, str]:
    """The settings that a sandbox at this root stands in for."""
    return {name: f"{root.rstrip('/')}/{path}" for name, path in SANDBOX_PATHS.items()}


def _split(keys: SecretStr) -> tuple[str, ...]:
    return tuple(key.strip() for key in keys.get_secret_value().split(",") if key.strip())


def _is_fernet_key(key: str) -> bool:
    try:
        return len(urlsafe_b64decode(key)) == 32
    except ValueError:
        return False


def postgres_url(url: str) -> str:
    """The URL with its driver named. Raises ValueError, without quoting a URL that may hold a password."""
    scheme, separator, rest = url.partition("://")
    if not separator or scheme not in {"postgresql", "postgres", "postgresql+psycopg2"}:
        raise ValueError("must look like postgresql://USER:PASSWORD@HOST:PORT/NAME")
    return f"postgresql+psycopg2://{rest}"


def redis_url(url: str) -> str:
    """The URL itself. Raises ValueError for what is not Redis, or has a port that is no number."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"redis", "rediss"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise ValueError("must look like redis://:PASSWORD@HOST:PORT/0")
    return url


def _password(url: str) -> str | None:
    try:
        return urlsplit(url).password
    except ValueError:
        return None


def _is_development_redis(url: str) -> bool:
    return url == _DEVELOPMENT_REDIS or _password(url) == _DEVELOPMENT_PASSWORD


@cache
def _tariff(name: str) -> Tariff:
    if name in TARIFFS:
        return TARIFFS[name]
    path = Path(name)
    if not path.is_file():
        raise ConfigurationError(f"GMAIL_TARIFF={name}: neither one of {', '.join(TARIFFS)} nor a file")
    try:
        return Tariff.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ConfigurationError(f"GMAIL_TARIFF={name}: {error.strerror}") from error
    except ValidationError as error:
        field, message = _first_fault(error)
        raise ConfigurationError(f"GMAIL_TARIFF={name}: {field}: {message}") from error
    except ValueError as error:
        raise ConfigurationError(f"GMAIL_TARIFF={name}: not JSON, {error}") from error


@cache
def get_settings() -> Settings:
    """The process's settings, read once. Raises ConfigurationError naming the setting that is wrong."""
    try:
        settings = Settings()
    except ValidationError as error:
        field, message = _first_fault(error)
        raise ConfigurationError(f"{field.upper()}: {message}" if field else message) from error
    settings.check_tariff()
    return settings


def _first_fault(error: ValidationError) -> tuple[str, str]:
    """The field, empty when it is about several, and what is wrong with it."""
    first = error.errors(include_url=False, include_input=False)[0]
    return ".".join(str(part) for part in first["loc"]), first["msg"].removeprefix("Value error, ")
