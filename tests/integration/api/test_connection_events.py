"""What happened to connections, read over the API: nothing twice and nothing left out."""

import uuid

import pytest
from fastapi.testclient import TestClient

from app.services import connections, leaving, users
from tests.integration.api.conftest import SCOPE
from tests.integration.services.facts import rows, run

PATH = "/api/v1/connection-events"


def of_everybody(admin: TestClient, query: str = "") -> list[tuple[str, str]]:
    return [(one["user_id"], one["kind"]) for one in admin.get(f"{PATH}?{query}").json()["events"]]


@pytest.fixture
def other(person: uuid.UUID) -> uuid.UUID:
    """Somebody who connected after `person`, who then had to connect again."""
    made = users.create("rohan@example.com").id
    connections.connect(made, "rohan@example.com", "refresh-token", [SCOPE])
    run("INSERT INTO connection_events (user_id, kind, reason) VALUES (:u, 'needs_reconnect', 'revoked')", u=person)
    connections.connect(person, "asha@example.com", "refresh-token", [SCOPE])
    return made


def long_ago() -> None:
    run("UPDATE connection_events SET created_at = now() - interval '61 seconds'")


def test_page_by_page_and_then_again_later(admin: TestClient, person: uuid.UUID, other: uuid.UUID) -> None:
    long_ago()
    after, seen = 0, []
    for _ in range(3):
        page = admin.get(f"{PATH}?after={after}&limit=2").json()
        seen += [(one["user_id"], one["kind"]) for one in page["events"]]
        after = page["next_after"]
    assert seen == [
        (str(person), "connected"),
        (str(other), "connected"),
        (str(person), "needs_reconnect"),
        (str(person), "reconnected"),
    ]
    leaving.disconnect(other, erase_data=False)
    long_ago()
    assert of_everybody(admin, f"after={after}") == [(str(other), "disconnected")]


def test_a_number_that_is_committed_late_is_not_passed_by(admin: TestClient, person: uuid.UUID, other: uuid.UUID) -> None:
    """Among everybody's, what is young waits until what may have begun before it has ended."""
    assert of_everybody(admin) == []
    assert admin.get(PATH).json()["next_after"] == 0
    long_ago()
    assert len(of_everybody(admin)) == 4


def test_who_is_on_a_page_has_it_in_their_record(admin: TestClient, person: uuid.UUID, other: uuid.UUID) -> None:
    long_ago()
    of_everybody(admin)
    assert {one["user_id"] for one in rows("SELECT user_id FROM access_records WHERE route = :r", r=PATH)} == {person, other}


def test_an_erased_person_is_in_no_page(admin: TestClient, person: uuid.UUID, other: uuid.UUID) -> None:
    leaving.erase(person)
    long_ago()
    assert of_everybody(admin) == [(str(other), "connected")]


@pytest.mark.parametrize("query", ["after=-1", "after=9223372036854775808", "after=x", "limit=0", "limit=1001", "cursor=x"])
def test_what_is_no_place_in_the_list(admin: TestClient, query: str) -> None:
    assert admin.get(f"{PATH}?{query}").status_code == 422
