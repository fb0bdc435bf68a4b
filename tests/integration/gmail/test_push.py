"""Notifications: Gmail's watch through Pub/Sub to an endpoint, and for whoever pulls."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import urllib3
from google.auth.transport import requests
from google.oauth2 import id_token

from tests.integration.gmail.conftest import Sandbox, serve
from tests.integration.gmail.listener import Listener, listening

ADDRESS = "user1@sandbox.test"
TOPIC = "projects/p/topics/gmail"
SUBSCRIPTION = "projects/p/subscriptions/mine"
WEEK = 7 * 86_400


class Cloud:
    """Google's REST, as a client that pulls and watches sees it. A mailbox and a clock of its own."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self._http = urllib3.PoolManager(retries=False)

    def ask(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        headers = {"Authorization": f"Bearer sandbox-{ADDRESS}"}
        answer = self._http.request(method, self.sandbox.root + path, json=body, headers=headers)
        assert answer.status == status, answer.data
        return answer.json() if answer.data else None

    def watch(self, **more: Any) -> Any:
        return self.ask("POST", "gmail/v1/users/me/watch", {"topicName": TOPIC, **more})

    def pull(self) -> list[Any]:
        return list(self.ask("POST", f"v1/{SUBSCRIPTION}:pull", {"maxMessages": 10}).get("receivedMessages", ()))


@pytest.fixture(scope="module")
def _own() -> Iterator[Sandbox]:
    yield from serve(["--users", "1", "--mails", "20", "--tariff", "none"])


@pytest.fixture
def cloud(_own: Sandbox) -> Iterator[Cloud]:
    cloud = Cloud(_own)
    # What the test before was told of must not hold up what this one is.
    cloud.sandbox.ask("POST", "clock", {"advance": 1})
    cloud.ask("PUT", f"v1/{TOPIC}")
    yield cloud
    cloud.ask("POST", "gmail/v1/users/me/stop", status=204)
    for one in cloud.ask("GET", "v1/projects/p/subscriptions")["subscriptions"]:
        cloud.ask("DELETE", f"v1/{one['name']}")
    cloud.ask("DELETE", f"v1/{TOPIC}")


@pytest.fixture
def pushed(cloud: Cloud) -> Iterator[Listener]:
    with listening() as listener:
        token = {"serviceAccountEmail": "pusher@p.iam.gserviceaccount.com", "audience": "https://app.example/push"}
        push = {"pushEndpoint": listener.url, "oidcToken": token}
        cloud.ask("PUT", f"v1/{SUBSCRIPTION}", {"topic": TOPIC, "pushConfig": push})
        yield listener


def test_a_watch_tells_at_once_and_of_every_change(cloud: Cloud, pushed: Listener) -> None:
    watched = cloud.watch()
    first = pushed.next()
    assert first.data == {"emailAddress": ADDRESS, "historyId": int(watched["historyId"])}
    assert first.body["subscription"] == SUBSCRIPTION
    assert set(first.body["message"]) == {"data", "messageId", "message_id", "publishTime", "publish_time"}
    cloud.sandbox.deliver(ADDRESS, 10)
    told = pushed.next().data["historyId"]
    history = cloud.ask("GET", f"gmail/v1/users/me/history?startHistoryId={watched['historyId']}")
    assert (len(history["history"]), history["historyId"]) == (10, str(told))
    # Ten changes of one go are told of once.
    assert pushed.silent(0.1)


def test_a_push_is_signed_for_its_audience(cloud: Cloud, pushed: Listener) -> None:
    cloud.watch()
    token = pushed.next().token
    certificates = f"{cloud.sandbox.root}oauth2/v1/certs"
    claims = id_token.verify_token(token, requests.Request(), "https://app.example/push", certificates)
    assert (claims["email"], claims["email_verified"]) == ("pusher@p.iam.gserviceaccount.com", True)
    assert claims["iss"] == "https://accounts.google.com"
    with pytest.raises(ValueError, match="audience"):
        id_token.verify_token(token, requests.Request(), "https://other.example/", certificates)


def test_a_push_that_is_not_taken_comes_again(cloud: Cloud, pushed: Listener) -> None:
    pushed.statuses = [500, 429]
    cloud.watch()
    pushes = [pushed.next() for _ in range(3)]
    assert len({one.body["message"]["messageId"] for one in pushes}) == 1
    assert pushed.silent(0.1)
    (shown,) = cloud.sandbox.ask("GET", "push")["subscriptions"]
    assert (shown["pushed"], shown["refused"]) == (1, 2)


def test_labels_choose_what_is_told(cloud: Cloud, pushed: Listener) -> None:
    cloud.watch(labelIds=["SPAM"])
    pushed.next()
    cloud.sandbox.deliver(ADDRESS, 1)
    assert pushed.silent(0.1)
    cloud.watch(labelIds=["SPAM"], labelFilterBehavior="exclude")
    pushed.next()
    cloud.sandbox.deliver(ADDRESS, 1)
    pushed.next()


def test_a_user_is_told_of_once_a_second_and_what_comes_sooner_is_dropped(cloud: Cloud, pushed: Listener) -> None:
    cloud.watch()
    pushed.next()
    # Time all but stands still, however slow this machine is.
    cloud.sandbox.ask("POST", "clock", {"rate": 0.001})
    for _ in range(3):
        cloud.sandbox.deliver(ADDRESS, 1)
    pushed.next()
    assert pushed.silent(0.1)
    (shown,) = cloud.sandbox.ask("GET", "push")["watches"]
    assert shown["dropped"] == 2
    cloud.sandbox.ask("POST", "clock", {"advance": 1, "rate": 1})
    cloud.sandbox.deliver(ADDRESS, 1)
    assert str(pushed.next().data["historyId"]) == cloud.ask("GET", "gmail/v1/users/me/profile")["historyId"]


def test_stop_ends_it_and_so_do_seven_days(cloud: Cloud, pushed: Listener) -> None:
    cloud.watch()
    pushed.next()
    cloud.ask("POST", "gmail/v1/users/me/stop", status=204)
    cloud.sandbox.deliver(ADDRESS, 1)
    assert pushed.silent(0.1)
    expires = int(cloud.watch()["expiration"]) / 1000
    pushed.next()
    now = cloud.sandbox.ask("GET", "clock")["now"]
    assert WEEK - 5 < expires - now <= WEEK
    cloud.sandbox.ask("POST", "clock", {"advance": WEEK - 60})
    cloud.sandbox.deliver(ADDRESS, 1)
    pushed.next()
    cloud.sandbox.ask("POST", "clock", {"advance": 61})
    cloud.sandbox.deliver(ADDRESS, 1)
    assert pushed.silent(0.1)


def eventually(pull: Callable[[], list[Any]]) -> list[Any]:
    """What is published a moment after the call that caused it."""
    give_up = time.monotonic() + 10
    while not (received := pull()) and time.monotonic() < give_up:
        time.sleep(0.02)
    return received


def test_pulled_messages_stay_away_until_acknowledged_or_overdue(cloud: Cloud) -> None:
    cloud.ask("PUT", f"v1/{SUBSCRIPTION}", {"topic": TOPIC})
    cloud.watch()
    (received,) = eventually(cloud.pull)
    assert set(received["message"]) == {"data", "messageId", "publishTime"}
    assert cloud.pull() == []
    cloud.ask("POST", f"v1/{SUBSCRIPTION}:modifyAckDeadline", {"ackIds": [received["ackId"]], "ackDeadlineSeconds": 0})
    (again,) = cloud.pull()
    assert again["message"] == received["message"]
    assert cloud.ask("POST", f"v1/{SUBSCRIPTION}:pull", {"maxMessages": -1}, status=400)["error"]["code"] == 400
    cloud.ask("POST", f"v1/{SUBSCRIPTION}:acknowledge", {"ackIds": [again["ackId"]]})
    cloud.ask("POST", f"v1/{SUBSCRIPTION}:modifyAckDeadline", {"ackIds": [again["ackId"]], "ackDeadlineSeconds": 0})
    assert cloud.pull() == []


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "gmail/v1/users/me/watch", {}, 400),
        ("POST", "gmail/v1/users/me/watch", {"topicName": "gmail"}, 400),
        ("POST", "gmail/v1/users/me/watch", {"topicName": "projects/p/topics/none"}, 404),
        ("PUT", f"v1/{SUBSCRIPTION}", {"topic": "projects/p/topics/none"}, 404),
        ("PUT", f"v1/{SUBSCRIPTION}", {"topic": TOPIC, "pushConfig": {"pushEndpoint": "http://example.com/"}}, 400),
        ("PUT", f"v1/{SUBSCRIPTION}", {"topic": TOPIC, "pushConfig": "x"}, 400),
        ("PUT", f"v1/{TOPIC}", {}, 409),
        ("POST", f"v1/{SUBSCRIPTION}:pull", {}, 404),
        ("POST", f"v1/{TOPIC}:publish", {"messages": [{"data": "?"}]}, 400),
        ("PATCH", f"v1/{TOPIC}", {}, 404),
    ],
)
def test_what_makes_no_sense_is_refused_as_google_does(
    cloud: Cloud, method: str, path: str, body: dict[str, Any], status: int
) -> None:
    assert cloud.ask(method, path, body, status)["error"]["code"] == status
