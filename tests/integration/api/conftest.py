"""The API in process, on a real database and Redis; keys and people made through the services."""

import uuid
from collections.abc import Callable, Iterator

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
    from app.celery_app import celery_app
    from app.main import create_app

    celery_app.conf.update(broker_url=redis_url, result_backend=redis_url)
    with TestClient(create_app(), raise_server_exceptions=False) as client:
        yield client
    celery_app.close()


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
