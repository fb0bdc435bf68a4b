"""The dispatcher's sums, and whose turn it is."""

import uuid
from collections import Counter
from dataclasses import replace

from app.domain.priority import Priority
from app.services.budget import Budget, in_turn
from app.storage.quota import Books
from app.storage.ready import Ready
from app.tariff import TARIFFS, Tariff

NOBODY = uuid.UUID(int=0)
STORED = (Priority.INTERACTIVE, Priority.INCREMENTAL, Priority.IMPORT)


def ready(priority: Priority, count: int) -> list[Ready]:
    return [Ready(uuid.uuid4(), NOBODY, NOBODY, n, 100, 0, priority, n, 0, 0) for n in range(count)]


def everybody(count: int) -> list[Ready]:
    return [one for priority in Priority for one in ready(priority, count)]


def test_whoever_is_alone_has_every_turn() -> None:
    for priority in Priority:
        waiting = ready(priority, 9)
        for turn in range(4):
            assert list(in_turn(waiting, turn)) == waiting


def test_every_class_has_its_share_and_the_person_who_waits_the_largest() -> None:
    first = list(in_turn(everybody(40), 0))[:40]
    assert Counter(one.priority for one in first) == dict.fromkeys(STORED, 10) | {Priority.FRESH: 10}
    later = [one for one in everybody(40) if one.priority is not Priority.FRESH]
    shares = Counter(one.priority for one in list(in_turn(later, 0))[:40])
    assert shares == {Priority.INTERACTIVE: 20, Priority.INCREMENTAL: 10, Priority.IMPORT: 10}


def test_with_one_grant_a_tick_nobody_starves() -> None:
    """The turn is taken from what the day has spent, so it goes on from tick to tick."""
    granted = Counter(next(in_turn(everybody(1), turn)).priority for turn in range(8))
    assert granted == dict.fromkeys(STORED, 2) | {Priority.FRESH: 2}


def test_who_is_behind_comes_before_a_quarter_of_the_imports_and_before_nobody_else() -> None:
    waiting = [*ready(Priority.IMPORT, 40), *ready(Priority.BEHIND, 40)]
    first = list(in_turn(waiting, 2))[:40]
    assert Counter(one.priority for one in first) == {Priority.IMPORT: 30, Priority.BEHIND: 10}
    beside_looks = list(in_turn([*ready(Priority.INCREMENTAL, 40), *waiting], 2))[:40]
    assert Counter(one.priority for one in beside_looks) == {Priority.INCREMENTAL: 30, Priority.IMPORT: 10}


def test_who_is_found_in_two_classes_is_granted_one_batch() -> None:
    imports = ready(Priority.IMPORT, 6)
    behind = [replace(one, priority=Priority.BEHIND) for one in imports[::-1]]
    given = list(in_turn([*imports, *behind], 0))
    assert given[0] == behind[0]
    assert Counter(one.batch_id for one in given) == Counter(one.batch_id for one in imports)


def test_a_turn_of_a_class_with_nothing_to_do_is_passed_on() -> None:
    waiting = [*ready(Priority.INTERACTIVE, 2), *ready(Priority.IMPORT, 2)]
    assert {one.batch_id for one in in_turn(waiting, 0)} == {one.batch_id for one in waiting}


def test_within_a_class_the_order_is_kept() -> None:
    waiting = everybody(30)
    for priority in Priority:
        assert [one for one in in_turn(waiting, 3) if one.priority is priority] == [
            one for one in waiting if one.priority is priority
        ]


def budget(**spent: int) -> Budget:
    return Budget(TARIFFS["2026"], Books(**{"units": 0, "day_units": 0, **spent}, day_stopped=False))


def test_each_class_leaves_a_part_of_the_projects_minute_to_those_above_it() -> None:
    spent = budget(units=1_194_000)
    assert [spent.left_for_batches(priority) for priority in Priority] == [3_000, 2_000, 1_200, 0, 0]
    full = budget(units=1_196_000)
    assert full.left_for_batches(Priority.INTERACTIVE) == 0
    assert full.left_for_batches(Priority.FRESH) == 1_000
    assert full.admits(4_000, of_user=0)
    assert not full.admits(4_001, of_user=0)


def test_the_days_limit_binds_batches_and_calls() -> None:
    late = budget(day_units=79_999_990)
    assert late.left_for_batches(Priority.INTERACTIVE) == 10
    assert late.admits(10, of_user=0)
    assert not late.admits(11, of_user=0)


