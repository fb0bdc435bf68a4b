"""A fault as somebody describes it in JSON. What nobody could mean is refused: a fault that never strikes proves nothing."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from sandbox.catalogue import KINDS
from sandbox.fault import Fault

_NAMES = tuple(field.name for field in fields(Fault))
_TYPES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("kind", "method", "user", "message_id", "reason", "where"), (str,)),
    **dict.fromkeys(("part", "status", "retry_after", "count", "after", "seed", "megabytes", "limit"), (int,)),
    **dict.fromkeys(("probability", "duration", "seconds"), (int, float)),
}
# The least and the most of a field, where it was given at all.
_RANGES: Mapping[str, tuple[float, float]] = {
    "probability": (0, 1),
    "count": (1, 1 << 53),
    "after": (0, 1 << 53),
    "part": (0, 99),
    "duration": (0.001, 1 << 53),
    "seconds": (0, 86_400),
    "retry_after": (0, 86_400),
    "megabytes": (1, 4096),
    "limit": (1, 100),
    "status": (200, 599),
}
_WITHOUT_BODY = (204, 205, 304)
# Where a kind takes hold: what of a scope it never meets there, and the only methods it meets, if not all.
_BLIND: Mapping[str, tuple[str, ...]] = {
    "batch": ("part", "message_id"),
    "parts": ("part", "message_id"),
    "wire": ("part",),
    "push": ("part", "message_id"),
    "search": ("message_id",),
}
_ONLY: Mapping[str, tuple[str, ...]] = {
    "batch": ("batch",),
    "parts": ("batch",),
    "push": ("push",),
    "search": ("messages.list", "threads.list", "drafts.list"),
}


def read(described: dict[str, Any]) -> Fault:
    """Raises ValueError, or TypeError for what is no object."""
    if not isinstance(described, dict):
        raise TypeError("a fault is a JSON object")
    kind = KINDS.get(str(described.get("kind")))
    if kind is None:
        raise ValueError(f"kind is one of {', '.join(KINDS)}")
    _check_types(described)
    fault = Fault(**{name: value for name, value in described.items() if value is not None})
    _check_ranges(fault)
    fault = fault if "method" in described else replace(fault, method=kind.method)
    _check_scope(fault, kind.where)
    return fault


def _check_types(described: dict[str, Any]) -> None:
    for name, value in described.items():
        if name not in _TYPES:
            raise ValueError(f"unknown: {name}; a fault has {', '.join(_NAMES)}")
        if value is not None and (isinstance(value, bool) or not isinstance(value, _TYPES[name])):
            raise ValueError(f"{name} is not {' or '.join(one.__name__ for one in _TYPES[name])}")


def _check_ranges(fault: Fault) -> None:
    for name, (low, high) in _RANGES.items():
        value = getattr(fault, name)
        if value is not None and not low <= value <= high:
            raise ValueError(f"{name} is between {low} and {high}")
    if fault.where not in ("header", "message", "both"):
        raise ValueError("where is header, message or both")
    if fault.status in _WITHOUT_BODY or (fault.kind == "status" and fault.status is not None and fault.status < 400):
        raise ValueError(f"status {fault.status} is none of a refusal, or has no body")
    if fault.kind == "throttle" and fault.status not in (None, 403, 429):
        raise ValueError("status is 403 or 429")


def _check_scope(fault: Fault, where: str) -> None:
    blind = [name for name in _BLIND.get(where, ()) if getattr(fault, name) is not None]
    if blind:
        raise ValueError(f"{fault.kind} strikes no single {blind[0]}: it would never strike")
    only = ("history.list",) if fault.kind == "double_history" else _ONLY.get(where)
    if only and fault.method not in ("*", *only):
        raise ValueError(f"{fault.kind} strikes {' and '.join(only)}, not {fault.method}: it would never strike")
