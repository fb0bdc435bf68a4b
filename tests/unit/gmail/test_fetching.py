from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import GmailError, GrantRevoked, MailboxGone, ProjectStopped, Throttled, TransientFault, Unavailable
from app.gmail.client import GmailClient
from app.gmail.port import Fetched
from app.gmail.transport import Answer
from tests.unit.gmail.wire import (
    CROWDED,
    FixedTokens,
    Reply,
    ScriptedTransport,
    Sent,
    answering,
    bad,
    batch,
    good,
    ids,
    refusal,
    settings,
    sizes,
)

HUNDRED = ids(100)


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def client(
    *replies: Reply, tokens: FixedTokens | None = None, clock: Clock | None = None
) -> tuple[GmailClient, ScriptedTransport]:
    wire = ScriptedTransport(*replies)
    return GmailClient(tokens or FixedTokens(), settings(), wire, clock or Clock()), wire


def fetch(gmail: GmailClient, asked: list[str]) -> Fetched:
    fetched = gmail.fetch(asked, deadline_seconds=20)
    assert not fetched.mails.keys() & fetched.faults.keys()
    assert fetched.mails.keys() | fetched.faults.keys() == set(asked)
    assert fetched.throttled is any(fault.code == "throttled" for fault in fetched.faults.values())
    return fetched


def codes(fetched: Fetched) -> dict[str, int]:
    found = [f"{fault.code}:{fault.detail}" for fault in fetched.faults.values()]
    return {code: found.count(code) for code in found}


def test_a_hundred_mails_are_four_batches_of_25() -> None:
    gmail, wire = client(answering())
    fetched = fetch(gmail, HUNDRED)
    assert len(fetched.mails) == 100
    assert (fetched.retry_after_seconds, fetched.stopped) == (None, None)
    assert sizes(wire.sent) == [25, 25, 25, 25]
    first = wire.sent[0]
    assert (first.method, first.url) == ("POST", "http://gmail.test/batch/gmail/v1")
    assert first.headers["Content-Type"].startswith("multipart/mixed; boundary=")
    assert f"GET /gmail/v1/users/me/messages/{HUNDRED[0]}?format=full&".encode() in (first.body or b"")


