"""Webhooks over the API: what a backend does with them, and what it cannot."""

import uuid

import pytest
from fastapi.testclient import TestClient

from app.services import keys, webhooks
from tests.integration.services.facts import only, rows

PATH = "/api/v1/webhooks"
PUBLIC = "https://1.1.1.1/hook?for=us"


def test_the_life_of_a_webhook(admin: TestClient) -> None:
    made = admin.post(PATH, json={"url": PUBLIC, "events": ["user.erased"]})
    assert made.status_code == 201
    assert made.headers["Cache-Control"] == "no-store"
    secret, one = made.json()["secret"], f"{PATH}/{made.json()['id']}"
    tested = admin.post(f"{one}/test")
    assert (tested.status_code, tested.json()["event"], tested.json()["state"]) == (202, "webhook.test", "pending")
    listed, deliveries = admin.get(PATH), admin.get(f"{one}/deliveries")
    assert [hook["url"] for hook in listed.json()["webhooks"]] == [PUBLIC]
    assert [delivery["id"] for delivery in deliveries.json()["deliveries"]] == [tested.json()["id"]]
    assert secret.startswith("whsec_")
    assert not any("whsec_" in answer.text for answer in (listed, deliveries, tested, admin.post(f"{one}/enable")))
    assert secret.encode() not in bytes(only("SELECT secret_encrypted AS s FROM webhooks")["s"])
    assert admin.delete(one).status_code == 204
    assert (admin.delete(one).status_code, rows("SELECT id FROM webhook_deliveries")) == (404, [])


@pytest.mark.parametrize(
    "url",
    [
        *("http://1.1.1.1/", "https://127.0.0.1/", "https://[::127.0.0.1]/", "https://169.254.169.254/latest/meta-data/"),
        *("https://user:word@1.1.1.1/", "https://localhost/", "https://nobody.example/", "file:///etc/passwd"),
    ],
)
def test_a_target_that_is_none_of_the_public_network(admin: TestClient, url: str) -> None:
    answer = admin.post(PATH, json={"url": url})
    assert (answer.status_code, answer.json()["code"]) == (400, "webhook_target")
    assert "word" not in answer.text
    assert rows("SELECT id FROM webhooks") == []


@pytest.mark.parametrize("body", [{}, {"url": 1}, {"url": PUBLIC, "events": ["sync.begun"]}, {"url": PUBLIC, "secret": "mine"}])
def test_what_is_no_webhook(admin: TestClient, body: dict[str, object]) -> None:
    assert admin.post(PATH, json=body).status_code == 422


def test_a_key_that_reads_people_does_not_listen_to_them(client: TestClient) -> None:
    everything_else = [scope for scope in keys.SCOPES if scope not in ("admin", "webhooks:write")]
    weak = {"Authorization": f"Bearer {keys.create('weak', everything_else)[1]}"}
    hook = webhooks.register(PUBLIC, []).webhook.id
    asked = [("POST", PATH), ("GET", PATH), ("DELETE", f"{PATH}/{hook}"), ("GET", f"{PATH}/{hook}/deliveries")]
    assert {client.request(method, path, headers=weak, json={"url": PUBLIC}).status_code for method, path in asked} == {403}
    assert client.get(f"{PATH}/{uuid.uuid4()}/deliveries").status_code == 401
