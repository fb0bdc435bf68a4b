"""The pages and what they load: ours alone, nothing inline, and nothing of anybody in them."""

import re
import uuid
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from app.config import Settings
from app.db import transaction
from app.services import sessions, users

PAGES = ["/", "/sync", "/spending", "/operations"]
IMPORTS = re.compile(r"""from "\./([\w.-]+)"|import\("\./([\w.-]+)"\)""")


def assets_of(html: str) -> list[str]:
    return re.findall(r"<(?:script|link|img)[^>]*?(?:src|href)=\"([^\"]+)\"", html)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_and_all_it_loads_come_from_here(client: TestClient, page: str) -> None:
    """Scripts load scripts: they are followed."""
    html = client.get(page).text
    todo, seen = assets_of(html), set()
    while todo:
        path = todo.pop()
        assert path.startswith("/static/"), path
        answer = client.get(path)
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache"), path
        seen.add(path)
        if path.endswith(".js"):
            found = (f"/static/{one or other}" for one, other in IMPORTS.findall(answer.text))
            todo += [one for one in found if one not in seen]
    assert {"/static/app.css", "/static/tokens.css", "/static/theme.js", "/static/api.js"} <= seen


@pytest.mark.parametrize("page", PAGES)
def test_nothing_stands_in_a_page_that_its_policy_would_refuse(client: TestClient, page: str) -> None:
    answer = client.get(page)
    policy = answer.headers["content-security-policy"]
    assert {word for rule in policy.split(";") for word in rule.split()[1:]} == {"'none'", "'self'", "'script'"}
    assert "require-trusted-types-for 'script'" in policy
    assert not re.search(r"<style|<script(?![^>]*src=)|\sstyle=|\son\w+=|javascript:|https?://", answer.text)
    assert (answer.headers["cache-control"], answer.text.count("<h1>") <= 1) == ("no-cache", True)


def test_the_chart_library_is_served_packed_out_of_its_wheel(client: TestClient) -> None:
    plain = client.get("/static/charts/d3.js", headers={"Accept-Encoding": "identity"})
    packed = client.get("/static/charts/d3.js", headers={"Accept-Encoding": "gzip"})
    assert (plain.status_code, packed.headers["content-encoding"], packed.text == plain.text) == (200, "gzip", True)
    assert int(packed.headers.get("content-length", 0)) < len(plain.content) / 4
    again = client.get("/static/charts/d3.js", headers={"If-None-Match": plain.headers["etag"]})
    assert again.status_code == 304


def test_answers_about_people_are_not_packed(client: TestClient) -> None:
    """What packs a secret beside words of a stranger tells the secret by its length."""
    for path in ("/api/v1/auth/visitor", "/openapi.json", "/"):
        assert "content-encoding" not in client.get(path, headers={"Accept-Encoding": "gzip"}).headers


def test_a_visitor_is_told_who_they_are_and_never_refused(client: TestClient) -> None:
    assert client.get("/api/v1/auth/visitor").json() == {"mode": "nobody", "user": None, "csrf_token": None}


def test_a_person_who_is_signed_in_is_known(client: TestClient) -> None:
    asha = users.create("asha@example.com")
    with transaction() as session:
        secret = sessions.begin(session, asha.id)
    browser = TestClient(client.app, base_url="http://localhost:8000", headers={"Cookie": f"fincoach={secret}"})
    told = browser.get("/api/v1/auth/visitor").json()
    assert (told["mode"], told["user"]["id"]) == ("person", str(asha.id))
    assert told["csrf_token"] == browser.get("/api/v1/auth/me").json()["csrf_token"]


def test_the_local_mode_says_so_to_this_machine_only(client: TestClient, app_settings: Callable[..., Settings]) -> None:
    app_settings(OPEN_TO_LOOPBACK="true", APP_ENV="local")
    seen = {}
    for host, peer in (("localhost", "127.0.0.1"), ("evil.example", "127.0.0.1"), ("localhost", "192.0.2.7")):
        visitor = TestClient(client.app, base_url=f"http://{host}:8000", client=(peer, 50000))
        seen[host, peer] = visitor.get("/api/v1/auth/visitor").json()["mode"]
    assert seen == {
        ("localhost", "127.0.0.1"): "local",
        ("evil.example", "127.0.0.1"): "nobody",
        ("localhost", "192.0.2.7"): "nobody",
    }


def test_people_are_found_by_a_part_of_their_address(admin: TestClient, person: uuid.UUID) -> None:
    users.create("rohan_100%@example.com")
    found = {
        words: [one["email"] for one in admin.get("/api/v1/ops/people", params=asked).json()["people"]]
        for words, asked in (("all", {}), ("ASHA", {"search": "ASHA"}), ("%", {"search": "%"}), ("x", {"search": "nobody"}))
    }
    asha, rohan = "asha@example.com", "rohan_100%@example.com"
    assert found == {"all": [rohan, asha], "ASHA": [asha], "%": [rohan], "x": []}
    assert [one["connection_state"] for one in admin.get("/api/v1/ops/people").json()["people"]] == [None, "active"]