def test_the_users_minute_binds() -> None:
    assert budget().admits(100, of_user=5_900)
    assert not budget().admits(101, of_user=5_900)
    assert budget().left_of_user(7_000) == 0


def test_nothing_is_admitted_on_a_stopped_day() -> None:
    assert not Budget(TARIFFS["none"], Books(0, 0, day_stopped=True)).admits(1, of_user=0)


def test_without_limits_there_is_always_enough() -> None:
    free = Budget(Tariff(messages_get=1, per_user_minute=None, per_project_minute=None), Books(10**9, 10**12, day_stopped=False))
    assert free.admits(10**9, of_user=10**9)
    assert free.left_for_batches(Priority.INTERACTIVE) > 10**12


def test_what_is_granted_goes_down() -> None:
    one = budget(units=1_000_000)
    before = one.left_for_batches(Priority.INTERACTIVE)
    one.spend(2_000, mailbox=1)
    assert one.left_for_batches(Priority.INTERACTIVE) == before - 2_000


def test_what_one_user_of_a_mailbox_is_given_the_other_is_not() -> None:
    shared, other = ready(Priority.IMPORT, 2)
    left = budget()
    left.spend(4_000, mailbox=shared.mailbox)
    assert (left.left_of_mailbox(shared), left.left_of_mailbox(other)) == (2_000, 6_000)
    assert left.left_of_mailbox(replace(shared, user_units=1_500)) == 500


def test_a_mailbox_that_is_being_listed_keeps_units_for_its_pages() -> None:
    (one,) = ready(Priority.IMPORT, 1)
    assert budget().left_of_mailbox(replace(one, listing=True)) == 6_000 - 20
    assert budget().left_of_mailbox(replace(one, listing=True, user_units=5_990)) == -10
    assert budget().units_while_listing(25) == 6_000 - 20 - 500


def of_a_project(minute: int, *, units: int = 0) -> Budget:
    tariff = Tariff(messages_get=20, per_user_minute=6_000, per_project_minute=minute)
    return Budget(tariff, Books(units, units, day_stopped=False))


def test_of_a_small_minute_a_listing_has_its_part() -> None:
    assert {of_a_project(2_000).left_for_batches(priority) for priority in Priority} == {2_000 - 21}
    assert of_a_project(2_000, units=1_979).admits(21, of_user=0)
    assert of_a_project(20).left_for_batches(Priority.IMPORT) == 15, "and never all of it"


def test_a_batch_that_never_goes_whole_goes_in_parts() -> None:
    assert of_a_project(1_200_000).least(100, 25) == 25
    assert of_a_project(1_200_000).least(7, 25) == 7
    assert of_a_project(500).least(25, 25) == 11, "of 23 for which a minute has room"
    assert of_a_project(20).least(1, 25) == 1


def test_what_is_kept_for_those_who_may_come_is_shared_in_turn_once_they_are_here() -> None:
    """Else an import would wait for as long as new mail takes every unit that comes free."""
    nearly_spent = budget(units=1_194_500)
    assert nearly_spent.left_for_batches(Priority.IMPORT) < 0
    nearly_spent.waiting = {Priority.IMPORT, Priority.INCREMENTAL}
    assert nearly_spent.left_for_batches(Priority.IMPORT) == nearly_spent.left_for_batches(Priority.INCREMENTAL) == 700


def test_the_minute_is_spent_evenly_but_by_those_who_have_just_begun() -> None:
    """Imports had taken the whole of it in 45 seconds, and who came in the other 15 waited."""
    lately = 104_400  # 5.25 seconds of the minute, less what imports leave
    before, after = (budget(units=lately, lately_units=units) for units in (lately, lately + 200))
    assert all(before.in_step(priority) for priority in Priority)
    assert [priority for priority in Priority if after.in_step(priority)] == [Priority.FRESH]
    before.spend(2_000, mailbox=1)
    assert not before.in_step(Priority.IMPORT)


def test_what_is_at_work_comes_back_late_and_is_not_spread() -> None:
    assert budget(units=80_000, lately_units=80_000).in_step(Priority.IMPORT)
    assert not budget(units=400_000, lately_units=80_000, at_work_units=300_000).in_step(Priority.IMPORT)


def test_without_a_limit_for_all_there_is_no_step_to_keep() -> None:
    books = Books(10**9, 0, day_stopped=False, at_work_units=10**9, lately_units=10**9)
    assert Budget(TARIFFS["none"], books).in_step(Priority.IMPORT)