def test_a_mail_is_told_of_before_the_next_is_asked_for() -> None:
    gmail, wire = client(answering())
    told: list[tuple[str, int]] = []
    fetched = gmail.fetch(HUNDRED, deadline_seconds=20, arrived=lambda one: told.append((one.message_id, len(wire.sent))))
    assert told == [(one, 1 + place // 25) for place, one in enumerate(HUNDRED)]
    assert list(fetched.mails) == HUNDRED


def test_nothing_to_fetch_sends_nothing() -> None:
    gmail, wire = client(answering())
    assert fetch(gmail, []) == Fetched({}, {}, calls=0)
    assert not wire.sent


def test_calls_on_the_wire_are_counted_and_the_last_answer_has_its_moment() -> None:
    clock = Clock()

    def slowly(sent: Sent) -> Answer:
        clock.now += 7
        return answering()(sent)

    gmail, _ = client(slowly, clock=clock)
    fetched = gmail.fetch(HUNDRED, deadline_seconds=20)
    assert (len(fetched.mails), fetched.calls, fetched.answered_at) == (75, 75, 1021.0)
    assert {fault.code for fault in fetched.faults.values()} == {"late"}


def test_a_replay_is_a_call_as_well() -> None:
    gmail, _ = client(Answer(401, {}, b""), answering())
    fetched = fetch(gmail, HUNDRED[:25])
    assert (len(fetched.mails), fetched.calls) == (25, 50)


def test_an_id_asked_for_twice_is_sent_once_and_a_bad_one_never() -> None:
    gmail, wire = client(answering())
    fetched = fetch(gmail, [HUNDRED[0], HUNDRED[0], "x\r\nDELETE /"])
    assert list(fetched.mails) == HUNDRED[:1]
    assert codes(fetched) == {"refused:bad_id": 1}
    assert wire.sent[0].asked == HUNDRED[:1]


def test_faults_of_parts_stay_theirs() -> None:
    fates = {0: (404, "notFound"), 1: (500, "backendError"), 2: (400, "failedPrecondition"), 3: (400, "invalidArgument")}
    gmail, wire = client(
        answering(lambda one: bad(one, *fates[HUNDRED.index(one)]) if HUNDRED.index(one) in fates else good(one))
    )
    fetched = fetch(gmail, HUNDRED)
    assert codes(fetched) == {"gone:http_404": 1, "transient:http_500": 1, "transient:http_400": 1, "refused:http_400": 1}
    assert [fetched.faults[HUNDRED[number]].retryable for number in range(4)] == [False, True, True, False]
    assert sizes(wire.sent) == [25] * 4


def test_a_lost_batch_is_transient_and_the_next_is_still_asked() -> None:
    gmail, _ = client(TransientFault("timeout"), refusal(503), Answer(200, {"content-type": "text/html"}, b"<html>"), answering())
    fetched = fetch(gmail, HUNDRED)
    assert codes(fetched) == {"transient:timeout": 25, "transient:http_503": 25, "transient:not_multipart": 25}
    assert len(fetched.mails) == 25
    assert all(fault.shared for fault in fetched.faults.values())


def test_what_one_mail_may_be_to_blame_for_is_no_fault_of_the_others() -> None:
    """A batch refused as a whole, or a part left out of the answer: asked for alone it is the mail's own."""
    left_out = batch([good(one) for one in HUNDRED[:24]])
    gmail, _ = client(left_out, refusal(400, "invalidArgument"), answering())
    fetched = fetch(gmail, HUNDRED)
    assert codes(fetched) == {"transient:missing_part": 1, "transient:http_400": 25}
    assert all(fault.shared and fault.retryable for fault in fetched.faults.values())
    alone, _ = client(refusal(400, "invalidArgument"))
    (fault,) = fetch(alone, HUNDRED[:1]).faults.values()
    assert (fault.code, fault.retryable, fault.shared) == ("refused", False, False)


class TestConcurrency:
    def test_refused_parts_are_asked_again_at_half_the_size(self) -> None:
        crowd = answering(lambda one: bad(one, 429, "rateLimitExceeded", CROWDED) if int(one, 16) % 25 >= 10 else good(one))
        gmail, wire = client(crowd, answering())
        fetched = fetch(gmail, HUNDRED)
        assert len(fetched.mails) == 100
        assert sizes(wire.sent)[:3] == [25, 12, 12]
        assert sum(sizes(wire.sent)) == 115
        assert wire.sent[-1].asked[-1] == HUNDRED[24]  # last in line, so that the account gets a rest meanwhile

    def test_a_part_is_asked_again_only_once(self) -> None:
        gmail, wire = client(answering(lambda one: bad(one, 429, "rateLimitExceeded", CROWDED)))
        fetched = fetch(gmail, HUNDRED[:25])
        assert codes(fetched) == {"throttled:concurrency": 25}
        assert sum(sizes(wire.sent)) == 50
        assert gmail.pace.size == 1

    def test_the_size_lasts_as_long_as_the_client(self) -> None:
        gmail, wire = client(refusal(429, "rateLimitExceeded", CROWDED), answering())
        fetch(gmail, HUNDRED[:25])
        fetch(gmail, HUNDRED[:25])
        assert sizes(wire.sent)[0] == 25
        assert max(sizes(wire.sent)[1:]) < 25

    def test_a_batch_beyond_the_maximum_shrinks_until_it_fits(self) -> None:
        def limit(sent: Sent) -> Answer:
            if len(sent.asked) > 4:
                return refusal(400, "badRequest", "Inner request count exceeds the limit. Received: 25, Limit: 4")
            return answering()(sent)

        gmail, wire = client(limit)
        assert len(fetch(gmail, HUNDRED[:25]).mails) == 25
        assert sizes(wire.sent)[:4] == [25, 12, 6, 3]

    def test_a_batch_of_one_that_is_too_many_is_refused(self) -> None:
        gmail, wire = client(refusal(400, None, "Inner request count exceeds the limit. Received: 1, Limit: 0"))
        assert codes(fetch(gmail, HUNDRED[:25])) == {"refused:too_many_parts": 25}
        assert len(wire.sent) == 4 + 25


class TestQuota:
    def test_a_spent_quota_ends_the_sending(self) -> None:
        wait = [bad(one, 429, "rateLimitExceeded", headers="Retry-After: 30\r\n") for one in HUNDRED[10:25]]
        gmail, wire = client(batch([*map(good, HUNDRED[:10]), *wait]))
        fetched = fetch(gmail, HUNDRED)
        assert len(fetched.mails) == 10
        assert codes(fetched) == {"throttled:http_429": 15, "throttled:not_asked": 75}
        assert fetched.retry_after_seconds == 30
        assert fetched.stopped is None
        assert len(wire.sent) == 1

    def test_a_whole_batch_may_be_refused(self) -> None:
        gmail, _ = client(refusal(403, "userRateLimitExceeded"))
        fetched = fetch(gmail, HUNDRED)
        assert codes(fetched) == {"throttled:http_403": 25, "throttled:not_asked": 75}
        assert fetched.retry_after_seconds is None
        assert gmail.pace.size == 25

    def test_the_longest_wait_counts(self) -> None:
        waits = [bad(one, 429, None, headers=f"Retry-After: {10 * place}\r\n") for place, one in enumerate(HUNDRED[:3])]
        gmail, _ = client(batch(waits))
        assert fetch(gmail, HUNDRED[:3]).retry_after_seconds == 20


class TestTokens:
    @staticmethod
    def only(token: str) -> Any:
        return lambda sent: answering()(sent) if sent.token == token else refusal(401, "authError")

    def test_a_refused_batch_is_replayed_with_a_newer_token(self) -> None:
        tokens = FixedTokens()
        gmail, wire = client(self.only("token-1"), tokens=tokens)
        assert len(fetch(gmail, HUNDRED).mails) == 100
        assert tokens.rejected == ["token-0"]
        assert len(wire.sent) == 5
        assert wire.sent[0].asked == wire.sent[1].asked

    def test_only_the_refused_parts_are_replayed(self) -> None:
        def late(sent: Sent) -> Answer:
            held = sent.token == "token-1"
            return batch(good(one) if held or one in HUNDRED[:20] else bad(one, 401, "authError") for one in sent.asked)

        gmail, wire = client(late)
        assert len(fetch(gmail, HUNDRED[:25]).mails) == 25
        assert wire.sent[1].asked == HUNDRED[20:25]

    def test_refused_again_the_grant_is_lost_and_the_mails_are_kept(self) -> None:
        def lost_after_first_batch(sent: Sent) -> Answer:
            return answering()(sent) if sent.asked[0] == HUNDRED[0] else refusal(401)

        gmail, wire = client(lost_after_first_batch)
        fetched = fetch(gmail, HUNDRED)
        assert len(fetched.mails) == 25
        assert codes(fetched) == {"stopped:http_401": 75}
        assert isinstance(fetched.stopped, GrantRevoked)
        assert fetched.stopped.code == "needs_reconnect"
        assert len(wire.sent) == 3

    def test_a_part_refused_twice_among_answered_ones_is_no_lost_grant(self) -> None:
        gmail, _ = client(answering(lambda one: bad(one, 401) if one == HUNDRED[3] else good(one)))
        fetched = fetch(gmail, HUNDRED)
        assert codes(fetched) == {"transient:http_401": 1}
        assert fetched.stopped is None

    def test_nor_is_one_that_is_replayed_alone(self) -> None:
        gmail, wire = client(answering(lambda one: bad(one, 401) if one == HUNDRED[-1] else good(one)))
        fetched = fetch(gmail, HUNDRED)
        assert wire.sent[-1].asked == HUNDRED[-1:]
        assert codes(fetched) == {"transient:http_401": 1}

    def test_a_token_that_stops_working_midway_and_cannot_be_renewed_is_a_lost_grant(self) -> None:
        gmail, _ = client(
            answering(lambda one: good(one) if one in HUNDRED[:10] else bad(one, 401)), tokens=FixedTokens(["token"] * 9)
        )
        fetched = fetch(gmail, HUNDRED)
        assert len(fetched.mails) == 10
        assert isinstance(fetched.stopped, GrantRevoked)

    @pytest.mark.parametrize("error", [GrantRevoked("revoked"), ProjectStopped("invalid_client"), MailboxGone()])
    def test_a_grant_lost_at_the_refresh_stops_the_fetch(self, error: GmailError) -> None:
        gmail, wire = client(refusal(401), tokens=FixedTokens(["token-0", error]))
        fetched = fetch(gmail, HUNDRED)
        assert fetched.stopped is error
        assert codes(fetched) == {f"stopped:{error.detail or error.code}": 100}
        assert len(wire.sent) == 1

    @pytest.mark.parametrize("tokens", [["token-0", TransientFault("token_http_503")], [TransientFault("token_http_503")]])
    def test_without_a_token_for_the_moment_nothing_is_asked(self, tokens: list[str | Exception]) -> None:
        gmail, wire = client(refusal(401), tokens=FixedTokens(list(tokens)))
        fetched = fetch(gmail, HUNDRED)
        assert codes(fetched) == {"unasked:token_http_503": 100}
        assert fetched.stopped is None
        assert len(wire.sent) == len(tokens) - 1

    def test_a_throttled_token_endpoint_says_how_long(self) -> None:
        gmail, _ = client(refusal(401), tokens=FixedTokens([Throttled("token_http_429", retry_after_seconds=9)]))
        fetched = fetch(gmail, HUNDRED)
        assert (fetched.throttled, fetched.retry_after_seconds) == (True, 9)

    def test_what_is_not_gmails_is_not_swallowed(self) -> None:
        gmail, _ = client(answering(), tokens=FixedTokens([Unavailable()]))
        with pytest.raises(Unavailable):
            gmail.fetch(HUNDRED, deadline_seconds=20)

    @pytest.mark.parametrize("token", ["to\r\nken", "tokén", ""])
    def test_a_token_that_is_none_never_reaches_the_wire(self, token: str) -> None:
        gmail, wire = client(answering(), tokens=FixedTokens([token]))
        assert codes(fetch(gmail, HUNDRED)) == {"unasked:bad_token": 100}
        assert not wire.sent


@pytest.mark.parametrize(
    ("reason", "error"),
    [
        ("dailyLimitExceeded", ProjectStopped),
        ("accessNotConfigured", ProjectStopped),
        ("insufficientPermissions", GrantRevoked),
        ("domainPolicy", GrantRevoked),
    ],
)
def test_what_ends_everything_keeps_what_came_before(reason: str, error: type[GmailError]) -> None:
    gmail, wire = client(answering(), batch([*map(good, HUNDRED[25:30]), *(bad(one, 403, reason) for one in HUNDRED[30:50])]))
    fetched = fetch(gmail, HUNDRED)
    assert len(fetched.mails) == 30
    assert type(fetched.stopped) is error
    assert {fault.code for fault in fetched.faults.values()} == {"stopped"}
    assert len(wire.sent) == 2


def test_after_the_deadline_the_rest_is_left_for_later() -> None:
    clock = Clock()

    def slow(sent: Sent) -> Answer:
        clock.now += 9
        return answering()(sent)

    gmail, wire = client(slow, clock=clock)
    fetched = fetch(gmail, HUNDRED)
    assert codes(fetched) == {"late:deadline": 25}
    assert [one.seconds for one in wire.sent] == [10, 10, 2]


FATES = st.sampled_from(["good", "gone", "busy", "crowded", "unauthorised", "failed", "daily", "missing", "torn"])


def piece(message_id: str, fate: str) -> bytes:
    return {
        "good": good(message_id),
        "gone": bad(message_id, 404),
        "busy": bad(message_id, 429, "rateLimitExceeded"),
        "crowded": bad(message_id, 429, "rateLimitExceeded", CROWDED),
        "unauthorised": bad(message_id, 401),
        "failed": bad(message_id, 500),
        "daily": bad(message_id, 403, "dailyLimitExceeded"),
        "missing": b"",
        "torn": good(message_id)[:-30],
    }[fate]


@given(st.randoms(use_true_random=False), st.lists(FATES, min_size=1, max_size=6), st.integers(0, 60))
def test_whatever_gmail_answers_every_id_has_one_fate(chance: Any, fates: list[str], count: int) -> None:
    gmail, wire = client(answering(lambda one: piece(one, chance.choice(fates))), tokens=FixedTokens(["token"] * 500))
    fetch(gmail, ids(count))
    assert sum(sizes(wire.sent)) <= 3 * count  # at most once more for crowding and once for the token
