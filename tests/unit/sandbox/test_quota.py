"""The tariff as Google enforces it, and the books kept of it."""

from pathlib import Path

import pytest

from sandbox.errors import GoogleError
from sandbox.quota import Quota
from sandbox.tariffs import TARIFFS, Tariff, from_json, tariff
from tests.unit.sandbox.house import NOW

SMALL = Tariff("small", {"messages.get": 20, "messages.list": 5}, per_user=100, per_project=150, per_day=400)


def spend(quota: Quota, user: str, method: str, now: float) -> str:
    """The reason of the refusal, empty when it was let in."""
    try:
        quota.admit(user, method, now)
    except GoogleError as refusal:
        return f"{refusal.code} {refusal.reason}"
    quota.done(user)
    return ""


def test_a_user_may_spend_so_much_in_any_sixty_seconds() -> None:
    quota = Quota(SMALL, 30)
    assert [spend(quota, "a", "messages.get", NOW + second) for second in (0, 10, 20, 30, 40)] == [""] * 5
    assert spend(quota, "a", "messages.get", NOW + 59.9) == "403 rateLimitExceeded"
    assert spend(quota, "a", "messages.get", NOW + 60) == ""
    assert spend(quota, "a", "messages.get", NOW + 60) == "403 rateLimitExceeded"


def test_the_project_shares_one_budget() -> None:
    quota = Quota(SMALL, 30)
    for user in ("a", "b"):
        for _ in range(3):
            assert spend(quota, user, "messages.get", NOW) == ""
    assert spend(quota, "c", "messages.get", NOW) == ""
    assert spend(quota, "c", "messages.get", NOW) == "429 rateLimitExceeded"
    assert spend(quota, "c", "messages.list", NOW) == ""


def test_a_day_ends_at_midnight_in_california() -> None:
    quota = Quota(SMALL, 30)
    for minute in range(20):
        assert spend(quota, "a", "messages.get", NOW + 60 * minute) == ""
    assert spend(quota, "a", "messages.get", NOW + 60 * 20) == "403 dailyLimitExceeded"
    assert spend(quota, "a", "messages.get", NOW + 86_400) == ""
    assert list(quota.usage(NOW)["days"].values()) == [400, 20]


def test_only_so_many_calls_of_a_user_run_at_once() -> None:
    quota = Quota(TARIFFS["none"], 2)
    quota.admit("a", "messages.get", NOW)
    quota.admit("a", "messages.get", NOW)
    with pytest.raises(GoogleError, match="Too many concurrent requests for user") as raised:
        quota.admit("a", "messages.get", NOW)
    assert (raised.value.code, raised.value.reason) == (429, "rateLimitExceeded")
    quota.admit("b", "messages.get", NOW)
    quota.done("a")
    quota.admit("a", "messages.get", NOW)


def test_the_books_tell_of_users_minutes_refusals_and_of_what_was_asked() -> None:
    quota = Quota(SMALL, 30)
    for _ in range(7):
        spend(quota, "a", "messages.get", NOW)
    spend(quota, "a", "messages.list", NOW + 61)
    usage = quota.usage(NOW + 61)
    assert usage["units"] == {"a": {"messages.get": 100, "messages.list": 5}}
    assert list(usage["minutes"]["a"].values()) == [100, 5]
    assert usage["refusals"] == {"user": 2}
    assert usage["spent_in_60_seconds"] == {"project": 5, "users": {"a": 5}}
    assert usage["max_units_in_60_seconds"] == {"project": 100, "users": {"a": 100}}
    assert usage["windows_over_tariff"] == [{"user": "a", "units": 140, "limit": 100}]


def test_a_client_within_its_tariff_is_not_over_it() -> None:
    quota = Quota(SMALL, 30)
    for second in range(0, 600, 12):
        spend(quota, "a", "messages.list", NOW + second)
    assert quota.usage(NOW)["windows_over_tariff"] == []


def test_minutes_are_kept_for_a_day_of_traffic() -> None:
    quota = Quota(TARIFFS["none"], 30)
    for minute in range(1500):
        spend(quota, "a", "messages.get", NOW + 60 * minute)
    assert len(quota.usage(NOW)["minutes"]["a"]) == 1440


def test_a_tariff_comes_by_name_or_from_a_file(tmp_path: Path) -> None:
    assert tariff("legacy").per_user == 15_000
    file = tmp_path / "mine.json"
    file.write_text('{"per_user": 50, "per_project": null, "units": {"messages.get": 7}}')
    mine = tariff(str(file))
    assert (mine.name, mine.per_user, mine.per_project, mine.per_day) == ("mine", 50, None, 80_000_000)
    assert (mine.price("messages.get"), mine.price("watch"), mine.price("drafts.list")) == (7, 100, 5)


@pytest.mark.parametrize(
    "text",
    [
        b"[]",
        b"nonsense",
        b'{"units": 3}',
        b'{"units": {"watch": -1}}',
        b'{"units": {"messages.fetch": 1}}',
        b'{"per_user": "x"}',
        b'{"per_minute": 1}',
    ],
)
def test_a_file_that_is_no_tariff_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_json("bad", text)


def test_a_refusal_names_the_file_and_the_method(tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text('{"units": {"messages.get": 1, "messages.fetch": 1}}')
    with pytest.raises(ValueError, match=r"cannot read the tariff .*mine\.json: units names no method .*: messages\.fetch;"):
        tariff(str(file))


def test_a_tariff_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="neither a file"):
        tariff("2027")


def test_what_is_let_in_after_a_refusal_counts_as_asked_for_too() -> None:
    quota = Quota(SMALL, 30)
    for method in ("messages.get",) * 4 + ("messages.list",) + ("messages.get",) * 2 + ("messages.list",) * 2:
        spend(quota, "a", method, NOW)
    usage = quota.usage(NOW)
    assert usage["max_units_in_60_seconds"]["users"] == {"a": 95}
    assert usage["asked_in_60_seconds"]["users"] == {"a": 135}
    assert usage["windows_over_tariff"] == [{"user": "a", "units": 135, "limit": 100}]
