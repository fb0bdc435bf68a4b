"""Control of single mailboxes: what is in them, what is true of it, and what happens to them now."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs

from sandbox.control_delivery import MOST_AT_ONCE, deliver
from sandbox.control_values import Json, Refused, body, flag, known, whole
from sandbox.mailbox import Mailbox
from sandbox.service import Service
from sandbox.wire import Request

_MOST_SHOWN = 200
_ADDRESS = re.compile(r"[^\s@<>,;/?#%]+@[^\s@<>,;/?#%]+")
_SEEDS = 1 << 63
Handler = Callable[[Mailbox, Request, str], Json]


class MailboxControl:
    def __init__(self, service: Service) -> None:
        self._service = service
        self._handlers: dict[tuple[str, str], Handler] = {
            ("GET", "ledger"): self._ledger,
            ("GET", "messages"): self._messages,
            ("POST", "messages"): self._deliver,
            ("DELETE", "messages"): self._delete,
            ("POST", "expire-history"): self._expire_history,
            ("POST", "revoke"): self._revoke,
        }

    def handler(self, method: str, what: str) -> Handler | None:
        return self._handlers.get((method, what))

    def listed(self, _: Json) -> Json:
        world, grants = self._service.world, self._service.grants
        return {
            "mailboxes": [
                {
                    "email": address,
                    "messages": count,
                    "ledger": world.has_ledger(address),
                    "revoked": grants.closed(address),
                    "clients": grants.given(address),
                }
                for address, count in world.sizes()
            ]
        }

    def create(self, asked: Json) -> Json:
        known(asked, "email", "mails", "seed")
        address, mails = asked.get("email"), whole(asked, "mails", 100, 0, MOST_AT_ONCE)
        seed = whole(asked, "seed", 1, -_SEEDS, _SEEDS - 1)
        if not isinstance(address, str) or not _ADDRESS.fullmatch(address):
            raise Refused(400, "email is an address, such as somebody@sandbox.test")
        if not self._service.world.add(address, mails, seed):
            raise Refused(409, f"there is a mailbox {address} already")
        return {"email": address, "messages": mails}

    def fetched_again(self, address: str) -> dict[str, int]:
        """Messages that were read more than once, with how often."""
        mailbox = self._service.world.mailbox(address)
        if mailbox is None:
            raise Refused(404, "no such mailbox")
        return {f"{mailbox.ids[index]:016x}": count for index, count in enumerate(mailbox.fetches) if count > 1}

    def _ledger(self, mailbox: Mailbox, _: Request, __: str) -> Json:
        address = mailbox.persona.address
        entries = mailbox.entries()
        known_truth = self._service.world.has_ledger(address)
        stored = len({entry["message_id"] for entry in entries})
        outcomes = {"stored": stored, "notice": len(mailbox) - stored} if known_truth else {}
        return {
            "email": address, "messages": len(mailbox), "complete": known_truth, "transactions": entries, "outcomes": outcomes,
        }  # fmt: skip

    def _messages(self, mailbox: Mailbox, request: Request, _: str) -> Json:
        """The newest first."""
        asked = parse_qs(request.query, keep_blank_values=True).get("limit", ["20"])[-1]
        if not re.fullmatch(r"[0-9]{1,9}", asked) or not int(asked):
            raise Refused(400, "limit is a whole number from 1")
        most = min(int(asked), _MOST_SHOWN)
        shown = []
        for index in range(len(mailbox) - 1, max(-1, len(mailbox) - 1 - most), -1):
            one = mailbox.message(index)
            told = {"from": one.source.sender(one.seed), "subject": one.source.subject(one.seed)}
            shown.append({"id": one.hex_id, "received": one.seed.received, "labels": list(one.labels), **told})
        return {"email": mailbox.persona.address, "messages": shown}

    def _deliver(self, mailbox: Mailbox, request: Request, _: str) -> Json:
        now = self._service.clock()
        mailbox.history.pass_time(now)
        return {"ids": deliver(mailbox, request, now)}

    def _delete(self, mailbox: Mailbox, _: Request, hex_id: str) -> Json:
        index = mailbox.index(int(hex_id, 16)) if re.fullmatch(r"[0-9a-f]{1,16}", hex_id) else None
        if index is None:
            raise Refused(404, "no such message")
        mailbox.history.pass_time(self._service.clock())
        mailbox.delete(index)
        return {"deleted": hex_id}

    def _expire_history(self, mailbox: Mailbox, _: Request, __: str) -> Json:
        mailbox.history.expire()
        return {"historyId": str(mailbox.history_id)}

    def _revoke(self, mailbox: Mailbox, request: Request, _: str) -> Json:
        """All that was granted to anybody; with `restore` the mailbox's own tokens hold again."""
        address, restore = mailbox.persona.address, flag(known(body(request), "restore"), "restore", default=False)
        grants = self._service.grants
        (grants.restore if restore else grants.revoke)(address)
        return {"email": address, "revoked": not restore}
