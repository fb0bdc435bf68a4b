"""Four classes want batches, and few workers take them: each has its share, whoever else is in front of the door."""

import uuid

import pytest

from app.services import dispatch, sync
from app.storage import turns
from tests.integration.services.conftest import Bells, granted, new_person
from tests.integration.services.facts import only, run
from tests.integration.services.scripted_gmail import ScriptedGmail


def begin(user: uuid.UUID) -> None:
    sync.start(user, 6)
    sync.list_mailbox(user, 6)


def owner(batch: uuid.UUID) -> uuid.UUID:
    found: uuid.UUID = only("SELECT user_id FROM email_sync_batches WHERE id = :b", b=batch)["user_id"]
    return found


def test_an_import_goes_on_while_more_people_begin_than_the_workers_can_serve(
    person: uuid.UUID, gmail: ScriptedGmail, bells: Bells
) -> None:
    """Those who have just begun find places beyond a full queue. They kept it full, and nobody else was granted anything."""
    gmail.fill(payments=30)
    for n in range(20):
        begin(new_person(f"newcomer{n}@example.com"))
    dispatch.dispatch()
    line = granted(bells)
    begin(person)
    run("UPDATE email_sync_jobs SET priority = 2, created_at = now() - interval '1 hour' WHERE user_id = :u", u=person)
    served = []
    for _ in range(8):
        for batch in line[:3]:
            sync.process_batch(batch)
        served += [owner(batch) for batch in line[:3]]
        del line[:3]
        dispatch.dispatch()
        line += granted(bells)
    assert person in {owner(batch) for batch in line} | set(served)


@pytest.mark.parametrize("kind", ["incremental", "retry", "reparse"])
@pytest.mark.usefixtures("person")
def test_only_imports_find_places_in_a_full_line_for_having_just_begun(gmail: ScriptedGmail, bells: Bells, kind: str) -> None:
    """What looks find is young, and its batches are first ones: counted as newcomers' they made the line longer each tick."""
    gmail.fill(payments=10)
    for n in range(3 * turns.SHORTEST_QUEUE):
        begin(new_person(f"user{n}@example.com"))
    run("UPDATE email_sync_jobs SET kind = :k, priority = CASE :k WHEN 'reparse' THEN 2 ELSE 1 END", k=kind)
    for _ in range(3):
        dispatch.dispatch()
    assert len(granted(bells)) == turns.SHORTEST_QUEUE
