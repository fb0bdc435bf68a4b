"""The client against Gmail on localhost: the same wire, another author."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import urllib3

from app.errors import GmailRefused, GrantRevoked, HistoryExpired, Throttled, TransientFault
from app.gmail.client import GmailClient
from app.gmail.port import Fetched, FetchedMail
from tests.integration.gmail.conftest import MAILS, RefreshedTokens, Sandbox

ADDRESS = "user1@sandbox.test"
OTHER = "user2@sandbox.test"
LONG_AGO = datetime.now(UTC) - timedelta(days=400)


@pytest.fixture
def gmail(sandbox: Sandbox) -> Iterator[GmailClient]:
    client = sandbox.client(ADDRESS)
    yield client
    client.close()


def list_all(gmail: GmailClient, after: datetime = LONG_AGO) -> list[str]:
    found: list[str] = []
    token: str | None = None
    while True:
        page = gmail.list_ids(after=after, page_token=token)
        found += page.ids
        token = page.next_page_token
        if token is None:
            return found


def fetch(gmail: GmailClient, ids: list[str], seconds: float = 20) -> Fetched:
    fetched = gmail.fetch(ids, deadline_seconds=seconds)
    assert not fetched.mails.keys() & fetched.faults.keys()
    assert fetched.mails.keys() | fetched.faults.keys() == set(ids)
    return fetched


def codes(fetched: Fetched) -> set[str]:
    return {f"{fault.code}:{fault.detail}" for fault in fetched.faults.values()}


def tokens_of(gmail: GmailClient) -> RefreshedTokens:
    tokens = gmail._session.tokens
    assert isinstance(tokens, RefreshedTokens)
    return tokens


def test_the_profile(gmail: GmailClient) -> None:
    profile = gmail.profile()
    assert profile.email_address == ADDRESS
    assert profile.history_id > 0
    assert tokens_of(gmail).refreshes == 1


def test_a_mailbox_is_listed_in_pages_newest_first_and_fetched_whole(gmail: GmailClient) -> None:
    first = gmail.list_ids(after=LONG_AGO, page_token=None)
    assert len(first.ids) == 500
    assert first.next_page_token
    ids = list_all(gmail)
    assert len(ids) == len(set(ids)) >= MAILS
    fetched = fetch(gmail, ids)
    assert not fetched.faults
    dates = [fetched.mails[message_id].received_at for message_id in ids]
    assert dates == sorted(dates, reverse=True)
    assert dates[0].tzinfo is UTC
    for one in fetched.mails.values():
        assert one.mail.header("from")
        assert one.mail.header("subject")
        assert one.mail.text or one.mail.html


def test_a_window_lists_only_what_is_newer(gmail: GmailClient) -> None:
    after = datetime.now(UTC) - timedelta(days=60)
    ids = list_all(gmail, after)
    assert 0 < len(ids) < MAILS
    assert min(mail.received_at for mail in fetch(gmail, ids).mails.values()) >= after.replace(microsecond=0)
    assert gmail.list_ids(after=datetime.now(UTC) + timedelta(days=1), page_token=None).ids == ()


def test_the_history_names_what_came_since(sandbox: Sandbox, gmail: GmailClient) -> None:
    before = gmail.profile().history_id
    assert gmail.list_added(start_history_id=before, page_token=None).ids == ()
    delivered = sandbox.deliver(ADDRESS, 7)
    page = gmail.list_added(start_history_id=before, page_token=None)
    assert sorted(page.ids) == sorted(delivered)
    assert page.next_page_token is None
    assert page.history_id == gmail.profile().history_id > before


def test_a_mail_that_a_person_finds_in_spam_is_news(sandbox: Sandbox, gmail: GmailClient) -> None:
    mail = {"from": "a@example.com", "subject": "Your receipt", "text": "Hello", "labels": ["SPAM"]}
    (found,) = sandbox.ask("POST", f"mailboxes/{ADDRESS}/messages", mail)["ids"]
    before = gmail.profile().history_id
    relabel(sandbox, found, addLabelIds=["STARRED"])
    relabel(sandbox, found, removeLabelIds=["STARRED"])
    assert gmail.list_added(start_history_id=before, page_token=None).ids == ()
    relabel(sandbox, found, addLabelIds=["INBOX"], removeLabelIds=["SPAM"])
    assert gmail.list_added(start_history_id=before, page_token=None).ids == (found,)


def relabel(sandbox: Sandbox, message_id: str, **changes: list[str]) -> None:
    path, token = f"gmail/v1/users/me/messages/{message_id}/modify", {"Authorization": f"Bearer sandbox-{ADDRESS}"}
    assert urllib3.request("POST", sandbox.root + path, json=changes, headers=token).status == 200


def test_an_old_cursor_is_expired(sandbox: Sandbox) -> None:
    gmail = sandbox.client(OTHER)
    sandbox.ask("POST", f"mailboxes/{OTHER}/expire-history")
    with pytest.raises(HistoryExpired):
        gmail.list_added(start_history_id=1, page_token=None)
    cursor = gmail.profile().history_id
    assert gmail.list_added(start_history_id=cursor, page_token=None).ids == ()


def test_a_bad_page_token_is_refused(gmail: GmailClient) -> None:
    with pytest.raises(GmailRefused):
        gmail.list_ids(after=LONG_AGO, page_token="nonsense")


def test_a_deleted_mail_is_gone_and_its_neighbours_are_not(sandbox: Sandbox, gmail: GmailClient) -> None:
    victim, *others = sandbox.deliver(ADDRESS, 30)
    sandbox.delete(ADDRESS, victim)
    fetched = fetch(gmail, [victim, *others, "18c0ffffffffffff"])
    assert fetched.mails.keys() == set(others)
    assert codes(fetched) == {"gone:http_404"}


def test_a_stale_token_is_renewed_once(sandbox: Sandbox, gmail: GmailClient) -> None:
    tokens = tokens_of(gmail)
    tokens.token = "ya29.stale"
    ids = list_all(gmail)[:60]
    tokens.token = "ya29.stale"
    fresh = GmailClient(tokens, sandbox.settings())
    assert len(fetch(fresh, ids).mails) == 60
    assert tokens.refreshes == 2


def test_a_grant_revoked_midway_keeps_what_was_fetched(sandbox: Sandbox) -> None:
    gmail = sandbox.client(OTHER)
    ids = list_all(gmail)[:100]
    assert len(fetch(gmail, ids[:50]).mails) == 50
    sandbox.revoke(OTHER)
    try:
        fetched = fetch(gmail, ids)
        assert isinstance(fetched.stopped, GrantRevoked)
        assert (fetched.stopped.code, fetched.stopped.detail) == ("needs_reconnect", "expired_or_revoked")
        assert {fault.code for fault in fetched.faults.values()} == {"stopped"}
        with pytest.raises(GrantRevoked):
            gmail.profile()
    finally:
        sandbox.revoke(OTHER, restore=True)
    assert sandbox.client(OTHER).profile().email_address == OTHER


class TestInjected:
    """60 mails in batches of 25 while something goes wrong."""

    @pytest.fixture
    def ids(self, gmail: GmailClient) -> list[str]:
        return list_all(gmail)[:60]

    @pytest.mark.parametrize(
        ("fault", "expected"),
        [
            ({"kind": "reset"}, {"transient:connection"}),
            ({"kind": "html"}, {"transient:not_multipart"}),
            ({"kind": "status", "status": 503}, {"transient:http_503"}),
            ({"kind": "status", "status": 400}, {"transient:http_400"}),
            ({"kind": "status", "status": 404}, {"transient:batch_http_404"}),
        ],
    )
    def test_a_whole_batch_lost_costs_that_batch(
        self, sandbox: Sandbox, gmail: GmailClient, ids: list[str], fault: dict[str, object], expected: set[str]
    ) -> None:
        # A reset connection is tried once more, so two resets are one lost batch.
        sandbox.inject(method="batch", count=2 if fault["kind"] == "reset" else 1, **fault)
        fetched = fetch(gmail, ids)
        assert (len(fetched.mails), codes(fetched)) == (35, expected)
        assert len(fetch(gmail, list(fetched.faults)).mails) == 25

    def test_a_batch_cut_in_half_keeps_its_first_half(self, sandbox: Sandbox, gmail: GmailClient, ids: list[str]) -> None:
        sandbox.inject(kind="truncate", method="batch", count=1)
        fetched = fetch(gmail, ids)
        assert 35 < len(fetched.mails) < 60
        assert codes(fetched) <= {"transient:torn_part", "transient:missing_part"}

    def test_dropped_and_doubled_parts(self, sandbox: Sandbox, gmail: GmailClient, ids: list[str]) -> None:
        sandbox.inject(kind="drop_part", probability=0.2, seed=3)
        sandbox.inject(kind="double_part", probability=0.2, seed=4)
        fetched = fetch(gmail, ids)
        assert 20 < len(fetched.mails) < 60
        assert codes(fetched) == {"transient:missing_part"}

    def test_parts_with_faults_of_their_own(self, sandbox: Sandbox, gmail: GmailClient, ids: list[str]) -> None:
        sandbox.inject(kind="status", message_id=ids[3], status=500)
        sandbox.inject(kind="status", message_id=ids[30], status=404)
        fetched = fetch(gmail, ids)
        assert len(fetched.mails) == 58
        assert (fetched.faults[ids[3]].detail, fetched.faults[ids[30]].code) == ("http_500", "gone")

    @pytest.mark.parametrize("where", ["header", "message"])
    def test_a_throttled_part_ends_the_fetch(self, sandbox: Sandbox, gmail: GmailClient, ids: list[str], where: str) -> None:
        sandbox.inject(kind="throttle", message_id=ids[3], retry_after=42, where=where)
        fetched = fetch(gmail, ids)
        assert len(fetched.mails) == 24
        assert fetched.throttled
        assert fetched.retry_after_seconds == pytest.approx(42, abs=5)
        assert codes(fetched) == {"throttled:http_429", "throttled:not_asked"}

    def test_a_single_401_on_a_part_is_replayed(self, sandbox: Sandbox, gmail: GmailClient, ids: list[str]) -> None:
        sandbox.inject(kind="status", message_id=ids[3], status=401, count=1)
        assert len(fetch(gmail, ids).mails) == 60

    def test_a_slow_answer_is_cut_at_the_deadline(self, sandbox: Sandbox) -> None:
        # Gmail counts the calls it still works on against the mailbox: here, one that no later test needs in a hurry.
        gmail = sandbox.client(OTHER)
        ids = list_all(gmail)[:60]
        sandbox.inject(kind="delay", method="batch", seconds=2)
        fetched = fetch(gmail, ids, seconds=0.4)
        assert not fetched.mails
        assert codes(fetched) == {"transient:timeout", "late:deadline"}

    def test_single_calls(self, sandbox: Sandbox, gmail: GmailClient) -> None:
        sandbox.inject(kind="html", method="getProfile", count=1)
        with pytest.raises(TransientFault):
            gmail.profile()
        sandbox.inject(kind="throttle", method="messages.list", count=1, status=403)
        with pytest.raises(Throttled):
            gmail.list_ids(after=LONG_AGO, page_token=None)
        sandbox.inject(kind="reset", method="getProfile", count=1)
        assert gmail.profile().email_address == ADDRESS

    def test_a_token_endpoint_out_of_order(self, sandbox: Sandbox) -> None:
        sandbox.inject(kind="status", method="token", status=503, count=1)
        gmail = sandbox.client(ADDRESS)
        with pytest.raises(TransientFault) as raised:
            gmail.profile()
        assert raised.value.detail == "token_http_503"
        assert gmail.profile().email_address == ADDRESS


def test_through_a_storm_every_mail_arrives_once_and_unchanged(sandbox: Sandbox, gmail: GmailClient) -> None:
    ids = list_all(gmail)
    calm = fetch(gmail, ids).mails
    assert len(calm) == len(ids)
    for number, kind in enumerate(("drop_part", "double_part")):
        sandbox.inject(kind=kind, probability=0.1, seed=number)
    for number, status in enumerate((500, 429, 401, 400)):
        sandbox.inject(kind="status", method="messages.get", status=status, probability=0.02, seed=10 + number)
    for number, kind in enumerate(("reset", "html", "truncate", "status")):
        sandbox.inject(kind=kind, method="batch", probability=0.1, seed=20 + number)
    arrived: dict[str, FetchedMail] = {}
    for _ in range(200):
        fetched = fetch(gmail, [message_id for message_id in ids if message_id not in arrived][:100])
        assert all(fault.retryable for fault in fetched.faults.values())
        assert not arrived.keys() & fetched.mails.keys()
        arrived |= fetched.mails
        if len(arrived) == len(ids):
            break
    assert arrived == calm


class TestMetered:
    def test_a_crowded_account_gets_smaller_batches_and_every_mail(self, metered: Sandbox) -> None:
        gmail = metered.client(ADDRESS)
        ids = list_all(gmail)[:100]
        fetched = fetch(gmail, ids)
        assert len(fetched.mails) + sum(fault.detail == "concurrency" for fault in fetched.faults.values()) == 100
        assert len(fetched.mails) >= 95
        assert gmail.pace.size <= 15
        assert metered.ask("GET", "usage")["units"][ADDRESS]["messages.get"] == 20 * len(fetched.mails)

    def test_a_minutes_quota_is_spent_and_no_more_is_asked(self, metered: Sandbox) -> None:
        gmail = metered.client(OTHER, gmail_http_batch_size=10)
        ids = list_all(gmail)
        fetched = fetch(gmail, ids)
        # 6,000 units: one listing at 5, and 299 mails at 20.
        assert len(fetched.mails) == 299
        assert fetched.throttled
        assert codes(fetched) == {"throttled:http_403", "throttled:not_asked"}
        assert metered.ask("GET", "usage")["refusals"]["user"] == 1
