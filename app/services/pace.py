"""From the books to what an estimate needs: see eta.py for what each figure means."""

from collections.abc import Iterable

from app.config import Settings, get_settings
from app.domain.priority import Priority
from app.services import eta
from app.services.budget import kept_from
from app.services.eta import Pace, Spent, Turn
from app.storage.rates import LiveJob, Traffic, UserGrants
from app.storage.turns import FIRST_BATCHES

# A batch when none has ended lately: four HTTP batches and a little.
_FIRST_BATCH_SECONDS = 2.0


def pace_of(mine: LiveJob, others: Iterable[LiveJob], traffic: Traffic, grants: UserGrants) -> Pace:
    """What limits a job like `mine` beside `others`, by the settings and what was granted lately."""
    settings = get_settings()
    tariff, size = settings.tariff, settings.emails_per_batch
    others = list(others)
    turn, of_all = _turn(mine, size), [_turn(one, size) for one in others]
    of_mailbox = [_turn(one, size) for one in others if one.mailbox == mine.mailbox]
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
        shared_mails=eta.shared_mails(turn, of_all, size),
        mailbox_mails=eta.shared_mails(turn, of_mailbox, size),
        mails_at_work=traffic.in_flight * size,
        settled_per_second=settled if crowded else None,
    )


def _turn(job: LiveJob, size: int) -> Turn:
    return Turn(job.left, job.granted_at, job.priority, first=max(0, FIRST_BATCHES * size - job.done))


def _project_limit(settings: Settings, turn: Turn) -> int | None:
    """What the class it ends in may spend."""
    limit = settings.tariff.per_project_minute
    last = Priority.IMPORT if turn.parts().get(Priority.IMPORT) else turn.priority
    return None if limit is None else limit - kept_from(last, limit)
