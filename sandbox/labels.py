"""The labels of a mailbox: Gmail's own, and those its user made."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

SYSTEM = (
    "CHAT", "SENT", "INBOX", "IMPORTANT", "TRASH", "DRAFT", "SPAM", "CATEGORY_FORUMS", "CATEGORY_UPDATES", "CATEGORY_PERSONAL",
    "CATEGORY_PROMOTIONS", "CATEGORY_SOCIAL", "STARRED", "UNREAD",
)  # fmt: skip
# Those which Gmail's own list leaves out of sight.
HIDDEN = frozenset(SYSTEM) - {"SENT", "INBOX", "DRAFT", "STARRED", "UNREAD"}


@dataclass(frozen=True, slots=True)
class Label:
    """A user's label. The two visibilities and the colours are Gmail's words; None where none was said."""

    id: str
    name: str
    message_list: str | None = None
    label_list: str | None = None
    colour: tuple[str, str] | None = None  # background, text


class LabelBook:
    __slots__ = ("_next", "own")

    def __init__(self) -> None:
        self.own: dict[str, Label] = {}
        self._next = 1

    def __contains__(self, label_id: str) -> bool:
        return label_id in SYSTEM or label_id in self.own

    def named(self, name: str) -> str | None:
        """The id of the label of this name, in any case."""
        wanted = name.lower()
        system = next((one for one in SYSTEM if one.lower() == wanted), None)
        return system or next((one.id for one in self.own.values() if one.name.lower() == wanted), None)

    def joined(self, ids: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
        """The ids, and those of the labels of these names, which are made where they are missing; each once."""
        own = (self.named(name) or self.create(Label("", name, "show", "labelShow")).id for name in names)
        return tuple(dict.fromkeys((*ids, *own)))

    def create(self, label: Label) -> Label:
        made = replace(label, id=f"Label_{self._next}")
        self._next += 1
        self.own[made.id] = made
        return made
