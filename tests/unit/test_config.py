"""Settings that cannot work are refused at the start, by the name of what is wrong."""

from collections.abc import Callable

import pytest

from app.config import Settings
from app.errors import ConfigurationError

DATABASE = "postgresql://app@db/fincoach"


@pytest.mark.parametrize(
    ("name", "value"), [("LEASE_SECONDS", "30"), ("BATCH_SOFT_LIMIT_SECONDS", "36"), ("VISIBILITY_TIMEOUT_SECONDS", "40")]
)
def test_time_limits_out_of_order(app_settings: Callable[..., Settings], name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=f"{name}={value}"):
        app_settings(**{name: value})


def test_a_batch_that_costs_more_than_a_minute(app_settings: Callable[..., Settings]) -> None:
    with pytest.raises(ConfigurationError, match="EMAILS_PER_BATCH=301"):
        app_settings(EMAILS_PER_BATCH="301")


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("OPEN_TO_LOOPBACK", {"OPEN_TO_LOOPBACK": "true", "TOKEN_ENCRYPTION_KEYS": "k", "DATABASE_URL": DATABASE}),
        ("TOKEN_ENCRYPTION_KEYS", {"DATABASE_URL": DATABASE}),
        ("DATABASE_URL", {"TOKEN_ENCRYPTION_KEYS": "k"}),
    ],
)
def test_production_refuses_development_values(app_settings: Callable[..., Settings], name: str, values: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match=f"{name} must be"):
        app_settings(APP_ENV="production", **values)


def test_production_takes_values_of_its_own(app_settings: Callable[..., Settings]) -> None:
    assert app_settings(APP_ENV="production", TOKEN_ENCRYPTION_KEYS="k", DATABASE_URL=DATABASE).app_env == "production"


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
def test_a_server_of_another_kind_is_refused_without_its_password(
    app_settings: Callable[..., Settings], name: str, url: str
) -> None:
    with pytest.raises(ConfigurationError, match=f"^{name}: must look like") as refused:
        app_settings(**{name: url})
    assert "hush" not in str(refused.value)
