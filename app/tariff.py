"""What Gmail's methods cost and what may be spent: the known tariffs, and those of a file."""

import json
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, PositiveInt, ValidationError

from app.errors import ConfigurationError
from app.setting_forms import first_fault


class Tariff(BaseModel):
    """What each Gmail method costs, in quota units, and what may be spent. A limit of None is no limit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    messages_get: PositiveInt
    messages_list: PositiveInt = 5
    history_list: PositiveInt = 2
    get_profile: PositiveInt = 1
    per_user_minute: PositiveInt | None
    per_project_minute: PositiveInt | None
    per_project_day: PositiveInt | None = None


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
        raise ConfigurationError(f"GMAIL_TARIFF={name}: {field}: {message}") from error
    except ValueError as error:
        raise ConfigurationError(f"GMAIL_TARIFF={name}: not JSON, {error}") from error
