import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.gmail.faults import Kind, Verdict
from app.gmail.port import FetchedMail
from app.gmail.reading import MAX_PART_BYTES, is_message_id, read_answer
from app.gmail.transport import Answer
from tests.unit.gmail.wire import MULTIPART, bad, batch, good, ids, leaf, message, multipart, part, refusal

ASKED = ids(6)


def verdict(answer: Answer, asked: str = ASKED[0]) -> tuple[Kind, str]:
    result = read_answer(answer, [asked])[asked]
    assert isinstance(result, Verdict)
    return result.kind, result.detail


def verdict_on_json(value: Any) -> tuple[Kind, str]:
    return verdict(batch([part(ASKED[0], json.dumps(value).encode())]))


def test_a_good_part_is_a_mail_with_gmails_own_date() -> None:
    result = read_answer(batch([good(ASKED[0])]), ASKED[:1])[ASKED[0]]
    assert isinstance(result, FetchedMail)
    assert result.received_at == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert result.mail.received_at == result.received_at
    assert result.mail.text == f"body of {ASKED[0]}"
    assert result.mail.header("from") == "Bank <alerts@bank.test>"


def test_each_part_has_its_own_fate() -> None:
    answer = batch([good(ASKED[0]), bad(ASKED[1], 404), bad(ASKED[2], 429), bad(ASKED[3], 503), good(ASKED[5])])
    results = read_answer(answer, ASKED)
    kinds = [result.kind if isinstance(result, Verdict) else "mail" for result in results.values()]
    assert kinds == ["mail", Kind.GONE, Kind.THROTTLED, Kind.TRANSIENT, Kind.TRANSIENT, "mail"]
    assert list(results) == ASKED


def test_a_doubled_answer_does_not_take_back_a_mail() -> None:
    for parts in ([good(ASKED[0]), bad(ASKED[0], 503)], [bad(ASKED[0], 503), good(ASKED[0])], [good(ASKED[0])] * 3):
        assert isinstance(read_answer(batch(parts), ASKED[:1])[ASKED[0]], FetchedMail)


def test_a_mail_under_another_label_is_nobodys() -> None:
    answer = batch([part(ASKED[0], json.dumps(message(ASKED[1])).encode())])
    results = read_answer(answer, ASKED[:2])
    assert results[ASKED[0]] == Verdict(Kind.TRANSIENT, "wrong_id")
    assert results[ASKED[1]] == Verdict(Kind.TRANSIENT, "missing_part", of_whole=True)


def test_an_answer_nobody_asked_for_is_dropped() -> None:
    assert list(read_answer(batch([good(ASKED[3])]), ASKED[:1])) == ASKED[:1]


@pytest.mark.parametrize(
    ("answer", "fate"),
    [
        (Answer(200, {"content-type": "text/html"}, b"<html>"), (Kind.TRANSIENT, "not_multipart")),
        (Answer(200, {}, b""), (Kind.TRANSIENT, "not_multipart")),
        (Answer(200, {"content-type": MULTIPART}, b"<html>"), (Kind.TRANSIENT, "missing_part")),
        (Answer(200, {"content-type": MULTIPART}, b"", torn="timeout"), (Kind.TRANSIENT, "timeout")),
        (refusal(404, "notFound"), (Kind.TRANSIENT, "batch_http_404")),
        (refusal(429, "rateLimitExceeded"), (Kind.THROTTLED, "http_429")),
        (refusal(503), (Kind.TRANSIENT, "http_503")),
        (refusal(401), (Kind.UNAUTHORISED, "http_401")),
        (refusal(400, None, "Inner request count exceeds the limit."), (Kind.TOO_MANY_PARTS, "too_many_parts")),
        (batch([part(ASKED[0], b"")]), (Kind.TRANSIENT, "torn_part")),
        (batch([part(ASKED[0], b"<html>")]), (Kind.TRANSIENT, "torn_part")),
        (batch([part(ASKED[0], b"\0{}")]), (Kind.TRANSIENT, "torn_part")),
        (batch([part(ASKED[0], b"[1]")]), (Kind.TRANSIENT, "wrong_id")),
        (batch([part(ASKED[0], b"", status=204)]), (Kind.TRANSIENT, "http_204")),
    ],
)
def test_answers_without_the_mail(answer: Answer, fate: tuple[Kind, str]) -> None:
    assert verdict(answer) == fate


@pytest.mark.parametrize(
    "changes",
    [
        {"internalDate": "yesterday"},
        {"internalDate": None},
        {"internalDate": "9" * 30},
        {"internalDate": "9" * 5000},
        {"payload": None},
        {"payload": []},
        {"payload": leaf("text/plain", "x", body={"data": "abcde"})},
    ],
)
def test_a_mail_that_cannot_be_read_is_unreadable_and_nothing_worse(changes: dict[str, Any]) -> None:
    assert verdict_on_json({**message(ASKED[0]), **changes}) == (Kind.UNREADABLE, "malformed")


def test_missing_keys_are_unreadable_too() -> None:
    assert verdict_on_json({"id": ASKED[0]}) == (Kind.UNREADABLE, "malformed")


