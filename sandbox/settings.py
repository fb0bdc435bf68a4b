"""settings.*: what a person has set. It is kept and told, and changes nothing of what happens to mail."""

from hashlib import sha256
from typing import Any

from sandbox.bodies import filled
from sandbox.calls import Call, Json, Method
from sandbox.errors import GoogleError, invalid, not_found
from sandbox.preferences import FIRST

_CHANGEABLE = ("displayName", "replyToAddress", "signature")
# What Google lets nobody do but service accounts of a Workspace domain.
_RESTRICTED = (
    "settings.delegates.create", "settings.delegates.delete", "settings.delegates.get", "settings.delegates.list",
    "settings.forwardingAddresses.create", "settings.forwardingAddresses.delete", "settings.sendAs.create",
    "settings.sendAs.delete", "settings.sendAs.verify", "settings.updateAutoForwarding",
)  # fmt: skip


def _getter(name: str) -> Method:
    return lambda call: call.mailbox.preferences.values[name]


def _setter(name: str) -> Method:
    def update(call: Call) -> Json:
        given = filled(call.json())
        # A time may come as a number, and goes out as text.
        kept = {key: str(value) if key in ("startTime", "endTime") else value for key, value in given.items()}
        call.mailbox.preferences.values[name] = kept
        return kept

    return update


def _refused(_: Call) -> Json:
    raise GoogleError(403, "Access restricted to service accounts that have been delegated domain-wide authority", "forbidden")


def _alias(call: Call) -> Json:
    """Everybody sends as themselves, and as nobody else."""
    own = call.mailbox.persona
    first = {"sendAsEmail": own.address, "displayName": own.name, "replyToAddress": "", "signature": ""}
    return {**first, **call.mailbox.preferences.alias, "isPrimary": True, "isDefault": True}


def _own_alias(call: Call) -> Json:
    if call.arguments.path["sendAsEmail"].lower() != call.mailbox.persona.address.lower():
        raise not_found()
    return _alias(call)


def _set_alias(call: Call, base: Json) -> Json:
    _own_alias(call)
    given = filled(call.json())
    call.mailbox.preferences.alias = base | {name: given[name] for name in _CHANGEABLE if name in given}
    return _alias(call)


def _filters(call: Call) -> Json:
    found = list(call.mailbox.preferences.filters.values())
    return {"filter": found} if found else {}


def _filter(call: Call) -> Json:
    found = call.mailbox.preferences.filters.get(call.arguments.path["id"])
    if found is None:
        raise not_found()
    return found


def _create_filter(call: Call) -> Json:
    given = filled(call.json())
    criteria, action = given.get("criteria"), given.get("action")
    if not criteria or not action:
        raise invalid("Filter doesn't have any criteria or actions.")
    _check_labels(call, action)
    filter_id = "ANe1Bm" + sha256(repr((criteria, action)).encode()).hexdigest()[:32]
    filters = call.mailbox.preferences.filters
    if filter_id in filters:
        raise GoogleError(400, "Filter already exists", "failedPrecondition")
    filters[filter_id] = {"id": filter_id, "criteria": criteria, "action": action}
    return filters[filter_id]


def _check_labels(call: Call, action: dict[str, Any]) -> None:
    for one in (*action.get("addLabelIds", ()), *action.get("removeLabelIds", ())):
        if one not in call.mailbox.book:
            raise invalid(f"Invalid label: {one}")


def _delete_filter(call: Call) -> None:
    del call.mailbox.preferences.filters[_filter(call)["id"]]


def _no_address(_: Call) -> Json:
    raise not_found()


SETTINGS: dict[str, Method] = {
    **{f"settings.get{name}": _getter(name) for name in FIRST},
    **{f"settings.update{name}": _setter(name) for name in FIRST},
    "settings.sendAs.list": lambda call: {"sendAs": [_alias(call)]},
    "settings.sendAs.get": _own_alias,
    "settings.sendAs.patch": lambda call: _set_alias(call, call.mailbox.preferences.alias),
    "settings.sendAs.update": lambda call: _set_alias(call, {}),
    "settings.filters.list": _filters,
    "settings.filters.get": _filter,
    "settings.filters.create": _create_filter,
    "settings.filters.delete": _delete_filter,
    "settings.forwardingAddresses.list": lambda _: {},
    "settings.forwardingAddresses.get": _no_address,
    **dict.fromkeys(_RESTRICTED, _refused),
}
