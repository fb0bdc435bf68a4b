"""The sandbox's own routes and pages, as scripts and people use them."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import urllib3

from tests.integration.gmail.conftest import Sandbox, serve

ADDRESS = "user1@sandbox.test"
RAW = b"From: Bank <alerts@bank.example>\r\nTo: me@x\r\nSubject: INR 250 debited\r\n\r\nINR 250 was debited.\r\n"
HTTP = urllib3.PoolManager(retries=False)


@pytest.fixture(scope="module")
def own() -> Iterator[Sandbox]:
    yield from serve(["--users", "2", "--mails", "40", "--latency", "0.01", "--jitter", "0.01"])


def send(own: Sandbox, method: str, path: str, **options: Any) -> urllib3.BaseHTTPResponse:
    return HTTP.request(method, own.root + path, redirect=False, **options)


def api(own: Sandbox, path: str) -> Any:
    return send(own, "GET", f"gmail/v1/users/me/{path}", headers={"Authorization": f"Bearer sandbox-{ADDRESS}"}).json()


class TestPages:
    def test_the_door_leads_to_the_control_page(self, own: Sandbox) -> None:
        assert send(own, "GET", "").headers["Location"] == "/sandbox/"
        page = send(own, "GET", "sandbox/")
        assert page.status == 200
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        text = page.data.decode()
        assert not re.search(r"<style|<script(?! type=\"module\" src)| style=| on\w+=", text)
        for where in re.findall(r'(?:href|src)="/([^"]+)"', text):
            asset = send(own, "GET", where)
            assert (asset.status, asset.headers["X-Content-Type-Options"]) == (200, "nosniff"), where

    def test_no_other_file_is_served(self, own: Sandbox) -> None:
        for name in ("../control.py", "..%2Fcontrol.py", "__init__.py", "nothing.css", "consent.html"):
            assert send(own, "GET", f"sandbox/static/{name}").status == 404

    def test_another_sites_page_changes_nothing(self, own: Sandbox) -> None:
        answer = send(own, "POST", "sandbox/faults", json={"kind": "reset"}, headers={"Origin": "https://evil.example"})
        assert answer.status == 403
        assert own.ask("GET", "faults")["faults"] == []

    def test_a_name_that_was_bound_to_this_machine_from_afar_reads_nothing(self, own: Sandbox) -> None:
        for path in ("sandbox/mailboxes", "gmail/v1/users/me/profile", "token"):
            assert send(own, "GET", path, headers={"Host": "evil.example"}).status == 421
        assert send(own, "GET", "sandbox/health", headers={"Host": "gmail.localhost:8025"}).status == 200


class TestMailboxes:
    def test_they_are_listed_with_what_is_known_of_them(self, own: Sandbox) -> None:
        (first, _) = own.ask("GET", "mailboxes")["mailboxes"][:2]
        assert (first["email"], first["ledger"], first["revoked"], first["clients"]) == (ADDRESS, True, False, [])

    def test_a_mail_is_delivered_raw_composed_or_with_its_truth(self, own: Sandbox) -> None:
        where = f"sandbox/mailboxes/{ADDRESS}/messages"
        (raw,) = send(own, "POST", where, body=RAW, headers={"Content-Type": "message/rfc822"}).json()["ids"]
        assert "INR 250 was debited." in api(own, f"messages/{raw}")["snippet"]
        (composed,) = send(own, "POST", where, json={"from": "A <a@x>", "subject": "Grüße", "text": "hello"}).json()["ids"]
        headers = {one["name"]: one["value"] for one in api(own, f"messages/{composed}")["payload"]["headers"]}
        assert (headers["From"], headers["Subject"], headers["To"]) == ("A <a@x>", "Grüße", ADDRESS)
        truth = {"amount": "250.00", "currency": "INR", "direction": "out"}
        (told,) = send(own, "POST", where, json={"raw": "RnJvbTogYUB4DQoNCmhp", "expected": truth}).json()["ids"]
        (entry,) = [one for one in own.ask("GET", f"mailboxes/{ADDRESS}/ledger")["transactions"] if one["message_id"] == told]
        assert (entry["amount"], entry["line"]) == ("250.00", 1)
        newest = own.ask("GET", f"mailboxes/{ADDRESS}/messages?limit=3")["messages"]
        assert [one["id"] for one in newest] == [told, composed, raw]

    def test_one_is_deleted_and_history_expires(self, own: Sandbox) -> None:
        start = api(own, "profile")["historyId"]
        (victim,) = own.deliver(ADDRESS, 1)
        own.delete(ADDRESS, victim)
        assert len(api(own, f"history?startHistoryId={start}")["history"]) == 2
        own.ask("POST", f"mailboxes/{ADDRESS}/expire-history", {})
        assert api(own, f"history?startHistoryId={start}")["error"]["code"] == 404

    def test_one_is_added(self, own: Sandbox) -> None:
        own.ask("POST", "mailboxes", {"email": "new@sandbox.test", "mails": 3})
        assert len(own.ask("GET", "mailboxes/new@sandbox.test/messages")["messages"]) == 3
        assert send(own, "POST", "sandbox/mailboxes", json={"email": "new@sandbox.test"}).status == 409


class TestSettings:
    def test_usage_counts_calls_bytes_and_minutes(self, own: Sandbox) -> None:
        before = own.ask("GET", "usage")
        for _ in range(3):
            api(own, "profile")
        after = own.ask("GET", "usage")
        assert after["calls"]["getProfile"]["200"] - before["calls"].get("getProfile", {}).get("200", 0) == 3
        assert after["bytes"]["sent"] > before["bytes"]["sent"]
        assert sum(after["minutes"][ADDRESS].values()) == sum(after["units"][ADDRESS].values())
        assert own.ask("GET", "contract")["checked"] > 0

    def test_the_clock_runs_fast_and_an_hour_expires_a_token(self, own: Sandbox) -> None:
        gmail = own.client("user2@sandbox.test")
        gmail.profile()
        now = own.ask("GET", "clock")["now"]
        later = own.ask("POST", "clock", {"advance": 7200, "rate": 2})
        assert later["now"] - now >= 7200
        assert later["rate"] == 2
        own.ask("POST", "clock", {"rate": 1})
        gmail.profile()
        assert own.ask("GET", "usage")["calls"]["getProfile"]["401"] == 1
        gmail.close()

    def test_latency_and_tariff_change_while_it_runs(self, own: Sandbox) -> None:
        assert own.ask("GET", "latency") == {"seconds": 0.01, "jitter": 0.01}
        assert own.ask("POST", "latency", {"seconds": 0, "jitter": 0}) == {"seconds": 0, "jitter": 0}
        assert own.ask("POST", "tariff", {"name": "legacy"})["tariff"]["per_user"] == 15_000

    def test_a_registered_client_and_rotated_keys(self, own: Sandbox) -> None:
        keys = own.ask("GET", "oauth")["keys"]
        own.ask("POST", "oauth/clients", {"client_id": "c", "client_secret": "s", "redirect_uris": ["https://a.example/cb"]})
        told = own.ask("POST", "oauth/rotate-keys", {})
        assert told["keys"][1:] == keys
        assert told["clients"] == [{"client_id": "c", "name": "c", "redirect_uris": ["https://a.example/cb"]}]

    @pytest.mark.parametrize(
        ("path", "body"),
        [
            ("faults", {"kind": "nonsense"}),
            ("clock", {"advance": -1}),
            ("clock", {"rate": 0}),
            ("clock", {"speed": 2}),
            ("latency", {"seconds": "x"}),
            ("tariff", {"name": "2027"}),
            ("oauth", {"testing": "yes"}),
            ("oauth", {"access_token_seconds": 0}),
            ("oauth/clients", {}),
            ("push", {"endpoint": "http://example.com/"}),
            ("push", {"topic": "gmail"}),
            ("mailboxes/user1@sandbox.test/messages", {"subject": "x", "labels": "INBOX"}),
            ("mailboxes/user1@sandbox.test/messages", {"subject": "x", "labels": ["NOWHERE"]}),
            ("mailboxes/user1@sandbox.test/messages", {"subject": "x", "labels": [""]}),
            ("mailboxes", {"email": "x@y", "mails": -1}),
            (f"mailboxes/{ADDRESS}/messages", {"from": "a@x\r\nBcc: b@x"}),
            (f"mailboxes/{ADDRESS}/messages", {"raw": "YQ==", "expected": {}}),
            (f"mailboxes/{ADDRESS}/messages", {"generate": "many"}),
        ],
    )
    def test_what_makes_no_sense_is_refused_in_a_sentence(self, own: Sandbox, path: str, body: Any) -> None:
        answer = send(own, "POST", f"sandbox/{path}", json=body)
        assert (answer.status, set(answer.json())) == (400, {"error"})
        assert own.ask("GET", "faults")["faults"] == []

    def test_not_json_and_no_such_thing(self, own: Sandbox) -> None:
        assert send(own, "POST", "sandbox/clock", body=b"{").status == 400
        assert send(own, "POST", "sandbox/clock", json=[]).status == 400
        for path in ("sandbox/nothing", "sandbox/mailboxes/nobody@x/ledger", f"sandbox/mailboxes/{ADDRESS}/revoke/x/y"):
            assert send(own, "GET", path).status == 404
