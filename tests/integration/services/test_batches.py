"""A batch: claimed once, fenced by its lease, settled in one transaction; ids come back or fail, and the job still ends."""

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from celery.exceptions import SoftTimeLimitExceeded

from app.db import transaction
from app.domain.mail import Mail
from app.domain.reading import Reading
from app.errors import AppError, ConfigurationError, DatabaseFault, GrantRevoked, Unavailable
from app.gmail.port import FetchFault
from app.parsing import parse
from app.services import dispatch, reading, sync
from app.storage import batches
from tests.integration.services.conftest import Bells, answer_bells, granted, new_person
from tests.integration.services.facts import assert_balanced, job_of, only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail, letter, payment

BROKEN = FetchFault("transient", True, "http_503")
SLOW_DOWN = FetchFault("throttled", True, "http_429")


def listed(person: uuid.UUID, bells: Bells) -> list[uuid.UUID]:
    """A listed job whose batches are granted; their ids."""
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    dispatch.dispatch()
    bells.take("fetch_user_emails_initial")
    bells.take("dispatch_batches")
    return granted(bells)


def test_a_whole_import_balances(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=43, letters=22)
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    job = job_of(person)
    assert (job["imported_emails"], job["skipped_emails"], job["parsed_transactions"]) == (43, 22, 43)
    stored = rows("SELECT amount, currency, direction, reference FROM transactions ORDER BY amount")
    assert [int(row["amount"]) for row in stored] == list(range(1, 44))
    assert {(row["currency"], row["direction"]) for row in stored} == {("INR", "debit")}


