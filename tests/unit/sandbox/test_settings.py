"""settings.*: kept, told, and refused where Google refuses them."""

import json
from typing import Any

import pytest

from tests.unit.sandbox.conftest import ME, Gmail, read
from tests.unit.sandbox.test_contract import ALL_METHODS, REFUSED


def change(gmail: Gmail, path: str, body: Any, status: int = 200, method: str = "PUT") -> Any:
    return read(gmail.send(method, f"settings/{path}", json.dumps(body).encode()), status)


@pytest.mark.parametrize(
    ("path", "body", "kept"),
    [
        ("vacation", {"enableAutoReply": True, "startTime": 5, "endTime": "9"}, {"startTime": "5", "endTime": "9"}),
        ("imap", {"enabled": False, "maxFolderSize": 1000, "expungeBehavior": None}, {"enabled": False}),
        ("pop", {"accessWindow": "allMail", "disposition": "archive"}, {"accessWindow": "allMail"}),
        ("language", {"displayLanguage": "fr"}, {"displayLanguage": "fr"}),
    ],
)
def test_what_is_set_is_told(gmail: Gmail, path: str, body: dict[str, Any], kept: dict[str, Any]) -> None:
    before = gmail.get(f"settings/{path}")
    after = change(gmail, path, body)
    assert after == gmail.get(f"settings/{path}") != before
    assert after.items() >= kept.items()


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("vacation", {"startTime": "tomorrow"}), ("vacation", {"startTime": True}), ("vacation", {"startTime": 1 << 64}),
        ("imap", {"maxFolderSize": 1 << 40}), ("imap", {"maxFolderSize": "5"}), ("pop", {"accessWindow": "sometimes"}),
        ("language", {"wish": "fr"}),
    ],
)  # fmt: skip
def test_what_cannot_be_set(gmail: Gmail, path: str, body: dict[str, Any]) -> None:
    assert change(gmail, path, body, 400)["error"]["status"] == "INVALID_ARGUMENT"


def test_everybody_sends_as_themselves(gmail: Gmail) -> None:
    (own,) = gmail.get("settings/sendAs")["sendAs"]
    assert (own["sendAsEmail"], own["isPrimary"]) == (ME, True)
    changed = change(gmail, f"sendAs/{ME}", {"signature": "<b>me</b>", "isPrimary": False}, method="PATCH")
    assert changed == {**own, "signature": "<b>me</b>"} == gmail.get(f"settings/sendAs/{ME}")
    assert change(gmail, f"sendAs/{ME}", {"displayName": "Me"}) == {**own, "displayName": "Me"}
    gmail.get("settings/sendAs/you@sandbox.test", 404)


def test_filters(gmail: Gmail) -> None:
    assert gmail.get("settings/filters") == {}
    wanted = {"criteria": {"from": "bank"}, "action": {"addLabelIds": ["STARRED"], "removeLabelIds": []}}
    made = change(gmail, "filters", wanted, method="POST")
    assert made == {"id": made["id"], "criteria": {"from": "bank"}, "action": {"addLabelIds": ["STARRED"]}}
    assert gmail.get("settings/filters") == {"filter": [made]}
    assert gmail.get(f"settings/filters/{made['id']}") == made
    for bad in (wanted, {"criteria": {"from": "x"}}, {"criteria": {"from": "x"}, "action": {"addLabelIds": ["NONE"]}}):
        change(gmail, "filters", bad, 400, "POST")
    assert gmail.send("DELETE", f"settings/filters/{made['id']}").status == 204
    gmail.get(f"settings/filters/{made['id']}", 404)


def test_what_only_service_accounts_may_is_refused_as_google_refuses_it(gmail: Gmail) -> None:
    """The document says of which methods that is so."""
    said = [name for name, status in REFUSED.items() if status == 403]
    assert {"settings.delegates.list", "settings.updateAutoForwarding", "settings.sendAs.create"} <= set(said)
    for name in said:
        method = ALL_METHODS[name]
        path = "/" + method["path"].replace("{userId}", "me").replace("{", "").replace("}", "")
        error = read(gmail.send(method["httpMethod"], path, b"{}"), 403)["error"]
        assert error["errors"][0]["reason"] == "forbidden", name
        assert error["message"].startswith("Access restricted to service accounts")
    assert change(gmail, "forwardingAddresses/x@y.example", {}, 404, "GET")["error"]["status"] == "NOT_FOUND"
    assert gmail.get("settings/forwardingAddresses") == {}
