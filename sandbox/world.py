"""Which mailboxes exist. A mailbox is built when somebody first asks for it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sandbox.delivered import NewMail
from sandbox.generator import Catalogue
from sandbox.mailbox import EPOCH, Listener, Mailbox
from sandbox.slots import Persona, seeded_hash

OWN = "me@sandbox.test"
_NAMES = (
    "Asha Verma",
    "Rahul Nair",
    "Sneha Patil",
    "Arjun Mehta",
    "Divya Krishnan",
    "Imran Sheikh",
    "Maya Fernandes",
    "Vivek Saxena",
)


def persona(address: str, seed: int) -> Persona:
    """The person behind an address: the same for the same address and seed."""
    mixed = seeded_hash(f"{seed}/{address}")
    return Persona(address, _NAMES[mixed % len(_NAMES)], mixed)


class World:
    """Mailboxes by address. Times are epoch seconds; `started` is the moment their mails' ages count from.

    Addresses are the same in any case; told is the case in which they were planned.
    Whoever stands in `listeners` hears of every change in any mailbox, as it happens.
    """

    def __init__(self, catalogue: Catalogue, started: float) -> None:
        self._catalogue = catalogue
        self._started = started
        self.listeners: list[Listener] = []
        self._spelt: dict[str, str] = {}
        self._planned: dict[str, tuple[Persona, int]] = {}
        self._built: dict[str, Mailbox] = {}
        self._unlabelled: set[str] = set()

    def add(self, address: str, mails: int, seed: int) -> bool:
        """Plan a mailbox. False when the address is taken."""
        if address in self:
            return False
        self._spelt[address.lower()] = address
        self._planned[address] = (persona(address, seed), mails)
        return True

    def import_mails(self, address: str, mails: Iterable[NewMail]) -> int:
        """Put somebody's own mails into their own mailbox, which has no ledger. Returns how many.

        Its ids come from the mails' dates alone: they are the same whenever the sandbox starts.
        """
        if self.add(address, 0, 0):
            owner = replace(self._planned[address][0], name="Your own mail")
            self._planned[address] = (owner, 0)
            self._built[address] = Mailbox(owner, self._catalogue, 0, EPOCH, self.listeners)
            self._unlabelled.add(address)
        return self._built[address].add_all(mails)

    def has_ledger(self, address: str) -> bool:
        """Is all of it mail whose truth is known?"""
        return address not in self._unlabelled

    def __contains__(self, address: str) -> bool:
        return address.lower() in self._spelt

    def spelt(self, address: str) -> str | None:
        """A mailbox's address as it was planned, or None when there is no such mailbox."""
        return self._spelt.get(address.lower())

    def addresses(self) -> Iterator[str]:
        return iter(self._planned)

    def persona(self, address: str) -> Persona | None:
        own = self.spelt(address)
        return self._planned[own][0] if own else None

    def mailbox(self, address: str) -> Mailbox | None:
        built = self._built.get(address)
        own = None if built else self.spelt(address)
        if own and (built := self._built.get(own)) is None:
            owner, mails = self._planned[own]
            built = self._built[own] = Mailbox(owner, self._catalogue, mails, self._started, self.listeners)
        return built

    def sizes(self) -> Iterator[tuple[str, int]]:
        """(address, messages) of every mailbox, without building any."""
        for address, (_, mails) in self._planned.items():
            built = self._built.get(address)
            yield address, mails if built is None else len(built)


def populate(world: World, users: int, mails: int, seed: int) -> None:
    for number in range(1, users + 1):
        world.add(f"user{number}@sandbox.test", mails, seed)