def test_a_mail_of_two_payments_is_two_rows_and_one_mail(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    alert = "Rs.{0} debited from A/c XX4417 to RAVI STORES. UPI Ref 61321122334{1}."
    headers = {"from": ("Gramin Bank <alerts@graminbank.in>",), "subject": ("Account alerts",)}
    gmail.deliver("two", Mail(headers, f"{alert.format('500.00', 1)}\n{alert.format('700.00', 2)}", None))
    (batch,) = listed(person, bells)
    for _ in range(2):
        sync.process_batch(batch)
    stored = rows("SELECT message_id, line, amount FROM transactions ORDER BY line")
    assert [(row["message_id"], row["line"], int(row["amount"])) for row in stored] == [("two", 1, 500), ("two", 2, 700)]
    assert_balanced(person)
    job = job_of(person)
    assert (job["imported_emails"], job["parsed_transactions"]) == (1, 2)


def test_ten_bells_for_one_batch_do_it_once(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    (batch,) = listed(person, bells)
    for _ in range(10):
        sync.process_batch(batch)
    assert gmail.calls.count("fetch") == 1
    assert_balanced(person)


def test_a_bell_for_nothing(person: uuid.UUID, gmail: ScriptedGmail) -> None:
    sync.process_batch(uuid.uuid4())
    assert gmail.calls == []


def test_a_zombie_writes_nothing_after_its_lease(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    (batch,) = listed(person, bells)
    original = gmail.fetch

    def stopped_for_long(ids: list[str], *, deadline_seconds: float, **_: object) -> object:
        run("UPDATE email_sync_batches SET lease_expires_at = now() - interval '1 second'")
        return original(ids, deadline_seconds=deadline_seconds)

    gmail.fetch = stopped_for_long  # type: ignore[method-assign, assignment]  # SIGSTOP in the middle of a fetch
    sync.process_batch(batch)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 0
    assert job_of(person)["processed_emails"] == 0
    gmail.fetch = original  # type: ignore[method-assign]
    dispatch.dispatch()
    answer_bells(bells)
    assert_balanced(person)


def test_a_lease_lost_to_another_worker_is_a_fence(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    (batch,) = listed(person, bells)
    with transaction() as session:
        mine = batches.claim(session, batch, 40)
    assert mine is not None
    run("UPDATE email_sync_batches SET lease_token = gen_random_uuid()")
    with transaction() as session:
        assert batches.lock_leased(session, mine) is None


def test_committed_work_counts_as_duplicate_the_second_time(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    sync.start(person, 6)
    answer_bells(bells)
    run("DELETE FROM email_outcomes")
    run("DELETE FROM transactions WHERE message_id = 'pay00003'")
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    tally = only("SELECT stored_count, duplicate_count FROM email_sync_batches b WHERE job_id = :j", j=job_of(person)["id"])
    assert (tally["stored_count"], tally["duplicate_count"]) == (1, 9)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 10


def test_ids_come_back_after_a_fault_and_only_those(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    gmail.faults = {"pay00004": [BROKEN], "pay00007": [BROKEN, BROKEN]}
    (batch,) = listed(person, bells)
    sync.process_batch(batch)
    row = only("SELECT status, pending_ids, tries, stored_count, not_before > now() AS waits FROM email_sync_batches")
    assert (row["status"], row["pending_ids"], row["tries"], row["stored_count"], row["waits"]) == (
        "ready",
        ["pay00004", "pay00007"],
        {"pay00004": 1, "pay00007": 1},
        8,
        True,
    )
    for _ in range(2):
        run("UPDATE email_sync_batches SET not_before = NULL")
        dispatch.dispatch()
        answer_bells(bells)
    assert_balanced(person)
    assert job_of(person)["imported_emails"] == 10
    assert gmail.fetched.count("pay00001") == 1


def test_after_three_attempts_an_id_fails_and_the_job_completes(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    gmail.faults = {"pay00004": [BROKEN] * 3}
    sync.start(person, 6)
    for _ in range(3):
        run("UPDATE email_sync_batches SET not_before = NULL")
        dispatch.dispatch()
        answer_bells(bells)
    assert_balanced(person)
    job = job_of(person)
    assert (job["imported_emails"], job["failed_emails"], job["error_count"]) == (9, 1, 1)
    assert [(entry["code"], entry["message_id"]) for entry in job["error_log"]] == [("http_503", "pay00004")]


def test_a_mail_that_spoils_the_answer_fails_alone(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """A huge one: whoever is asked for in the same HTTP batch gets no answer either."""
    gmail.spoilers = {"pay00004"}
    gmail.fill(payments=30)
    sync.start(person, 6)
    tries: set[str] = set()
    for _ in range(5):
        run("UPDATE email_sync_batches SET not_before = NULL")
        dispatch.dispatch()
        answer_bells(bells)
        tries.update(*(row["tries"] for row in rows("SELECT tries FROM email_sync_batches")))
    assert tries == {"pay00004"}, "what others spoil is no try of one's own"
    assert_balanced(person)
    assert (job_of(person)["imported_emails"], job_of(person)["failed_emails"]) == (29, 1)
    assert only("SELECT outcome, reason FROM email_outcomes WHERE message_id = 'pay00004'")["reason"] == "timeout"


def test_each_mail_has_tries_of_its_own(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """A mail that fails for the first time when its neighbour does for the third comes back."""
    gmail.fill(payments=10)
    waits = SLOW_DOWN
    gmail.faults = {"pay00004": [BROKEN] * 3, "pay00007": [waits, waits, BROKEN, BROKEN], "pay00008": [waits, waits, BROKEN]}
    sync.start(person, 6)
    for _ in range(6):
        run("UPDATE email_sync_batches SET not_before = NULL")
        run("UPDATE email_sync_jobs SET resume_at = NULL")
        dispatch.dispatch()
        answer_bells(bells)
    assert_balanced(person)
    assert (job_of(person)["imported_emails"], job_of(person)["failed_emails"]) == (9, 1)


def test_a_mail_that_failed_is_asked_for_after_those_that_had_no_turn(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells
) -> None:
    """A slow one would use up the time of each round before its neighbours are asked for."""
    gmail.fill(payments=10)
    late = FetchFault("late", True, "deadline")
    gmail.faults = {"pay00000": [BROKEN] * 3, **{one: [late] for one in list(gmail.mails)[1:]}}
    (batch,) = listed(person, bells)
    sync.process_batch(batch)
    assert only("SELECT pending_ids FROM email_sync_batches")["pending_ids"][-1] == "pay00000"


def test_a_token_that_cannot_be_had_is_no_try_of_any_mail(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """Google's token endpoint may be away for an hour: nothing was asked, so nothing has failed."""
    gmail.fill(payments=10)
    gmail.faults = {one: [FetchFault("unasked", True, "token_http_503")] * 6 for one in gmail.mails}
    sync.start(person, 6)
    for _ in range(7):
        dispatch.dispatch()
        answer_bells(bells)
        run("UPDATE email_sync_batches SET not_before = not_before - interval '61 seconds'")
    assert_balanced(person)
    assert (job_of(person)["imported_emails"], job_of(person)["failed_emails"]) == (10, 0)


def test_every_error_is_logged_and_counted_the_last_fifty_are_kept(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """In the first implementation an append in place to the JSONB log was never saved."""
    gmail.fill(payments=70)
    gmail.faults = {one: [FetchFault("unreadable", False, "unreadable")] for one in list(gmail.mails)[:60]}
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    job = job_of(person)
    assert (job["failed_emails"], job["error_count"], len(job["error_log"])) == (60, 60, 50)


def test_a_throttle_puts_the_job_off_and_does_not_count(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    gmail.faults = {"pay00004": [SLOW_DOWN] * 5}
    sync.start(person, 6)
    for _ in range(6):
        run("UPDATE email_sync_jobs SET resume_at = NULL")
        dispatch.dispatch()
        answer_bells(bells)
    assert_balanced(person)
    assert only("SELECT tries, spoiled_answers FROM email_sync_batches") == {"tries": {}, "spoiled_answers": 0}
    assert job_of(person)["imported_emails"] == 10


def test_while_gmail_asks_to_wait_nothing_of_that_user_is_granted(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=30)
    gmail.faults = {"pay00004": [SLOW_DOWN]}
    sync.process_batch(listed(person, bells)[0])
    bells.take("dispatch_batches")
    dispatch.dispatch()
    assert bells.take("process_email_batch") == []
    assert job_of(person)["waiting_quota"] is True


def test_a_grant_revoked_in_mid_job_keeps_what_was_read(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=30)
    first = listed(person, bells)[0]
    sync.process_batch(first)
    gmail.stopped = GrantRevoked("revoked")
    answer_bells(bells)
    job = job_of(person)
    assert (job["status"], job["failure_code"], job["processed_emails"]) == ("failed", "needs_reconnect", 10)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 10
    assert only("SELECT count(*) AS n FROM quota_grants WHERE ended_at IS NULL")["n"] == 0
    gmail.stopped = None
    run("UPDATE gmail_connections SET state = 'active'")
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 30


def test_mail_deleted_before_it_was_fetched_is_gone(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    (batch,) = listed(person, bells)
    del gmail.mails["pay00002"]
    sync.process_batch(batch)
    assert_balanced(person)
    assert only("SELECT outcome FROM email_outcomes WHERE message_id = 'pay00002'")["outcome"] == "gone"


def test_a_mail_that_breaks_the_reader_fails_alone(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, monkeypatch: pytest.MonkeyPatch
) -> None:
    gmail.fill(payments=9)
    gmail.mails["bad00001"] = letter()

    def explode(mail: Mail) -> Reading:
        if mail is gmail.mails["bad00001"]:
            raise RecursionError("deep")
        return parse(mail)

    # No mail is known to break the reader, so one is made to.
    monkeypatch.setattr(reading, "parse", explode)
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    outcome = only("SELECT outcome, reason FROM email_outcomes WHERE message_id = 'bad00001'")
    assert (outcome["outcome"], outcome["reason"]) == ("failed", "reader_error")
    assert job_of(person)["imported_emails"] == 9


def test_a_dead_workers_batch_goes_on_when_its_lease_runs_out(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    (batch,) = listed(person, bells)
    with transaction() as session:
        assert batches.claim(session, batch, 40) is not None
    dispatch.dispatch()
    assert bells.take("process_email_batch") == []
    run("UPDATE email_sync_batches SET lease_expires_at = now() - interval '1 second'")
    dispatch.dispatch()
    answer_bells(bells)
    assert_balanced(person)


def test_a_mail_that_kills_its_worker_is_found_out(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    killer = "pay00000"
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    for _ in range(40):
        dispatch.dispatch()
        for (batch_id,) in bells.take("process_email_batch"):
            with transaction() as session:
                claim = batches.claim(session, uuid.UUID(str(batch_id)), 40)
            if claim is None:
                continue
            if killer in claim.message_ids:
                run("UPDATE email_sync_batches SET lease_expires_at = now() - interval '1 second' WHERE status = 'running'")
            else:
                run("UPDATE email_sync_batches SET status = 'queued', lease_token = NULL WHERE status = 'running'")
                sync.process_batch(uuid.UUID(str(batch_id)))
        if job_of(person)["status"] == "completed":
            break
    assert_balanced(person)
    assert (job_of(person)["imported_emails"], job_of(person)["failed_emails"]) == (9, 1)
    assert only("SELECT reason FROM email_outcomes WHERE message_id = :m", m=killer)["reason"] == "lost_lease"


def test_two_people_with_the_same_mailbox_both_get_it(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    other = new_person("ravi@example.com")
    gmail.fill(payments=15)
    sync.start(person, 6)
    sync.start(other, 6)
    answer_bells(bells)
    for user in (person, other):
        assert_balanced(user)
        assert only("SELECT count(*) AS n FROM transactions WHERE user_id = :u", u=user)["n"] == 15


def test_mail_from_before_the_window_is_not_imported(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.mails["pay00001"] = payment(1)
    (batch,) = listed(person, bells)
    run("UPDATE email_sync_jobs SET requested_since = now()")
    sync.process_batch(batch)
    assert_balanced(person)
    assert only("SELECT reason FROM email_outcomes")["reason"] == "outside_window"


def test_mail_outside_one_window_is_read_by_a_wider_import(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """Gmail lists mail from before the moment asked for now and then: put aside by one import, it is not lost to the next."""
    gmail.fill(payments=3)
    gmail.received["pay00002"] = datetime.now(UTC) - timedelta(days=40)
    gmail.lists_everything = True
    sync.start(person, 1)
    answer_bells(bells)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 2
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    assert (job_of(person)["total_emails"], job_of(person)["known_emails"]) == (1, 2)
    assert only("SELECT count(*) AS n FROM transactions")["n"] == 3
    assert only("SELECT outcome FROM email_outcomes WHERE message_id = 'pay00002'")["outcome"] == "stored"


def test_a_task_asked_to_stop_while_it_reads_stops(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The soft limit is raised wherever the code happens to be; it is not a fault of the mail at hand."""
    gmail.fill(payments=10)
    (batch,) = listed(person, bells)

    def out_of_time(mail: Mail) -> Reading:
        raise SoftTimeLimitExceeded

    # Celery raises it from a signal handler, in the middle of any statement.
    monkeypatch.setattr(reading, "parse", out_of_time)
    with pytest.raises(SoftTimeLimitExceeded):
        sync.process_batch(batch)
    assert job_of(person)["processed_emails"] == 0


@pytest.mark.parametrize("amount", ["0.00004", "NaN", "Infinity", "1e15", "-1"])
def test_an_amount_the_table_would_refuse_fails_its_mail_alone(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, monkeypatch: pytest.MonkeyPatch, amount: str
) -> None:
    gmail.fill(payments=3)
    wrong = gmail.mails["pay00001"]

    def read(mail: Mail) -> Reading:
        said = parse(mail)
        if mail is wrong:
            return replace(said, transactions=(replace(said.transactions[0], amount=Decimal(amount)),))
        return said

    # No mail is known to be read so, and the table must not be the one to find out: it would refuse the whole batch.
    monkeypatch.setattr(reading, "parse", read)
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    assert (job_of(person)["imported_emails"], job_of(person)["failed_emails"]) == (2, 1)


def test_mails_there_was_no_time_for_do_not_use_up_their_tries(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """A crowded account is asked for one mail at a time: a batch may need many rounds, each of which gets on."""
    gmail.fill(payments=10)
    ids = list(gmail.mails)
    gmail.faults = {one: [FetchFault("late", True, "deadline")] * (n // 2) for n, one in enumerate(ids)}
    sync.start(person, 6)
    answer_bells(bells)
    assert_balanced(person)
    assert (job_of(person)["imported_emails"], job_of(person)["failed_emails"]) == (10, 0)


def test_a_round_without_any_mail_in_time_counts(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    gmail.faults = {one: [FetchFault("late", True, "deadline")] * 3 for one in gmail.mails}
    sync.start(person, 6)
    for _ in range(3):
        run("UPDATE email_sync_batches SET not_before = NULL")
        dispatch.dispatch()
        answer_bells(bells)
    assert_balanced(person)
    assert job_of(person)["failed_emails"] == 10


def test_rows_and_counters_are_written_together_or_not_at_all(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    """In the first implementation counters were not atomic with the rows they count."""
    gmail.fill(payments=10)
    (batch,) = listed(person, bells)
    run(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;"
        "CREATE TRIGGER refuse BEFORE UPDATE OF processed_emails ON email_sync_jobs FOR EACH ROW EXECUTE FUNCTION refuse()"
    )
    with pytest.raises(DatabaseFault):
        sync.process_batch(batch)
    counts = only("SELECT (SELECT count(*) FROM transactions) AS stored, (SELECT count(*) FROM email_outcomes) AS settled")
    assert (counts["stored"], counts["settled"], job_of(person)["processed_emails"]) == (0, 0, 0)
    run("DROP TRIGGER refuse ON email_sync_jobs")
    run("UPDATE email_sync_batches SET lease_expires_at = now() - interval '1 second'")
    dispatch.dispatch()
    answer_bells(bells)
    assert_balanced(person)


@pytest.mark.parametrize("error", [Unavailable("no free connection"), ConfigurationError("TOKEN_ENCRYPTION_KEYS")])
def test_a_fault_of_ours_is_never_counted_against_the_mails(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, error: AppError
) -> None:
    """The database slow to answer, or a worker without its keys: the batch comes back as it was, however often."""
    gmail.fill(payments=10)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    original = gmail.fetch

    def without_a_token(ids: list[str], *, deadline_seconds: float, **_: object) -> object:
        raise error

    gmail.fetch = without_a_token  # type: ignore[method-assign, assignment]  # the source of tokens asks the database
    for _ in range(5):
        run("UPDATE email_sync_batches SET not_before = NULL")
        bells.rung.clear()
        dispatch.dispatch()
        (batch,) = bells.take("process_email_batch")
        with pytest.raises(type(error)):
            sync.process_batch(uuid.UUID(str(batch[0])))
    row = only("SELECT status, tries, lost_leases, not_before > now() AS waits FROM email_sync_batches")
    assert (row["status"], row["tries"], row["lost_leases"], row["waits"]) == ("ready", {}, 0, True)
    gmail.fetch = original  # type: ignore[method-assign]
    run("UPDATE email_sync_batches SET not_before = NULL")
    dispatch.dispatch()
    answer_bells(bells)
    assert_balanced(person)
    assert job_of(person)["imported_emails"] == 10


def test_three_kills_of_its_workers_do_not_convict_a_mail(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells) -> None:
    gmail.fill(payments=10)
    sync.start(person, 6)
    sync.list_mailbox(person, 6)
    for _ in range(3):
        bells.rung.clear()
        dispatch.dispatch()
        (batch,) = bells.take("process_email_batch")
        with transaction() as session:
            assert batches.claim(session, uuid.UUID(str(batch[0])), 40) is not None
        run("UPDATE email_sync_batches SET lease_expires_at = now() - interval '1 second'")
    dispatch.dispatch()
    answer_bells(bells)
    assert_balanced(person)
    assert job_of(person)["imported_emails"] == 10
