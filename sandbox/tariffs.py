"""What a call costs and what may be spent: Google's tariffs of today, or one read from a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from sandbox.discovery import Router


@dataclass(frozen=True, slots=True)
class Tariff:
    """Units for each method; units for each minute and day, None for no limit. A method without a price costs `other`."""

    name: str
    units: Mapping[str, int]
    per_user: int | None
    per_project: int | None
    per_day: int | None = None
    other: int = 5

    def price(self, method: str) -> int:
        return self.units.get(method, self.other)

    def shown(self) -> dict[str, Any]:
        return {
            "name": self.name, "per_user": self.per_user, "per_project": self.per_project, "per_day": self.per_day,
            "other": self.other, "units": dict(self.units),
        }  # fmt: skip


_LEGACY = {
    "getProfile": 1, "labels.list": 1, "labels.get": 1, "labels.create": 5, "labels.update": 5, "labels.patch": 5,
    "labels.delete": 5,
    "history.list": 2, "messages.list": 5, "messages.get": 5, "messages.attachments.get": 5, "messages.insert": 25,
    "messages.import": 25, "messages.send": 100, "messages.modify": 5, "messages.trash": 5, "messages.untrash": 5,
    "messages.delete": 10, "messages.batchModify": 50, "messages.batchDelete": 50, "threads.list": 10, "threads.get": 10,
    "threads.modify": 10, "threads.trash": 10, "threads.untrash": 10, "threads.delete": 20, "watch": 100, "stop": 50,
}  # fmt: skip
_LEGACY |= {
    "drafts.create": 10, "drafts.delete": 10, "drafts.get": 5, "drafts.list": 5, "drafts.send": 100, "drafts.update": 15,
    **dict.fromkeys((f"settings.{kind}.{verb}" for kind in ("delegates", "forwardingAddresses", "sendAs") for verb in
                     ("get", "list")), 1),
    **dict.fromkeys((f"settings.{kind}.create" for kind in ("delegates", "forwardingAddresses", "sendAs")), 100),
    "settings.filters.get": 1, "settings.filters.list": 1, "settings.getAutoForwarding": 1, "settings.getImap": 1,
    "settings.getPop": 1, "settings.getVacation": 1, "settings.sendAs.update": 100, "settings.sendAs.verify": 100,
    "settings.updatePop": 100,
}  # fmt: skip
_2026 = _LEGACY | {"messages.get": 20, "messages.attachments.get": 20, "threads.get": 40}
TARIFFS = {
    "2026": Tariff("2026", _2026, 6_000, 1_200_000, 80_000_000),
    "legacy": Tariff("legacy", _LEGACY, 15_000, 1_200_000),
    "none": Tariff("none", _2026, None, None),
}
_LIMITS = ("per_user", "per_project", "per_day")


def tariff(name_or_file: str) -> Tariff:
    """A tariff by name, or from a JSON file with what differs from tariff 2026. Raises ValueError."""
    if name_or_file in TARIFFS:
        return TARIFFS[name_or_file]
    path = Path(name_or_file)
    if not path.is_file():
        raise ValueError(f"{name_or_file} is neither a file nor one of {', '.join(TARIFFS)}")
    try:
        return from_json(path.stem, path.read_bytes())
    except OSError as error:
        raise ValueError(f"cannot read the tariff {path}: {error.strerror}") from error
    except ValueError as error:
        raise ValueError(f"cannot read the tariff {path}: {error}") from error


def from_json(name: str, text: bytes) -> Tariff:
    """`{"per_user": 6000, "per_project": null, "per_day": null, "other": 5, "units": {"messages.get": 20}}`, or less of it."""
    try:
        given = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error}") from error
    base = TARIFFS["2026"]
    if not isinstance(given, dict) or not set(given) <= {*_LIMITS, "other", "units"}:
        raise ValueError(f"a tariff is an object of {', '.join((*_LIMITS, 'other', 'units'))}")
    limits = {limit: given.get(limit, getattr(base, limit)) for limit in _LIMITS}
    units, other = given.get("units", {}), given.get("other", base.other)
    if not isinstance(units, dict) or not all(_price(one) for one in (*units.values(), other)):
        raise ValueError("units are whole numbers from 0")
    unknown = sorted(set(units) - {route.name for route in Router().routes()})
    if unknown:
        raise ValueError(f"units names no method of Gmail's: {', '.join(unknown)}; one is messages.get")
    if not all(limit is None or _price(limit) for limit in limits.values()):
        raise ValueError("a limit is a whole number from 0, or null")
    return Tariff(name, {**base.units, **units}, limits["per_user"], limits["per_project"], limits["per_day"], other)


def _price(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
