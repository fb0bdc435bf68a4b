"""What a person has set, as a mailbox keeps it. The methods are in `settings`."""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
FIRST: Json = {
    "AutoForwarding": {"enabled": False},
    "Imap": {"enabled": True, "autoExpunge": True, "expungeBehavior": "archive", "maxFolderSize": 0},
    "Pop": {"accessWindow": "disabled", "disposition": "leaveInInbox"},
    "Language": {"displayLanguage": "en"},
    "Vacation": {"enableAutoReply": False},
}


@dataclass(slots=True)
class Preferences:
    """`values` by the names of FIRST; `alias` is what was set for the address itself; `filters` by id."""

    values: Json = field(default_factory=lambda: deepcopy(FIRST))
    alias: Json = field(default_factory=dict)
    filters: dict[str, Json] = field(default_factory=dict)