def test_a_part_beyond_the_cap_is_unreadable_even_when_cut_off() -> None:
    huge = part(ASKED[0], b'{"id": "' + b"x" * MAX_PART_BYTES)
    answer = Answer(200, {"content-type": MULTIPART}, multipart([good(ASKED[1]), huge])[:-30], torn="answer_too_large")
    results = read_answer(answer, ASKED[:3])
    assert isinstance(results[ASKED[1]], FetchedMail)
    assert results[ASKED[0]] == Verdict(Kind.UNREADABLE, "too_large")
    assert results[ASKED[2]] == Verdict(Kind.TRANSIENT, "answer_too_large", of_whole=True)


def test_lone_surrogates_stray_bytes_and_deep_trees() -> None:
    body = json.dumps({**message(ASKED[0]), "snippet": "\ud83d"}).encode()
    assert isinstance(read_answer(batch([part(ASKED[0], body)]), ASKED[:1])[ASKED[0]], FetchedMail)
    body = body.replace(b"snippet", b"snip\xff\xfe")
    assert isinstance(read_answer(batch([part(ASKED[0], body)]), ASKED[:1])[ASKED[0]], FetchedMail)
    deep = b'{"parts":[' * 10_000 + b"]}" * 10_000
    assert verdict(batch([part(ASKED[0], b'{"id":"%b","payload":%b}' % (ASKED[0].encode(), deep))])) == (
        Kind.UNREADABLE,
        "too_deep",
    )


@pytest.mark.parametrize("text", ["18c0ab", "a" * 64, "a_-B"])
def test_an_id_goes_into_a_request_line(text: str) -> None:
    assert is_message_id(text)


@pytest.mark.parametrize("text", ["", "a" * 65, "a b", "a\r\nX: y", "a/b", "é", "a\n", "../me", "<a>"])
def test_nothing_but_an_id_does(text: str) -> None:
    assert not is_message_id(text)


FATES = st.sampled_from(["good", "gone", "busy", "missing", "torn", "unlabelled", "wrong", "html", "doubled", "spoiled_twin"])


def parts_of(message_id: str, fate: str) -> list[bytes]:
    whole = good(message_id)
    return {
        "good": [whole],
        "gone": [bad(message_id, 404, "notFound")],
        "busy": [bad(message_id, 429, "rateLimitExceeded")],
        "missing": [],
        "torn": [whole[: len(whole) * 2 // 3]],
        "unlabelled": [whole.replace(f"Content-ID: <response-{message_id}>\r\n".encode(), b"")],
        "wrong": [part(message_id, json.dumps(message("18cfffffffffffff")).encode())],
        "html": [part(message_id, b"<html>oops</html>")],
        "doubled": [whole, whole],
        "spoiled_twin": [whole[:-40], whole],
    }[fate]


@given(st.lists(FATES, min_size=1, max_size=25), st.randoms(use_true_random=False))
def test_whatever_becomes_of_parts_every_id_has_one_fate_and_good_ones_are_kept(fates: list[str], chance: Any) -> None:
    asked = ids(len(fates))
    parts = [piece for message_id, fate in zip(asked, fates, strict=True) for piece in parts_of(message_id, fate)]
    chance.shuffle(parts)
    results = read_answer(batch(parts), asked)
    assert list(results) == asked
    for message_id, fate in zip(asked, fates, strict=True):
        assert isinstance(results[message_id], FetchedMail) is (fate in {"good", "doubled", "spoiled_twin"})


@given(st.integers(1, 25), st.data())
def test_an_answer_cut_anywhere_keeps_the_parts_before_the_cut(count: int, data: st.DataObject) -> None:
    asked = ids(count)
    parts = [good(message_id) for message_id in asked]
    whole = multipart(parts)
    cut = data.draw(st.integers(0, len(whole)))
    results = read_answer(Answer(200, {"content-type": MULTIPART}, whole[:cut], torn="connection"), asked)
    assert list(results) == asked
    ends = [len(multipart(parts[: number + 1])) - len(multipart([])) for number in range(count)]
    for message_id, end in zip(asked, ends, strict=True):
        if end <= cut:
            assert isinstance(results[message_id], FetchedMail)
        elif end - 2 > cut:  # the line end after the last brace is nobody's loss
            assert isinstance(results[message_id], Verdict)


DEBRIS = st.one_of(
    st.binary(max_size=60),
    st.sampled_from([good(ASKED[0]), good(ASKED[1])[:-30], b"\r\n\r\n", b"HTTP/1.1 200", b"Content-ID: <response-x>"]),
)


@given(st.lists(DEBRIS, max_size=12))
def test_any_bytes_between_boundaries_are_survived(pieces: list[bytes]) -> None:
    results = read_answer(batch(pieces), ASKED)
    assert list(results) == ASKED
    if good(ASKED[0]) in pieces:
        assert isinstance(results[ASKED[0]], FetchedMail)


KEYS = st.sampled_from(["mimeType", "filename", "headers", "body", "data", "parts", "name", "value"])
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("aA=-_é\ud83d\0", max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(TREES)
def test_any_json_in_the_payloads_place_is_survived(payload: Any) -> None:
    body = json.dumps({**message(ASKED[0]), "payload": payload}).encode()
    result = read_answer(batch([part(ASKED[0], body)]), ASKED[:1])[ASKED[0]]
    assert isinstance(result, FetchedMail) or result.kind is Kind.UNREADABLE
