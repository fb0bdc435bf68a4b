"""What Gmail's methods cost and what may be spent: the known tariffs, and those of a file."""

import json
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.errors import ConfigurationError
from app.setting_forms import first_fault

# A cost for a hundred mails and a limit must fit into their columns.
Cost = Annotated[int, Field(gt=0, le=10_000)]
Limit = Annotated[int, Field(gt=0, le=2**53)]


class Tariff(BaseModel):
    """What each Gmail method costs, in quota units, and what may be spent. A limit of None is no limit."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    messages_get: Cost
    messages_list: Cost = 5
    history_list: Cost = 2
    get_profile: Cost = 1
    per_user_minute: Limit | None
    per_project_minute: Limit | None
    per_project_day: Limit | None = None

    @property
    def first_page(self) -> int:
        """What a listing must be granted at once, or it never begins."""
        return self.get_profile + max(self.messages_list, self.history_list)


# Google's published tables: `2026` holds for projects made since May 2026, `legacy` for older ones.
TARIFFS = {
    "2026": Tariff(messages_get=20, per_user_minute=6_000, per_project_minute=1_200_000, per_project_day=80_000_000),
    "legacy": Tariff(messages_get=5, per_user_minute=15_000, per_project_minute=1_200_000),
    "none": Tariff(messages_get=1, per_user_minute=None, per_project_minute=None),
}


@cache
def named_tariff(name: str) -> Tariff:
    """The tariff of this name or in this file. Raises ConfigurationError when it is neither, or no good."""
    if name in TARIFFS:
        return TARIFFS[name]
    path = Path(name)
    if not path.is_file():
        raise ConfigurationError(f"GMAIL_TARIFF={name}: neither one of {', '.join(TARIFFS)} nor a file")
    try:
        return Tariff.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ConfigurationError(f"GMAIL_TARIFF={name}: {error.strerror}") from error
    except ValidationError as error:
        field, message = first_fault(error)
        raise ConfigurationError(": ".join(filter(None, (f"GMAIL_TARIFF={name}", field, message)))) from error
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(f"GMAIL_TARIFF={name}: not JSON, {error}") from error


def require_room(name: str, what: str, cost: int) -> None:
    """Raises ConfigurationError when this tariff never allows what is granted at once: it would wait for ever."""
    tariff = named_tariff(name)
    limits = (
        ("a user may spend a minute", tariff.per_user_minute),
        ("the project may spend a minute", tariff.per_project_minute),
        ("the project may spend a day", tariff.per_project_day),
    )
    for whose, limit in limits:
        if limit is not None and cost > limit:
            raise ConfigurationError(f"{what} costs {cost} units, more than the {limit} {whose} by GMAIL_TARIFF={name}")
