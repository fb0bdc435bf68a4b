"""Settings: the only reader of the environment. Each has its line in EMAIL_PROCESSING_GUIDE.md, and a test keeps it so."""

import itertools
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, Self

from dotenv.parser import parse_stream
from pydantic import (
    Field,
    PositiveInt,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from app import development, failpoints, setting_forms
from app.errors import ConfigurationError
from app.tariff import Tariff, named_tariff, require_room

_ENV_FILE = ".env"
# Of days, hours or minutes. A moment that no clock can hold would fail whatever reckons with it, long after the start.
_MOST = 36_500


class Settings(BaseSettings):
    """Read from the environment (and `.env`), by these names in upper case."""

    model_config = SettingsConfigDict(env_file=_ENV_FILE, extra="ignore", frozen=True)

    app_env: Literal["development", "local", "production"] = Field(
        "development", description="`development`, `local` or `production`, which refuses development values"
    )
    database_url: str = Field(development.DATABASE, description="PostgreSQL: the truth")
    celery_broker_url: str = Field(development.REDIS, description="Redis: the doorbell")
    celery_result_backend: str = Field(development.REDIS, description="Redis: results of initial imports, for an hour")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="`DEBUG`, `INFO`, `WARNING` or `ERROR`")

    email_fetch_days: PositiveInt = Field(
        180, le=_MOST // 2, description="how many days back a sync without a usable cursor may reach"
    )
    sync_interval_minutes: PositiveInt = Field(30, le=59, description="how often every mailbox is brought up to date")
    resync_overlap_minutes: PositiveInt = Field(
        60, le=_MOST, description="how far a date query reaches back before the last fetch"
    )
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
        f"http://localhost:8000{setting_forms.CALLBACK_PATH}",
        description="where Google sends people back to, exactly as registered there",
    )
    gmail_tariff: str = Field("2026", description="`2026`, `legacy`, `none`, or a JSON file with the numbers")
    gmail_http_batch_size: PositiveInt = Field(25, le=100, description="parts in one HTTP batch; Gmail limits them per user")
    gmail_timeout_seconds: float = Field(10, gt=0, le=60, description="connect and read time-out of one HTTP call")

    gmail_gzip: bool = Field(True, description="ask Gmail for compressed answers; off where the wire costs nothing")

    dispatch_in_flight: PositiveInt = Field(
        256, le=100_000, description="batches that may be queued or running at once, of all workers"
    )
    dispatch_in_flight_per_user: PositiveInt = Field(1, description="of these, of one user: Gmail limits concurrency per mailbox")
    worker_concurrency: PositiveInt = Field(
        16, description="processes of one worker; 16 keep up with tariff `2026`, 64 with `legacy`"
    )
    batch_soft_limit_seconds: PositiveInt = Field(30, description="a task is asked to stop after this")
    batch_hard_limit_seconds: PositiveInt = Field(35, description="and killed after this; less than the lease")
    lease_seconds: PositiveInt = Field(40, description="how long a claim holds; then another worker may take it")
    visibility_timeout_seconds: PositiveInt = Field(
        300, le=86_400, description="when Redis gives an unacknowledged message out again"
    )
    max_attempts: PositiveInt = Field(3, description="tries of an id, a listing or a sync before it counts as failed")

    token_encryption_keys: SecretStr = Field(
        SecretStr(""), description="Fernet keys for tokens at rest, comma-separated, newest first"
    )
    session_idle_hours: PositiveInt = Field(24, le=_MOST, description="a person's session ends when it is not used for so long")
    session_max_hours: PositiveInt = Field(336, le=_MOST, description="and in any case after so long")
    rate_limit_key: PositiveInt = Field(6000, description="requests a minute of one service key, and of the open local mode")
    rate_limit_user: PositiveInt = Field(300, description="requests a minute of one person who is signed in")
    rate_limit_stranger: PositiveInt = Field(60, description="requests a minute that are refused as 401, of one address")
    rate_limit_sign_in: PositiveInt = Field(30, description="trips to Google and back a minute, of one address")
    webhook_private_targets: bool = Field(False, description="webhooks may be in our own network, and without https")
    max_body_bytes: PositiveInt = Field(65_536, description="a request's body may have so many bytes")
    cors_origins: str = Field("", description="origins whose pages may call with a key, comma-separated; none by default")
    access_record_days: PositiveInt = Field(365, le=_MOST, description="how long it is known who looked at whose data")
    job_days: PositiveInt = Field(365, le=_MOST, description="an ended job is kept so long; of each person the latest stays")
    batch_id_days: PositiveInt = Field(30, le=_MOST, description="and the ids in the batches of an ended job so long")
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
        return {**development.sandbox_addresses(str(root)), **given} if root else given

    @field_validator("database_url")
    @classmethod
    def _name_the_driver(cls, url: str) -> str:
        return setting_forms.postgres_url(url)

    @field_validator("celery_broker_url", "celery_result_backend")
    @classmethod
    def _speaks_redis(cls, url: str) -> str:
        return setting_forms.redis_url(url)

    @field_validator("cors_origins")
    @classmethod
    def _name_origins(cls, origins: str) -> str:
        return setting_forms.origins(origins)

    @field_validator("worker_metrics_address")
    @classmethod
    def _names_a_port(cls, address: str) -> str:
        return setting_forms.host_and_port(address)

    @field_validator("google_sandbox_root", *development.GOOGLE_ADDRESSES, "traces_endpoint")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        return setting_forms.web_address(url)

    @field_validator("sentry_dsn")
    @classmethod
    def _is_a_dsn(cls, dsn: SecretStr) -> SecretStr:
        return setting_forms.sentry_dsn(dsn)

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
        return setting_forms.callback_url(url)

    @field_validator("token_encryption_keys")
    @classmethod
    def _are_keys(cls, keys: SecretStr) -> SecretStr:
        return setting_forms.fernet_keys(keys)

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
        given = {name: getattr(self, name) for name in type(self).model_fields}
        return development.development_values(
            {name: value.get_secret_value() if isinstance(value, SecretStr) else str(value) for name, value in given.items()}
        )

    @property
    def token_keys(self) -> tuple[str, ...]:
        """The keys for tokens at rest, newest first."""
        return setting_forms.comma_separated(self.token_encryption_keys.get_secret_value())

    @property
    def https(self) -> bool:
        """Do people reach us by https? Their cookies are Secure then."""
        return self.google_redirect_uri.startswith("https://")

    @property
    def cors_origin_list(self) -> list[str]:
        return list(setting_forms.comma_separated(self.cors_origins))

    def check_tariff(self) -> None:
        """Raises ConfigurationError when the tariff cannot be read, or a batch or a page costs more than it ever allows."""
        batch = self.emails_per_batch * self.tariff.messages_get
        require_room(self.gmail_tariff, f"EMAILS_PER_BATCH={self.emails_per_batch}", batch)
        require_room(self.gmail_tariff, "the first page of a listing", self.tariff.first_page)

    @property
    def tariff(self) -> Tariff:
        """The tariff named by GMAIL_TARIFF. Raises ConfigurationError when the name or the file is no good."""
        return named_tariff(self.gmail_tariff)


@cache
def get_settings() -> Settings:
    """The process's settings, read once. Raises ConfigurationError naming the setting that is wrong."""
    _check_env_file()
    try:
        settings = Settings()
    except ValidationError as error:
        field, message = setting_forms.first_fault(error)
        raise ConfigurationError(f"{field.upper()}: {message}" if field else message) from error
    settings.check_tariff()
    return settings


def _check_env_file() -> None:
    """A line of `.env` that sets nothing would be left out, and the setting with it."""
    if not Path(_ENV_FILE).is_file():
        return
    try:
        with Path(_ENV_FILE).open(encoding="utf-8") as file:
            wrong = [binding.original.line for binding in parse_stream(file) if binding.error]
    except OSError as error:
        raise ConfigurationError(f"{_ENV_FILE}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{_ENV_FILE} is not UTF-8") from error
    if wrong:
        raise ConfigurationError(f"{_ENV_FILE}: line {wrong[0]} is not NAME=VALUE")
