"""Reading again after an upgrade: through batches and quota as ever, shown before it is applied, applied once."""

import uuid
from typing import Any

import pytest

from app.domain.mail import Mail
from app.domain.reading import Reading, Verdict
from app.errors import Conflict, NotFound
from app.gmail.port import FetchFault
from app.parsing import parse
from app.services import connections, dispatch, reading, reparse, sync
from app.storage import outcomes
from tests.integration.services.conftest import SCOPE, Bells, answer_bells, granted, new_person
from tests.integration.services.facts import job_of, only, rows, run
from tests.integration.services.scripted_gmail import ScriptedGmail, payment

OLD_WAY = "reader as it was"


class Reader:
    """A reader whose older self is told by a test: what it says of a mail, else what the real one says."""

    def __init__(self) -> None:
        self.says: dict[str, Reading] = {}

    def __call__(self, mail: Mail) -> Reading:
        return self.says.get(mail.text or "", parse(mail))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    reader = Reader()
    # An older reader cannot be had but by standing in for it.
    monkeypatch.setattr(reading, "parse", reader)
    return reader


def upgrade(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.says.clear()
    for module in (reading, reparse):
        monkeypatch.setattr(module, "READER_VERSION", 99)


UNPARSED = Reading(Verdict.UNPARSED, issuer="hdfc", confidence=0.3, reason="not_enough_evidence")
NOTICE = Reading(Verdict.NOTICE, issuer="hdfc", confidence=0.9, reason="promotion")


def text_of(amount: int) -> str:
    return payment(amount).text or ""


def imported(person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Six payments: the old reader missed 1, took 2 for an offer, read 3 wrong; and a letter it took for a payment."""
    gmail.fill(payments=6, letters=1)
    right = parse(payment(3)).transactions[0]
    wrong = type(right)(right.amount * 100, right.currency, right.direction, right.kind, "NOBODY")
    reader.says = {
        text_of(1): UNPARSED,
        text_of(2): NOTICE,
        text_of(3): Reading(Verdict.TRANSACTION, (wrong,), "hdfc", OLD_WAY, 0.7),
        gmail.mails["let00000"].text or "": Reading(Verdict.TRANSACTION, (right,), None, OLD_WAY, 0.5),
    }
    sync.start(person, 6)
    answer_bells(bells)
    upgrade(reader, monkeypatch)


def told(report: reparse.Report) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.change, one.message_id, one.fields) for one in report.changes]


def test_a_re_read_shows_and_then_applies(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(person, gmail, bells, reader, monkeypatch)
    before = rows("SELECT * FROM transactions ORDER BY message_id")
    sync_job = dict(job_of(person))
    fetched_at = only("SELECT last_email_fetch_time AS t FROM users")["t"]
    cursor = only("SELECT history_id AS h FROM gmail_connections")["h"]

    started = reparse.start(person)
    answer_bells(bells)
    report = reparse.report(person, limit=10)
    assert (started.total_emails, report.job.status, report.job.processed_emails) == (7, "completed", 7)
    assert report.counts == {"new": 2, "changed": 1, "gone": 1}
    assert told(report) == [
        ("gone", "let00000", ()),
        ("new", "pay00000", ()),
        ("new", "pay00001", ()),
        ("changed", "pay00002", ("amount", "counterparty", "merchant", "category", "account_last4", "occurred_at", "reference")),
    ]
    changed = report.changes[3]
    assert (changed.before and changed.before.counterparty, changed.after and changed.after.counterparty) == ("NOBODY", "SHOP 3")
    # Nothing is applied yet, and the job that fetched nothing new moved neither cursor nor fetch time.
    assert rows("SELECT * FROM transactions ORDER BY message_id") == before
    assert only("SELECT last_email_fetch_time AS t FROM users")["t"] == fetched_at
    assert only("SELECT history_id AS h FROM gmail_connections")["h"] == cursor

    assert reparse.apply(person).counts == {"new": 2, "changed": 1, "gone": 1}
    stored = rows("SELECT message_id, amount, reader_version FROM transactions ORDER BY message_id")
    assert [(row["message_id"], int(row["amount"])) for row in stored] == [(f"pay{n:05d}", n + 1) for n in range(6)]
    assert {row["reader_version"] for row in stored} == {99}
    settled = rows("SELECT message_id, outcome, reason, reader_version FROM email_outcomes ORDER BY message_id")
    assert [row["outcome"] for row in settled] == ["notice", *["stored"] * 6]
    assert {row["reader_version"] for row in settled} == {99}
    # History stays history; what the re-read added is counted there.
    assert dict(only("SELECT * FROM email_sync_jobs WHERE id = :j", j=sync_job["id"])) == sync_job
    job = only("SELECT * FROM email_sync_jobs WHERE kind = 'reparse'")
    assert (job["parsed_transactions"], job["failed_emails"], job["skipped_emails"], job["imported_emails"]) == (2, 0, 1, 6)
    assert job["applied_at"] is not None


def test_applying_twice_changes_nothing_and_the_next_re_read_has_nothing_to_do(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(person, gmail, bells, reader, monkeypatch)
    reparse.start(person)
    answer_bells(bells)
    reparse.apply(person)
    first = rows("SELECT * FROM transactions ORDER BY id"), rows("SELECT * FROM email_sync_jobs ORDER BY id")
    assert reparse.apply(person).counts == {"new": 0, "changed": 0, "gone": 0}
    again = rows("SELECT * FROM transactions ORDER BY id"), rows("SELECT * FROM email_sync_jobs ORDER BY id")
    assert again[0] == first[0]
    assert [row["parsed_transactions"] for row in again[1]] == [row["parsed_transactions"] for row in first[1]]
    assert [row["applied_at"] for row in again[1]] == [row["applied_at"] for row in first[1]]
    started = reparse.start(person)
    assert (started.total_emails, started.created) == (0, True)
    assert reparse.report(person, limit=10).job.status == "completed"
    assert rows("SELECT * FROM email_rereads") == []


def test_a_mail_that_has_gone_or_is_not_understood_any_more_keeps_its_transaction(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(person, gmail, bells, reader, monkeypatch)
    del gmail.mails["pay00004"], gmail.mails["pay00000"]
    gmail.faults["pay00003"] = [FetchFault("unreadable", False, "malformed")]
    reader.says[text_of(6)] = UNPARSED
    reparse.start(person)
    answer_bells(bells)
    reparse.apply(person)
    assert {row["message_id"] for row in rows("SELECT message_id FROM transactions")} == {f"pay{n:05d}" for n in range(1, 6)}
    kept = {row["message_id"]: row["outcome"] for row in rows("SELECT message_id, outcome FROM email_outcomes")}
    # An unparsed mail that has left the mailbox is off the work list.
    assert [kept[f"pay{n:05d}"] for n in range(6)] == ["gone", *["stored"] * 5]
    job = only("SELECT * FROM email_sync_jobs WHERE kind = 'reparse'")
    assert job["processed_emails"] == job["imported_emails"] + job["skipped_emails"] + job["failed_emails"] == 7


def test_only_the_unparsed_when_asked(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(person, gmail, bells, reader, monkeypatch)
    gmail.fetched.clear()
    assert reparse.start(person, "unparsed").total_emails == 1
    answer_bells(bells)
    assert gmail.fetched == ["pay00000"]
    assert reparse.report(person, limit=10).counts == {"new": 1, "changed": 0, "gone": 0}


def test_a_re_read_and_a_sync_do_not_exclude_each_other_but_two_re_reads_do(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(person, gmail, bells, reader, monkeypatch)
    first = reparse.start(person)
    assert reparse.start(person) == reparse.Started(first.job_id, 7, created=False)
    assert sync.start(person, 6).created
    with pytest.raises(Conflict) as caught:
        reparse.apply(person)
    assert caught.value.code == "reparse_not_ready"
    answer_bells(bells)
    assert {row["status"] for row in rows("SELECT status FROM email_sync_jobs")} == {"completed"}
    assert job_of(person)["kind"] == "initial"
    assert reparse.report(person, limit=0).counts["new"] == 2


def test_another_mailbox_in_the_middle_ends_the_sync_and_the_re_read(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(person, gmail, bells, reader, monkeypatch)
    reparse.start(person)
    sync.start(person, 6)
    connections.connect(person, "other@example.com", "refresh-token", [SCOPE])
    jobs = rows("SELECT kind, status, failure_code FROM email_sync_jobs ORDER BY created_at")
    assert [(job["kind"], job["failure_code"]) for job in jobs] == [
        ("initial", None),
        ("reparse", "mailbox_changed"),
        ("initial", "mailbox_changed"),
    ]


def test_quota_is_granted_and_a_sync_goes_first(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(person, gmail, bells, reader, monkeypatch)
    run("DELETE FROM quota_grants")
    other = new_person("ravi@example.com")
    reparse.start(person)
    sync.start(other, 6)
    sync.list_mailbox(other, 6)
    bells.rung.clear()
    dispatch.dispatch()
    rung = granted(bells)
    kinds = [
        only("SELECT j.kind FROM email_sync_batches b JOIN email_sync_jobs j ON j.id = b.job_id WHERE b.id = :b", b=one)["kind"]
        for one in rung
    ]
    assert kinds == ["initial", "reparse"]
    assert only("SELECT sum(units) AS u FROM quota_grants WHERE batch_id = :b", b=rung[1])["u"] == 7


def test_a_worker_that_lost_its_lease_proposes_nothing(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(person, gmail, bells, reader, monkeypatch)
    reparse.start(person)
    bells.rung.clear()
    dispatch.dispatch()
    (batch,) = granted(bells)
    fetch = gmail.fetch

    def slow(ids: list[str], **options: Any) -> object:
        run("UPDATE email_sync_batches SET lease_expires_at = now() - interval '1 second' WHERE id = :b", b=batch)
        return fetch(ids, **options)

    # The lease must run out between claim and settling, while Gmail is asked.
    monkeypatch.setattr(gmail, "fetch", slow)
    sync.process_batch(batch)
    assert rows("SELECT * FROM email_rereads") == []
    monkeypatch.setattr(gmail, "fetch", fetch)
    dispatch.dispatch()
    answer_bells(bells)
    assert reparse.report(person, limit=0).counts == {"new": 2, "changed": 1, "gone": 1}


def test_who_has_none(person: uuid.UUID) -> None:
    with pytest.raises(NotFound) as caught:
        reparse.report(person, limit=1)
    assert caught.value.code == "reparse_not_found"
    with pytest.raises(NotFound) as caught:
        reparse.apply(uuid.uuid4())
    assert caught.value.code == "user_not_found"
    run("UPDATE gmail_connections SET state = 'needs_reconnect', state_reason = 'revoked'")
    with pytest.raises(Conflict) as refused:
        reparse.start(person)
    assert refused.value.code == "needs_reconnect"


def test_mail_from_outside_the_window_and_failed_mail_is_not_read_again(person: uuid.UUID) -> None:
    for message_id, outcome, version in (("a", "notice", None), ("b", "failed", None), ("c", "notice", 1), ("d", "gone", None)):
        run(
            "INSERT INTO email_outcomes (user_id, message_id, outcome, reader_version) VALUES (:u, :m, :o, :v)",
            u=person,
            m=message_id,
            o=outcome,
            v=version,
        )
    from app.db import transaction

    with transaction() as session:
        assert outcomes.rereadable_ids(session, person, 2, unparsed_only=False) == ["c"]
