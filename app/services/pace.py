"""From the books to what an estimate needs: see eta.py for what each figure means."""

from collections.abc import Iterable

from app.config import get_settings
from app.services import eta
from app.services.eta import Pace, Spent, Turn
from app.storage.rates import Traffic, UserGrants

# A batch when none has ended lately: four HTTP batches and a little.
_FIRST_BATCH_SECONDS = 2.0


def pace_of(mine: Turn, others: Iterable[Turn], traffic: Traffic, grants: UserGrants) -> Pace:
    """What limits a sync that has `mine` left beside `others`, by the settings and what was granted lately."""
    settings = get_settings()
    tariff, size = settings.tariff, settings.emails_per_batch
    batch_seconds = grants.batch_seconds or traffic.batch_seconds or _FIRST_BATCH_SECONDS
    crowded = traffic.workers_full and traffic.ended_units > 0
    settled = traffic.ended_units / tariff.messages_get / (traffic.ended_over_seconds + batch_seconds)
    return Pace(
        units_per_mail=tariff.messages_get,
        mails_per_batch=size,
        batch_seconds=batch_seconds,
        user_limit=tariff.per_user_minute,
        project_limit=tariff.per_project_minute,
        project_spent=[Spent(units, ended_ago) for units, ended_ago in traffic.spent],
        spent=[Spent(units, ended_ago) for units, ended_ago in grants.grants],
        shared_mails=eta.shared_mails(mine, list(others), size),
        mails_at_work=traffic.in_flight * size,
        settled_per_second=settled if crowded else None,
    )
