"""The API in process, on a real database and Redis; keys and people made through the services."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from cryptography.fernet import Fernet
from fastapi.testclient import TestClient

from app.config import Settings
from app.services import connections, keys, users

SCOPE = "https://www.googleapis.com/auth/gmail.readonly"


@pytest.fixture
def client(database_url: str, redis_url: str, app_settings: Callable[..., Settings]) -> Iterator[TestClient]:
    """Nobody's client: no key."""
    app_settings(TOKEN_ENCRYPTION_KEYS=Fernet.generate_key().decode())
    # Imported here: the module reads the settings when it makes the Celery application.
    from app.main import create_app

    with ringing_by(redis_url), TestClient(create_app(), raise_server_exceptions=False) as client:
        yield client


@contextmanager
def ringing_by(broker_url: str, result_backend: str | None = None) -> Iterator[None]:
    """A Celery application of its own: one that has met its servers keeps them, whatever its settings say afterwards.

    By the environment, because Celery itself reads these two from there, past its own settings.
    """
    from app.celery_app import celery_app, make_celery

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CELERY_BROKER_URL", broker_url)
        patch.setenv("CELERY_RESULT_BACKEND", result_backend or broker_url)
        celery = make_celery(Settings())
        celery.set_default()
        yield
        celery.close()
        celery_app.set_default()
        celery_app.set_current()


@pytest.fixture
def admin(client: TestClient) -> TestClient:
    """The client with a key that may do everything."""
    client.headers["Authorization"] = f"Bearer {keys.create('test', ['admin'])[1]}"
    return client


@pytest.fixture
def person(admin: TestClient) -> uuid.UUID:
    """A connected user."""
    person = users.create("asha@example.com", "Asha Verma")
    connections.connect(person.id, "asha@example.com", "refresh-token", [SCOPE])
    return person.id
