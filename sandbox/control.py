"""The sandbox's own endpoints under /sandbox: for tests and demos, from this machine only."""

import re
from base64 import urlsafe_b64decode
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, unquote

import orjson

from sandbox.ledger import Expected
from sandbox.mailbox import Mailbox
from sandbox.service import Service
from sandbox.wire import Answer, Request, as_json

_LABELS = ("INBOX", "CATEGORY_UPDATES")
_MAILBOX = re.compile(r"/sandbox/mailboxes/(?P<address>[^/]+)/(?P<what>ledger|messages|expire-history|revoke)(?:/(?P<id>[^/]+))?")
Json = dict[str, Any]


class Refused(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Control:
    def __init__(self, service: Service) -> None:
        self._service = service
        self._fixed: dict[tuple[str, str], Callable[[Request], Any]] = {
            ("GET", "/sandbox/health"): self._health,
            ("GET", "/sandbox/usage"): self._usage,
            ("GET", "/sandbox/contract"): self._contract,
            ("GET", "/sandbox/mailboxes"): self._mailboxes,
            ("POST", "/sandbox/mailboxes"): self._create,
            ("GET", "/sandbox/faults"): self._faults,
            ("POST", "/sandbox/faults"): self._inject,
            ("DELETE", "/sandbox/faults"): self._heal,
        }
        self._own: dict[tuple[str, str], Callable[[Mailbox, Request, str], Any]] = {
            ("GET", "ledger"): self._ledger,
            ("POST", "messages"): self._deliver,
            ("DELETE", "messages"): self._delete,
            ("POST", "expire-history"): self._expire_history,
            ("POST", "revoke"): self._revoke,
        }

    def answer(self, request: Request, client: str) -> Answer:
        if client not in ("127.0.0.1", "::1"):
            return as_json({"error": "from this machine only"}, 403)
        try:
            return as_json(self._route(request))
        except Refused as refused:
            return as_json({"error": str(refused)}, refused.status)

    def _route(self, request: Request) -> Any:
        fixed = self._fixed.get((request.method, request.path))
        if fixed is not None:
            return fixed(request)
        found = _MAILBOX.fullmatch(request.path)
        own = self._own.get((request.method, found["what"])) if found else None
        if found is None or own is None:
            raise Refused(404, f"no {request.method} {request.path}")
        mailbox = self._service.world.mailbox(unquote(found["address"]))
        if mailbox is None:
            raise Refused(404, "no such mailbox")
        return own(mailbox, request, found["id"] or "")

    def _health(self, _: Request) -> Json:
        return {"status": "ok", "mailboxes": sum(1 for _ in self._service.world.sizes())}

    def _contract(self, _: Request) -> Json:
        contract = self._service.contract
        return contract.report() if contract else {"checked": 0, "broken": []}

    def _usage(self, request: Request) -> Json:
        usage: Json = dict(self._service.quota.usage())
        address = parse_qs(request.query).get("user", [""])[-1]
        if address:
            usage["fetched_again"] = _fetched_again(self._service.world.mailbox(address))
        return usage

    def _mailboxes(self, _: Request) -> Json:
        return {"mailboxes": [{"email": address, "messages": count} for address, count in self._service.world.sizes()]}

    def _create(self, request: Request) -> Json:
        asked = _body(request)
        address, mails = str(asked.get("email", "")), int(asked.get("mails", 100))
        if "@" not in address or not self._service.world.add(address, mails, int(asked.get("seed", 1))):
            raise Refused(409, "an address which is taken, or none")
        return {"email": address, "messages": mails}

    def _faults(self, _: Request) -> Json:
        return {"faults": self._service.faults.listed()}

    def _inject(self, request: Request) -> Json:
        try:
            self._service.faults.add(_body(request))
        except (ValueError, TypeError) as error:
            raise Refused(400, str(error)) from error
        return {"faults": self._service.faults.listed()}

    def _heal(self, _: Request) -> Json:
        self._service.faults.clear()
        return {"faults": []}

    def _ledger(self, mailbox: Mailbox, _: Request, __: str) -> Json:
        entries = mailbox.entries()
        stored = len({entry["message_id"] for entry in entries})
        outcomes = {"stored": stored, "notice": len(mailbox) - stored}
        return {"email": mailbox.persona.address, "messages": len(mailbox), "transactions": entries, "outcomes": outcomes}

    def _deliver(self, mailbox: Mailbox, request: Request, _: str) -> Json:
        now = self._service.clock()
        if request.headers.get("content-type", "").startswith("message/rfc822"):
            return {"ids": [mailbox.deliver(request.body, None, _LABELS, now)]}
        asked = _body(request)
        if "generate" in asked:
            return {"ids": mailbox.generate(int(asked["generate"]), now)}
        if "raw" not in asked:
            raise Refused(400, "give message/rfc822, {raw, expected} or {generate}")
        labels = tuple(asked.get("labels", _LABELS))
        return {"ids": [mailbox.deliver(_unbase64(asked["raw"]), _expected(asked.get("expected")), labels, now)]}

    def _delete(self, mailbox: Mailbox, _: Request, hex_id: str) -> Json:
        index = mailbox.index(int(hex_id, 16)) if re.fullmatch(r"[0-9a-f]{1,16}", hex_id) else None
        if index is None:
            raise Refused(404, "no such message")
        mailbox.delete(index)
        return {"deleted": hex_id}

    def _expire_history(self, mailbox: Mailbox, _: Request, __: str) -> Json:
        mailbox.expire_history()
        return {"historyId": str(mailbox.history_id)}

    def _revoke(self, mailbox: Mailbox, request: Request, _: str) -> Json:
        address, restore = mailbox.persona.address, bool(_body(request).get("restore"))
        tokens = self._service.tokens
        (tokens.restore if restore else tokens.revoke)(address)
        return {"email": address, "revoked": not restore}


def _fetched_again(mailbox: Mailbox | None) -> dict[str, int]:
    if mailbox is None:
        raise Refused(404, "no such mailbox")
    return {f"{mailbox.ids[index]:016x}": count for index, count in enumerate(mailbox.fetches) if count > 1}


def _body(request: Request) -> Json:
    try:
        value = orjson.loads(request.body or b"{}")
    except orjson.JSONDecodeError as error:
        raise Refused(400, "not JSON") from error
    if not isinstance(value, dict):
        raise Refused(400, "not a JSON object")
    return value


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
