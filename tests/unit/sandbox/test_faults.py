"""The book of faults: scopes, dice, counts. What each kind does is held on the wire, in the integration ring."""

from typing import Any

import orjson
import pytest

from sandbox.catalogue import KINDS
from sandbox.clock import Clock
from sandbox.delivery import Delivery
from sandbox.fault import Piece, Scene
from sandbox.faults import FaultBook
from sandbox.wire import as_json
from tests.unit.sandbox.house import NOW

CALL = Scene(("messages.get",), "a@x", "18c0", 3)
METHODS = frozenset(("messages.get", "messages.list", "threads.get", "history.list", "batch", "token", "push"))


def book(*faults: dict[str, Any], clock: Clock | None = None) -> FaultBook:
    made = FaultBook(clock or Clock(wall=lambda: NOW), METHODS)
    made.add_all(faults)
    return made


def pattern(faults: FaultBook, calls: int = 40, scene: Scene = CALL) -> str:
    return "".join("x" if faults.call(scene) else "." for _ in range(calls))


def test_an_empty_book_is_false_and_does_nothing() -> None:
    assert not book()
    assert pattern(book()) == "." * 40


@pytest.mark.parametrize(
    "scope", [{"method": "messages.list"}, {"user": "b@x"}, {"message_id": "18c1"}, {"part": 4}, {"probability": 0.0}]
)
def test_a_scope_spares_all_others(scope: dict[str, Any]) -> None:
    assert pattern(book({"kind": "status", **scope})) == "." * 40


@pytest.mark.parametrize("scope", [{}, {"method": "messages.get"}, {"user": "a@x"}, {"message_id": "18c0"}, {"part": 3}])
def test_and_takes_its_own(scope: dict[str, Any]) -> None:
    assert pattern(book({"kind": "status", **scope})) == "x" * 40


def test_count_after_and_duration_bound_it() -> None:
    assert pattern(book({"kind": "status", "after": 3, "count": 2}), 8) == "...xx..."
    clock = Clock(wall=lambda: NOW)
    faults = book({"kind": "status", "duration": 60}, clock=clock)
    assert pattern(faults, 2) == "xx"
    clock.advance(59)
    assert pattern(faults, 2) == "xx"
    clock.advance(1)
    assert pattern(faults, 2) == ".."
    assert faults.listed()[0]["over"] is True


@pytest.mark.parametrize("described", [{"kind": "status", "method": "messages.gett"}, {"kind": "status", "methods": "batch"}])
def test_a_misspelt_scope_is_named_and_not_taken_for_one_that_never_strikes(described: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"messages\.gett|unknown: methods"):
        book(described)


def test_a_seed_repeats_a_run() -> None:
    thirty = {"kind": "status", "probability": 0.3, "seed": 11}
    once = pattern(book(thirty), 400)
    assert once == pattern(book(thirty), 400)
    assert once != pattern(book(thirty | {"seed": 12}), 400)
    assert 80 < once.count("x") < 160


def test_the_list_tells_what_struck() -> None:
    faults = book({"kind": "throttle", "count": 2, "retry_after": 7})
    pattern(faults)
    (listed,) = faults.listed()
    assert (listed["hits"], listed["over"], listed["retry_after"], "user" in listed) == (2, True, 7, False)
    faults.clear()
    assert faults.listed() == []


def test_a_user_meets_the_same_failures_whatever_the_others_do() -> None:
    thirty = {"kind": "status", "probability": 0.3, "seed": 11}
    other = Scene(("messages.get",), "b@x")
    alone, crowded = book(thirty), book(thirty)
    mine = pattern(alone, 200)
    heard = ""
    for place in range(200):
        pattern(crowded, place % 3, other)
        heard += pattern(crowded, 1)
    assert heard == mine
    assert pattern(alone, 200, other) != mine


def piece(place: int, method: str = "messages.get", user: str = "a@x") -> Piece:
    return Piece(str(place), as_json({"id": f"{place:x}"}), Scene((method, "batch"), user, f"{place:x}", place))


