"""Control of single mailboxes: what is in them, what is true of it, and what happens to them now."""

import re
from base64 import urlsafe_b64decode
from collections.abc import Callable
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Any
from urllib.parse import parse_qs

from sandbox.control_values import Json, Refused, body, known
from sandbox.ledger import Expected
from sandbox.mailbox import Mailbox
from sandbox.service import Service
from sandbox.wire import Request

_LABELS = ("INBOX", "CATEGORY_UPDATES")
_MOST_SHOWN = 200
_MOST_AT_ONCE = 100_000
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
        address, mails = str(asked.get("email", "")), int(asked.get("mails", 100))
        if not 0 <= mails <= _MOST_AT_ONCE:
            raise Refused(400, f"mails is between 0 and {_MOST_AT_ONCE}")
        if "@" not in address or not self._service.world.add(address, mails, int(asked.get("seed", 1))):
            raise Refused(409, "an address which is taken, or none")
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
        most = min(int(parse_qs(request.query).get("limit", ["20"])[-1]), _MOST_SHOWN)
        shown = []
        for index in range(len(mailbox) - 1, max(-1, len(mailbox) - 1 - most), -1):
            one = mailbox.message(index)
            told = {"from": one.source.sender(one.seed), "subject": one.source.subject(one.seed)}
            shown.append({"id": one.hex_id, "received": one.seed.received, "labels": list(one.labels), **told})
        return {"email": mailbox.persona.address, "messages": shown}

    def _deliver(self, mailbox: Mailbox, request: Request, _: str) -> Json:
        now = self._service.clock()
        mailbox.history.pass_time(now)
        # No mail begins with a brace: whoever sends one means JSON, whatever their tool calls it.
        if not request.body.lstrip().startswith(b"{"):
            if not request.body:
                raise Refused(400, "give a mail as RFC 822, or JSON: {raw, expected}, {generate} or {from, subject, text}")
            named = parse_qs(request.query).get("labels")
            labels = _labels(mailbox, named[-1].split(",") if named else None)
            return {"ids": [mailbox.deliver(request.body, None, labels, now)]}
        asked = known(body(request), "raw", "expected", "labels", "generate", "from", "subject", "text", "html")
        if "generate" in asked:
            return {"ids": mailbox.generate(min(int(asked["generate"]), _MOST_AT_ONCE), now)}
        raw = _unbase64(str(asked["raw"])) if "raw" in asked else _composed(mailbox.persona.address, asked, now)
        labels = _labels(mailbox, asked.get("labels"))
        return {"ids": [mailbox.deliver(raw, _expected(asked.get("expected")), labels, now)]}

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
        address, restore = mailbox.persona.address, bool(known(body(request), "restore").get("restore"))
        grants = self._service.grants
        (grants.restore if restore else grants.revoke)(address)
        return {"email": address, "revoked": not restore}


def _labels(mailbox: Mailbox, asked: Any) -> tuple[str, ...]:
    """Ids of labels that the mailbox has."""
    if asked is None:
        return _LABELS
    if not isinstance(asked, list) or not all(isinstance(one, str) and one in mailbox.book for one in asked):
        raise Refused(400, "labels is a list of ids of labels that the mailbox has, such as INBOX")
    return tuple(dict.fromkeys(asked))


def _composed(to: str, asked: dict[str, Any], now: float) -> bytes:
    """A mail from the few fields of a form."""
    mail = EmailMessage()
    try:
        mail["From"] = str(asked.get("from") or "Somebody <somebody@example.com>")
        mail["To"], mail["Subject"] = to, str(asked.get("subject", ""))
    except ValueError as error:
        raise Refused(400, str(error)) from error
    mail["Date"], mail["Message-ID"] = formatdate(now), make_msgid(domain="sandbox.test")
    mail.set_content(str(asked.get("text", "")))
    if asked.get("html"):
        mail.add_alternative(str(asked["html"]), subtype="html")
    return mail.as_bytes().replace(b"\n", b"\r\n")


def _unbase64(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _expected(given: Json | None) -> Expected | None:
    """A ledger entry as a test writes it: what it leaves out is not said by the mail."""
    if given is None:
        return None
    try:
        return {
            "amount": given["amount"],
            "currency": given["currency"],
            "direction": given["direction"],
            "kind": given.get("kind", "other"),
            "counterparty": given.get("counterparty"),
            "account_last4": given.get("account_last4"),
            "occurred_at": given.get("occurred_at"),
            "reference": given.get("reference"),
        }
    except KeyError as error:
        raise Refused(400, f"expected needs {error}") from error
