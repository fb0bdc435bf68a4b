"""From the books to what an estimate needs: see eta.py for what each figure means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from app.config import Settings, get_settings
from app.domain.priority import Priority
from app.services.budget import kept_from, mailboxes_at_once
from app.services.eta import Pace, Spent
from app.services.rounds import Round, Turn
from app.storage.rates import LiveJob, Traffic, UserGrants
from app.storage.turns import FIRST_BATCHES, FIRST_TRANSACTIONS, MOST_FIRST_BATCHES

# A batch when none has ended lately: four HTTP batches and a little.
_FIRST_BATCH_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Rounds:
    """Who takes turns with whom: all live syncs, and those of one mailbox."""

    of_all: Round
    of_mailbox: Mapping[int, Round]

    @classmethod
    def of(cls, live: Iterable[LiveJob]) -> "Rounds":
        size = get_settings().emails_per_batch
        of_mailbox: dict[int, list[Turn]] = defaultdict(list)
        for one in live:
            of_mailbox[one.mailbox].append(turn_of(one, size))
        of_all = Round(chain.from_iterable(of_mailbox.values()), size, mailboxes_at_once(get_settings().tariff))
        return cls(of_all, {mailbox: Round(some, size) for mailbox, some in of_mailbox.items()})


def pace_of(mine: LiveJob, rounds: Rounds, traffic: Traffic, grants: UserGrants) -> Pace:
    """What limits one of the jobs of `rounds`, by the settings and what was granted lately."""
    settings = get_settings()
    tariff, size = settings.tariff, settings.emails_per_batch
    turn = turn_of(mine, size)
    batch_seconds = grants.batch_seconds or traffic.batch_seconds or _FIRST_BATCH_SECONDS
    crowded = traffic.workers_full and traffic.ended_units > 0
    settled = traffic.ended_units / tariff.messages_get / (traffic.ended_over_seconds + batch_seconds)
    return Pace(
        units_per_mail=tariff.messages_get,
        mails_per_batch=size,
        batch_seconds=batch_seconds,
        user_limit=tariff.per_user_minute,
        project_limit=_project_limit(settings, turn),
        project_spent=[Spent(units, ended_ago) for units, ended_ago in traffic.spent],
        spent=[Spent(units, ended_ago) for units, ended_ago in grants.grants],
        shared_mails=rounds.of_all.shared_mails(turn),
        mailbox_mails=rounds.of_mailbox[mine.mailbox].shared_mails(turn),
        mails_at_work=traffic.in_flight * size,
        settled_per_second=settled if crowded else None,
    )


def turn_of(job: LiveJob, size: int) -> Turn:
    """What is left of a job, and in which class; `size` is that of a batch."""
    return Turn(job.left, job.granted_at, job.priority, first=_first(job, size))


def _first(job: LiveJob, size: int) -> int:
    """Mails that still go before imports; after the first batches, as many as it seems to take to the hundredth transaction."""
    first = max(0, FIRST_BATCHES * size - job.done)
    if first >= size:
        return first
    missing = max(0, FIRST_TRANSACTIONS - job.transactions) * job.done // max(1, job.transactions)
    return max(first, min(missing, MOST_FIRST_BATCHES * size - job.done))


def _project_limit(settings: Settings, turn: Turn) -> int | None:
    """What the class it ends in may spend."""
    limit = settings.tariff.per_project_minute
    last = Priority.IMPORT if turn.parts().get(Priority.IMPORT) else turn.priority
    return None if limit is None else limit - kept_from(last, settings.tariff)