def test_parts_are_chosen_by_place_message_method_and_user() -> None:
    pieces = [piece(place) for place in range(6)]
    kept = book({"kind": "drop_part", "part": 1}, {"kind": "double_part", "message_id": "4"}).parts(pieces, "a@x")
    assert [one.content_id for one in kept] == ["0", "2", "3", "4", "4", "5"]
    torn = book({"kind": "truncate_part", "part": 0}).parts(pieces, "a@x")[0]
    with pytest.raises(orjson.JSONDecodeError):
        orjson.loads(torn.answer.body)
    mixed = [piece(0), piece(1, "history.list"), piece(2, user="b@x")]
    assert [one.content_id for one in book({"kind": "drop_part", "method": "messages.get"}).parts(mixed, None)] == ["1"]
    assert [one.content_id for one in book({"kind": "drop_part", "user": "b@x"}).parts(mixed, None)] == ["0", "1"]


def test_faults_that_spoil_the_same_part_do_not_trip_over_each_other() -> None:
    kinds = ({"kind": "truncate_part"}, {"kind": "wrong_id"}, {"kind": "wrong_content_id"}, {"kind": "double_part"})
    assert len(book(*kinds).parts([piece(0)], "a@x")) == 2
    label = Piece("0", as_json({"id": "INBOX", "name": "INBOX"}), Scene(("labels.get", "batch")))
    assert book({"kind": "wrong_id"}).parts([label], None) == [label]


def test_a_fault_of_one_place_leaves_the_others_alone() -> None:
    faults = book({"kind": "reset", "method": "batch"}, {"kind": "drop_part"}, {"kind": "drop_push"})
    assert faults.call(CALL) is None
    out = Delivery(as_json({}))
    assert faults.wire(out, Scene(("messages.get",), "a@x")) == out
    assert faults.wire(out, Scene(("batch",), "a@x")).reset


def test_the_wire_can_fail_for_one_message() -> None:
    faults, out = book({"kind": "reset", "message_id": "18c0"}), Delivery(as_json({}))
    assert not faults.wire(out, Scene(("messages.get",), "a@x", "18c1")).reset
    assert faults.wire(out, Scene(("messages.get",), "a@x", "18c0")).reset


@pytest.mark.parametrize(
    "described",
    [
        {"kind": "nonsense"}, {}, {"kind": "status", "colour": "red"}, {"kind": "status", "probability": 2},
        {"kind": "status", "count": "3"}, {"kind": "status", "probability": True}, {"kind": "throttle", "where": "nowhere"},
        {"kind": "drip", "seconds": -1}, {"kind": "status", "status": 99}, {"kind": "gzip_bomb", "megabytes": 100_000},
        {"kind": "batch_limit", "limit": 0}, {"kind": "status", "method": "message.get"}, {"kind": "status", "count": 0},
        {"kind": "status", "after": -1}, {"kind": "status", "duration": 0}, {"kind": "throttle", "retry_after": -1},
        {"kind": "status", "status": 204}, {"kind": "status", "status": 200}, {"kind": "throttle", "status": 500},
        {"kind": "html", "status": 304}, {"kind": "reset", "part": 3}, {"kind": "reorder_parts", "part": 3},
        {"kind": "early_hits", "method": "messages.get"}, {"kind": "double_history", "method": "messages.list"},
        {"kind": "drop_push", "method": "batch"}, {"kind": "batch_limit", "message_id": "18c0"},
    ],
)  # fmt: skip
def test_a_fault_nobody_could_mean_is_refused_and_nothing_is_kept(described: dict[str, Any]) -> None:
    faults = book()
    with pytest.raises(ValueError, match=r"\w"):
        faults.add_all([{"kind": "status"}, described])
    assert not faults


def test_a_kind_brings_its_own_method_unless_told() -> None:
    assert book({"kind": "history_expired"}).call(Scene(("history.list",), "a@x")) is not None
    assert book({"kind": "history_expired"}).call(Scene(("messages.get",), "a@x")) is None
    assert book({"kind": "gone", "method": "threads.get"}).call(Scene(("threads.get",), "a@x")) is not None


def test_every_kind_says_what_it_does() -> None:
    for name, kind in KINDS.items():
        assert kind.about, name
        assert kind.seen, name
        assert kind.where in {"batch", "call", "part", "parts", "wire", "search", "push"}
