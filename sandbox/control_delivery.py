"""What the control routes put into a mailbox: a mail as it is, one from the fields of a form, or generated ones."""

from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Any
from urllib.parse import parse_qs

from sandbox.control_values import Json, Refused, body, known, whole
from sandbox.errors import GoogleError
from sandbox.ledger import Expected, expected
from sandbox.mailbox import Mailbox
from sandbox.uploads import unpacked
from sandbox.wire import Request

MOST_AT_ONCE = 100_000
_LABELS = ("INBOX", "CATEGORY_UPDATES")
_WRITTEN = ("from", "subject", "text", "html")
_ASK = "give a mail as RFC 822, or JSON: {raw, expected}, {generate} or {from, subject, text}"


def deliver(mailbox: Mailbox, request: Request, now: float) -> list[str]:
    """The ids of what came in. `now` in epoch seconds. Raises Refused."""
    # No mail begins with a brace: whoever sends one means JSON, whatever their tool calls it.
    if not request.body.lstrip().startswith(b"{"):
        if not request.body.strip():
            raise Refused(400, _ASK)
        named = parse_qs(request.query).get("labels")
        labels = _labels(mailbox, named[-1].split(",") if named else None)
        return [mailbox.deliver(request.body, None, labels, now)]
    asked = known(body(request), "raw", "expected", "labels", "generate", *_WRITTEN)
    _require_one_way(asked)
    if "generate" in asked:
        return mailbox.generate(whole(asked, "generate", 1, 1, MOST_AT_ONCE), now)
    raw = _raw(asked["raw"]) if "raw" in asked else _composed(mailbox.persona.address, asked, now)
    return [mailbox.deliver(raw, _expected(asked.get("expected")), _labels(mailbox, asked.get("labels")), now)]


def _require_one_way(asked: Json) -> None:
    ways = [name for name in ("raw", "generate", *_WRITTEN) if name in asked]
    if not ways:
        raise Refused(400, _ASK)
    alone, others = ways[0], set(asked) - {ways[0]}
    heeded = {"raw": {"expected", "labels"}, "generate": set()}.get(alone, others)
    if others - heeded:
        raise Refused(400, f"{alone} does not go together with {', '.join(sorted(others - heeded))}")


def _labels(mailbox: Mailbox, asked: Any) -> tuple[str, ...]:
    """Ids of labels that the mailbox has."""
    if asked is None:
        return _LABELS
    if not isinstance(asked, list) or not all(isinstance(one, str) and one in mailbox.book for one in asked):
        raise Refused(400, "labels is a list of ids of labels that the mailbox has, such as INBOX")
    return tuple(dict.fromkeys(asked))


def _raw(given: Any) -> bytes:
    try:
        raw = unpacked(given) if isinstance(given, str) else b""
    except GoogleError:
        raw = b""
    if not raw.strip():
        raise Refused(400, "raw is a mail in base64url")
    return raw


def _composed(to: str, asked: Json, now: float) -> bytes:
    """A mail from the few fields of a form."""
    for name in _WRITTEN:
        if not isinstance(asked.get(name, ""), str):
            raise Refused(400, f"{name} is a text")
    mail = EmailMessage()
    try:
        mail["From"] = asked.get("from") or "Somebody <somebody@example.com>"
        mail["To"], mail["Subject"] = to, asked.get("subject", "")
    except ValueError as error:
        raise Refused(400, str(error)) from error
    mail["Date"], mail["Message-ID"] = formatdate(now), make_msgid(domain="sandbox.test")
    mail.set_content(asked.get("text", ""))
    if asked.get("html"):
        mail.add_alternative(asked["html"], subtype="html")
    return mail.as_bytes().replace(b"\n", b"\r\n")


def _expected(given: Any) -> Expected | None:
    try:
        return expected(given)
    except ValueError as error:
        raise Refused(400, str(error)) from error
