"""Settings that cannot work are refused at start, in one sentence that names them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from app.config import Settings
from app.errors import ConfigurationError

DATABASE = "postgresql://app@db/fincoach"
SetSettings = Callable[..., Settings]
GOOD = {"messages_get": 7, "per_user_minute": 7000, "per_project_minute": 70_000}


def tariff_file(folder: Path, content: object) -> str:
    path = folder / "tariff.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ("BATCH_SOFT_LIMIT_SECONDS", "BATCH_HARD_LIMIT_SECONDS"),
        ("BATCH_HARD_LIMIT_SECONDS", "LEASE_SECONDS"),
        ("LEASE_SECONDS", "VISIBILITY_TIMEOUT_SECONDS"),
    ],
)
def test_two_time_limits_that_disagree_are_both_named(app_settings: SetSettings, shorter: str, longer: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        app_settings(**{shorter: "500", longer: "400"})
    assert f"{shorter}=500 must be less than {longer}=400" in str(caught.value)


def test_equal_limits_disagree_as_well(app_settings: SetSettings) -> None:
    with pytest.raises(ConfigurationError, match="LEASE_SECONDS=300 must be less than VISIBILITY_TIMEOUT_SECONDS=300"):
        app_settings(LEASE_SECONDS="300")


def test_an_unknown_tariff(app_settings: SetSettings) -> None:
    with pytest.raises(ConfigurationError, match=r"GMAIL_TARIFF=2027: neither one of 2026, legacy, none nor a file"):
        app_settings(GMAIL_TARIFF="2027")


def test_a_tariff_of_ones_own(app_settings: SetSettings, tmp_path: Path) -> None:
    tariff = app_settings(GMAIL_TARIFF=tariff_file(tmp_path, GOOD)).tariff
    assert (tariff.messages_get, tariff.messages_list, tariff.per_user_minute, tariff.per_project_day) == (7, 5, 7000, None)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ({name: value for name, value in GOOD.items() if name != "per_user_minute"}, "per_user_minute: Field required"),
        (GOOD | {"messages_get": -20}, "messages_get: Input should be greater than 0"),
        (GOOD | {"messages_get": 0}, "messages_get: Input should be greater than 0"),
        (GOOD | {"per_project_minute": "plenty"}, "per_project_minute: Input should be a valid integer"),
        (GOOD | {"per_user_hour": 5}, "per_user_hour: Extra inputs are not permitted"),
        (GOOD | {"messages_get": True}, "messages_get: Input should be a valid integer"),
        (GOOD | {"messages_get": 20.5}, "messages_get: Input should be a valid integer"),
        (GOOD | {"per_user_minute": 10**30}, "per_user_minute: Input should be less than or equal to"),
        ([20, 6000], "Input should be a valid dictionary"),
        ("{", "not JSON"),
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_tariff_file_that_is_no_good(app_settings: SetSettings, tmp_path: Path, content: object, says: str) -> None:
    name = tariff_file(tmp_path, content)
    with pytest.raises(ConfigurationError) as caught:
        app_settings(GMAIL_TARIFF=name)
    assert f"GMAIL_TARIFF={name}: {says}" in str(caught.value)


LIMITS = [
    ("per_user_minute", "a user may spend a minute"),
    ("per_project_minute", "the project may spend a minute"),
    ("per_project_day", "the project may spend a day"),
]


@pytest.mark.parametrize(("limit", "whose"), LIMITS)
def test_a_listing_must_be_able_to_begin(app_settings: SetSettings, tmp_path: Path, limit: str, whose: str) -> None:
    """It would wait for a quota that never comes."""
    name = tariff_file(tmp_path, GOOD | {"messages_list": 800, "get_profile": 7, limit: 806})
    with pytest.raises(ConfigurationError) as caught:
        app_settings(GMAIL_TARIFF=name)
    assert str(caught.value) == f"the first page of a listing costs 807 units, more than the 806 {whose} by GMAIL_TARIFF={name}"


@pytest.mark.parametrize(("limit", "whose"), LIMITS)
def test_a_batch_must_fit_into_a_minute(app_settings: SetSettings, tmp_path: Path, limit: str, whose: str) -> None:
    name = tariff_file(tmp_path, GOOD | {limit: 699})
    with pytest.raises(ConfigurationError) as caught:
        app_settings(GMAIL_TARIFF=name)
    assert f"EMAILS_PER_BATCH=100 costs 700 units, more than the 699 {whose} by GMAIL_TARIFF={name}" in str(caught.value)
    assert app_settings(EMAILS_PER_BATCH="99").emails_per_batch == 99


def test_a_setting_out_of_range_is_named(app_settings: SetSettings) -> None:
    with pytest.raises(ConfigurationError, match="WORKER_CONCURRENCY: Input should be greater than 0"):
        app_settings(WORKER_CONCURRENCY="0")


@pytest.mark.parametrize(
    "name",
    [
        *("EMAIL_FETCH_DAYS", "RESYNC_OVERLAP_MINUTES", "VISIBILITY_TIMEOUT_SECONDS", "DISPATCH_IN_FLIGHT", "SESSION_IDLE_HOURS"),
        *("SESSION_MAX_HOURS", "ACCESS_RECORD_DAYS", "JOB_DAYS", "BATCH_ID_DAYS"),
    ],
)
def test_a_time_that_no_clock_can_hold_is_refused_at_start(app_settings: SetSettings, name: str) -> None:
    """Each look at a mailbox would fail with it, and nobody would see why."""
    with pytest.raises(ConfigurationError, match=f"{name}: Input should be less than or equal to"):
        app_settings(**{name: "999999999"})


PRODUCTION = {
    "APP_ENV": "production",
    "DATABASE_URL": DATABASE,
    "CELERY_BROKER_URL": "redis://:own@redis:6379/0",
    "CELERY_RESULT_BACKEND": "redis://:own@redis:6379/0",
    "TOKEN_ENCRYPTION_KEYS": Fernet.generate_key().decode(),
    "GOOGLE_CLIENT_ID": "me.apps.googleusercontent.com",
    "GOOGLE_CLIENT_SECRET": "GOCSPX-0123456789",
    "GOOGLE_REDIRECT_URI": "https://fincoach.example/api/v1/auth/google/callback",
}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OPEN_TO_LOOPBACK", "true"),
        ("FAILPOINTS", "claimed=1"),
        ("TOKEN_ENCRYPTION_KEYS", ""),
        ("DATABASE_URL", "postgresql://fincoach:fincoach@localhost:5434/fincoach"),
        ("TOKEN_ENCRYPTION_KEYS", "ZmluY29hY2gtZGV2ZWxvcG1lbnQta2V5LW5vdC1zZWM="),
        ("DATABASE_URL", "postgresql://fincoach:fincoach@db:5432/fincoach"),
        ("CELERY_BROKER_URL", "redis://localhost:6379/0"),
        ("CELERY_BROKER_URL", "redis://:fincoach@redis:6379/0"),
        ("CELERY_RESULT_BACKEND", "redis://:fincoach@redis:6379/0"),
        ("GOOGLE_SANDBOX_ROOT", "http://sandbox:8025/"),
        ("GMAIL_API_ROOT", "http://sandbox:8025/"),
        ("GOOGLE_TOKEN_URL", "http://sandbox:8025/token"),
        ("GOOGLE_CLIENT_ID", ""),
        ("GOOGLE_CLIENT_SECRET", ""),
        ("GOOGLE_CLIENT_SECRET", "sandbox"),
        ("GOOGLE_REDIRECT_URI", "http://fincoach.example/api/v1/auth/google/callback"),
    ],
)
def test_production_refuses_development_values(app_settings: SetSettings, name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{name} must be"):
        app_settings(**{**PRODUCTION, name: value})


def test_production_names_all_that_is_missing_at_once(app_settings: SetSettings) -> None:
    with pytest.raises(ConfigurationError) as refused:
        app_settings(APP_ENV="production", OPEN_TO_LOOPBACK="true")
    assert [name for name in PRODUCTION if f"{name} must be" not in str(refused.value)] == ["APP_ENV"]


@pytest.mark.parametrize("said", ["fetched", "fetched=0", "nowhere=1", "fetched=1;listed=2"])
def test_a_failpoint_that_is_none(app_settings: SetSettings, said: str) -> None:
    with pytest.raises(ConfigurationError, match="FAILPOINTS"):
        app_settings(FAILPOINTS=said)


def test_production_takes_values_of_its_own(app_settings: SetSettings) -> None:
    assert app_settings(**PRODUCTION).https


@pytest.mark.parametrize("keys", ["hush", "a" * 44, "{key},hush"])
def test_keys_that_are_none_are_refused_without_telling_them(app_settings: SetSettings, keys: str) -> None:
    keys = keys.format(key=Fernet.generate_key().decode())
    with pytest.raises(ConfigurationError, match=r"^TOKEN_ENCRYPTION_KEYS: must hold Fernet keys") as refused:
        app_settings(TOKEN_ENCRYPTION_KEYS=keys)
    assert keys not in str(refused.value)


@pytest.mark.parametrize(
    "uri",
    [
        "localhost:8000/api/v1/auth/google/callback",
        "https:///api/v1/auth/google/callback",
        "https://fincoach.example/",
        "https://fincoach.example/api/v1/auth/google/callback?next=/",
        "ftp://fincoach.example/api/v1/auth/google/callback",
    ],
)
def test_a_redirect_that_does_not_come_back_to_us(app_settings: SetSettings, uri: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^GOOGLE_REDIRECT_URI: must look like"):
        app_settings(GOOGLE_REDIRECT_URI=uri)


def test_one_setting_moves_all_of_google_to_a_sandbox(app_settings: SetSettings) -> None:
    settings = app_settings(GOOGLE_SANDBOX_ROOT="http://127.0.0.1:8025", GOOGLE_CERTS_URL="https://certs.example/")
    assert settings.gmail_api_root == "http://127.0.0.1:8025/"
    assert settings.google_auth_url == "http://127.0.0.1:8025/o/oauth2/v2/auth"
    assert settings.google_token_url == "http://127.0.0.1:8025/token"
    assert settings.google_certs_url == "https://certs.example/"


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("DATABASE_URL", "garbage"),
        ("DATABASE_URL", "mysql://me:hush@localhost/fincoach"),
        ("CELERY_BROKER_URL", "amqp://guest:hush@localhost//"),
        ("CELERY_BROKER_URL", "redis://localhost:port/0"),
        ("CELERY_RESULT_BACKEND", "hush"),
    ],
)
def test_a_server_of_another_kind_is_refused_without_its_password(app_settings: SetSettings, name: str, url: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{name}: must look like") as refused:
        app_settings(**{name: url})
    assert "hush" not in str(refused.value)


def test_google_is_spoken_to_by_https_alone() -> None:
    addresses = [str(field.default) for name, field in Settings.model_fields.items() if name.endswith(("_url", "_root"))]
    assert [one for one in addresses if "google" in one and not one.startswith("https://")] == []
    assert sum("google" in one for one in addresses) >= 3


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"LOG_LEVEL=INFO\nLOG LEVEL DEBUG\n", ".env: line 2 is not NAME=VALUE"),
        (b"LOG_LEVEL=\xe9\n", ".env is not UTF-8"),
    ],
)
def test_a_file_of_settings_that_cannot_be_read_is_refused(
    app_settings: SetSettings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes, says: str
) -> None:
    (tmp_path / ".env").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigurationError) as caught:
        app_settings()
    assert str(caught.value) == says


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "postgresql://app:hush@db:many/fincoach"),
        ("GMAIL_API_ROOT", "gmail.googleapis.com"),
        ("GOOGLE_TOKEN_URL", "https://"),
        ("GOOGLE_SANDBOX_ROOT", "http://sandbox:hush/"),
        ("TRACES_ENDPOINT", "collector:4318"),
        ("SENTRY_DSN", "https://sentry.example.com/hush"),
    ],
)
def test_an_address_that_is_none_is_named_and_not_quoted(app_settings: SetSettings, name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{name}: must look like ") as caught:
        app_settings(**{name: value})
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://app:p#a/s:s@[::1]:5432/fincoach",
        "postgresql://app@[::1]/fincoach",
        "postgresql:///fincoach?host=%2Fvar%2Frun",
    ],
)
def test_a_database_may_be_anywhere(app_settings: SetSettings, url: str) -> None:
    assert app_settings(DATABASE_URL=url).database_url == url.replace("://", "+psycopg2://")
