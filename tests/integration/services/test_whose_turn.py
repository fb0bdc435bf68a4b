"""Who goes before an ordinary import: who would be the last of all, and whose first hundred transactions come late."""

import uuid
from collections.abc import Callable

import pytest

from app.config import Settings
from app.db import transaction
from app.domain.priority import Priority
from app.services import dispatch, sync
from app.storage import ready, turns
from tests.integration.services.conftest import Bells, SetTariff, answer_bells, granted, new_person
from tests.integration.services.facts import assert_balanced, job_of, only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail


def begin(user: uuid.UUID) -> None:
    sync.start(user, 6)
    sync.list_mailbox(user, 6)


def behind(at_once: float | None) -> list[uuid.UUID]:
    with transaction() as session:
        found = ready.next_ready(session, ready.Limits(most=10, per_user=1, at_once=at_once))
    return [one.user_id for one in found if one.priority is Priority.BEHIND]


@pytest.fixture
def imports(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> list[uuid.UUID]:
    """Three past their first batches: the first two have forty mails left, the last one sixty."""
    gmail.fill(payments=60)
    gmail.page_size = 60
    people = [person, *(new_person(f"user{n}@example.com") for n in range(2))]
    for user in people:
        begin(user)
    run("UPDATE email_sync_jobs SET priority = 2, created_at = now() - interval '1 hour', last_granted_at = now()")
    run("UPDATE email_sync_jobs SET processed_emails = 20, skipped_emails = 20 WHERE user_id <> :u", u=people[2])
    run("DELETE FROM email_sync_batches WHERE seq < 2 AND user_id <> :u", u=people[2])
    bells.rung.clear()
    return people


def test_whoever_would_be_the_last_is_behind(imports: list[uuid.UUID]) -> None:
    """With 140 mails left of all, and two and a third at once, sixty and more are; with four at once forty and more."""
    assert behind(at_once=2.4) == [imports[2]]
    assert set(behind(at_once=4)) == set(imports)
    assert behind(at_once=4)[0] == imports[2], "who has most left comes first"
    assert behind(at_once=2.3) == []
    assert behind(at_once=None) == []
    run("UPDATE email_sync_jobs SET paused_at = now() WHERE user_id = :u", u=imports[0])
    assert behind(at_once=1.5) == [], "of a hundred that are left without the one that is paused"
    assert behind(at_once=1.7) == [imports[2]]


def test_far_from_the_end_nobody_is_behind(imports: list[uuid.UUID]) -> None:
    idle = "SELECT gen_random_uuid(), 'x' || n || '@example.com' FROM generate_series(1, :n) AS n"
    run(f"INSERT INTO users (id, email) {idle}", n=ready.FEW_JOBS)
    run("INSERT INTO email_sync_jobs (user_id, status) SELECT id, 'processing' FROM users WHERE email LIKE 'x%'")
    assert behind(at_once=4) == []
    run("UPDATE email_sync_jobs SET status = 'failed' WHERE total_emails = 0")
    assert set(behind(at_once=4)) == set(imports)


def test_who_is_behind_has_one_turn_more_in_four(
    imports: list[uuid.UUID], bells: Bells, tariff: SetTariff, app_settings: Callable[..., Settings]
) -> None:
    tariff(per_user_minute=100, per_project_minute=240)
    app_settings(DISPATCH_IN_FLIGHT="1")
    run("DELETE FROM quota_grants")
    run("UPDATE quota_days SET units = 0")
    served = []
    for _ in range(8):
        dispatch.dispatch()
        (batch,) = granted(bells)
        served.append(only("SELECT user_id FROM email_sync_batches WHERE id = :b", b=batch)["user_id"])
        run("UPDATE email_sync_batches SET status = 'done', pending_ids = '{}', notice_count = 10 WHERE id = :b", b=batch)
        run("DELETE FROM quota_grants")
    assert served[0] == served[4] == imports[2]
    assert [served.count(user) for user in imports] == [2, 2, 4], "it has its turn among the others as well"


# ── a newcomer whose first hundred transactions are not among the mails of the first minute ──


@pytest.fixture
def newcomer(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, tariff: SetTariff) -> uuid.UUID:
    """Beside five imports. Three batches of ten fit into the first minute; it is over, and the second begins."""
    gmail.fill(payments=80)
    gmail.page_size = 80
    for n in range(5):
        begin(new_person(f"user{n}@example.com"))
    run("UPDATE email_sync_jobs SET priority = 2, created_at = now() - interval '1 hour'")
    tariff(per_user_minute=30)
    begin(person)
    run("DELETE FROM quota_grants")
    bells.rung.clear()
    for _ in range(3):
        dispatch.dispatch()
        for batch in granted(bells):
            if batch in {row["id"] for row in rows("SELECT id FROM email_sync_batches WHERE user_id = :u", u=person)}:
                sync.process_batch(batch)
    run("UPDATE email_sync_batches SET status = 'ready' WHERE status = 'queued'")
    run("DELETE FROM quota_grants")
    assert job_of(person)["processed_emails"] == 30
    return person


def next_served(bells: Bells, times: int) -> list[uuid.UUID]:
    served = []
    for _ in range(times):
        dispatch.dispatch()
        (batch,) = granted(bells)
        served.append(only("SELECT user_id FROM email_sync_batches WHERE id = :b", b=batch)["user_id"])
        sync.process_batch(batch)
    return served


def test_they_go_on_before_imports_in_their_second_minute(
    newcomer: uuid.UUID, bells: Bells, app_settings: Callable[..., Settings]
) -> None:
    app_settings(DISPATCH_IN_FLIGHT="1")
    run("UPDATE email_sync_jobs SET created_at = now() - interval '62 s' WHERE user_id = :u", u=newcomer)
    served = next_served(bells, 5)
    assert served.count(newcomer) == turns.MOST_FIRST_BATCHES - turns.FIRST_BATCHES
    assert len(set(served)) > 1, "and imports have their turns"
    assert job_of(newcomer)["priority"] == Priority.IMPORT
    run("DELETE FROM quota_grants")
    assert newcomer not in next_served(bells, 3), "then they wait like the others"


def test_they_come_before_others_who_wait_for_their_first_mails(
    newcomer: uuid.UUID, bells: Bells, app_settings: Callable[..., Settings]
) -> None:
    """Of a thousand who began together: in a round of all these the second minute would be over."""
    app_settings(DISPATCH_IN_FLIGHT="1")
    run("UPDATE email_sync_jobs SET created_at = now() - interval '62 s'")
    run("UPDATE email_sync_jobs SET priority = 0, last_granted_at = now() - interval '1 h' WHERE user_id <> :u", u=newcomer)
    assert next_served(bells, 3) == [newcomer] * 3


@pytest.mark.parametrize(
    "over",
    [
        "UPDATE email_sync_jobs SET created_at = now() - interval '91 s' WHERE user_id = :u",
        "UPDATE email_sync_jobs SET parsed_transactions = 90 WHERE user_id = :u",
    ],
    ids=["after a minute and a half", "with a hundred"],
)
def test_the_right_ends(newcomer: uuid.UUID, bells: Bells, app_settings: Callable[..., Settings], over: str) -> None:
    """With the batch that was the last to be granted for it."""
    app_settings(DISPATCH_IN_FLIGHT="1")
    run("UPDATE email_sync_jobs SET created_at = now() - interval '62 s' WHERE user_id = :u", u=newcomer)
    run(over, u=newcomer)
    assert next_served(bells, 5).count(newcomer) == 1
    assert job_of(newcomer)["priority"] == Priority.IMPORT


def test_an_import_of_long_ago_does_not_become_a_newcomer(imports: list[uuid.UUID], bells: Bells) -> None:
    answer_bells(bells)
    dispatch.dispatch()
    answer_bells(bells)
    for user in imports:
        assert job_of(user)["priority"] == Priority.IMPORT
    assert_balanced(imports[2])


# ── a mailbox whose minute is used up while it is still listed ──


def test_batches_leave_enough_of_a_mailboxs_minute_to_list_the_rest(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, tariff: SetTariff
) -> None:
    """They took all of it, and the listing was refused, a minute later again."""
    gmail.fill(payments=130)
    gmail.page_size = 65
    tariff(per_user_minute=60)
    sync.start(person, 6)
    sync.start(new_person("ravi@example.com"), 6)
    sync.list_mailbox(person, 6)
    assert (job_of(person)["total_emails"], job_of(person)["listed_at"]) == (65, None), "others wait"
    for _ in range(8):
        dispatch.dispatch()
        for batch in granted(bells):
            sync.process_batch(batch)
    job = job_of(person)
    assert (job["processed_emails"], job["resume_at"], job["waiting_quota"]) == (30, None, False), "36 units with the first page"
    sync.list_mailbox(person, 6)
    assert (job_of(person)["total_emails"], job_of(person)["listed_at"] is not None) == (130, True)
    dispatch.dispatch()
    for batch in granted(bells):
        sync.process_batch(batch)
    dispatch.dispatch()
    job = job_of(person)
    assert (job["processed_emails"], job["waiting_quota"]) == (40, True), "now its batches have what is left"


def test_whoever_is_still_listed_holds_up_nobody(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, tariff: SetTariff
) -> None:
    """As many as a tick looks at have used up their minute, and are not put off."""
    gmail.fill(payments=30)
    others = [new_person(f"user{n}@example.com") for n in range(2 * turns.SHORTEST_QUEUE)]
    for user in [*others, person]:
        begin(user)
    run("UPDATE email_sync_jobs SET listed_at = NULL, priority = 2 WHERE user_id <> :u", u=person)
    run("UPDATE email_sync_jobs SET priority = 2, last_granted_at = now(), created_at = now() - interval '1 h'")
    run("UPDATE email_sync_jobs SET last_granted_at = now() - interval '1 h' WHERE user_id <> :u", u=person)
    run("UPDATE quota_grants SET units = 90, ended_at = now() WHERE user_id <> :u", u=person)
    tariff(per_user_minute=100)
    bells.rung.clear()
    dispatch.dispatch()
    (batch,) = granted(bells)
    assert only("SELECT user_id FROM email_sync_batches WHERE id = :b", b=batch)["user_id"] == person


# ── a minute of the project hardly larger than one batch ──


@pytest.mark.parametrize("at_once", ["10", "100"])
def test_an_import_goes_on_though_a_whole_batch_never_fits(
    person: uuid.UUID,
    gmail: ScriptedGmail,
    bells: Bells,
    tariff: SetTariff,
    app_settings: Callable[..., Settings],
    at_once: str,
) -> None:
    """What is kept back of it for others had made it smaller than a batch, and nothing was granted for good."""
    tariff(messages_get=20, per_project_minute=200)
    app_settings(GMAIL_HTTP_BATCH_SIZE=at_once)
    gmail.fill(payments=60)
    sync.start(person, 6)
    for _ in range(20):
        answer_bells(bells)
        if job_of(person)["status"] == "completed":
            break
        run("UPDATE quota_grants SET granted_at = now() - interval '62 s', ended_at = now() - interval '61 s'")
        run("UPDATE email_sync_jobs SET resume_at = now() - interval '1 s', rung_at = now() - interval '30 s'")
        dispatch.dispatch()
    assert_balanced(person)


def test_imports_leave_enough_of_a_small_minute(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, tariff: SetTariff) -> None:
    """Whoever comes is listed, and does not wait until all imports are done."""
    tariff(messages_get=20, per_project_minute=200)
    gmail.fill(payments=60)
    begin(person)
    run("DELETE FROM quota_grants")
    run("UPDATE email_sync_jobs SET priority = 2")
    dispatch.dispatch()
    assert only("SELECT sum(units) AS n FROM quota_grants")["n"] == 160
    newcomer = new_person("zoe@example.com")
    begin(newcomer)
    assert job_of(newcomer)["total_emails"] == 60
