"""Gmail's side of the wire, in memory: answers as bytes, and a transport that gives them."""

import base64
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.config import Settings
from app.gmail.transport import Answer

BOUNDARY = "batch_Zm9vYmFyYmF6"
MULTIPART = f"multipart/mixed; boundary={BOUNDARY}"
ASKED = re.compile(rb"Content-ID: <([^>]+)>")


@dataclass(frozen=True, slots=True)
class Sent:
    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None
    seconds: float

    @property
    def token(self) -> str:
        return self.headers["Authorization"].removeprefix("Bearer ")

    @property
    def asked(self) -> list[str]:
        return [label.decode() for label in ASKED.findall(self.body or b"")]


Reply = Answer | Exception | Callable[[Sent], Answer]


class ScriptedTransport:
    """Gives its replies in turn, the last one for ever."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.sent: list[Sent] = []

    def send(self, method: str, url: str, *, headers: Mapping[str, str], body: bytes | None, seconds: float) -> Answer:
        self.sent.append(Sent(method, url, headers, body, seconds))
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if isinstance(reply, Exception):
            raise reply
        return reply if isinstance(reply, Answer) else reply(self.sent[-1])


@dataclass
class FixedTokens:
    """Tokens in turn: every refresh gives the next; an exception in their place is raised."""

    tokens: list[str | Exception] = field(default_factory=lambda: ["token-0", "token-1"])
    rejected: list[str] = field(default_factory=list)

    def access_token(self) -> str:
        return self._give()

    def refresh(self, rejected: str) -> str:
        self.rejected.append(rejected)
        self.tokens.pop(0)
        return self._give()

    def _give(self) -> str:
        if isinstance(self.tokens[0], Exception):
            raise self.tokens[0]
        return self.tokens[0]


def settings(**changes: Any) -> Settings:
    return Settings(_env_file=None, gmail_api_root="http://gmail.test/", google_token_url="http://gmail.test/token", **changes)


def ids(count: int) -> list[str]:
    return [f"18c0{number:012x}" for number in range(count)]


def encoded(text: str | bytes) -> str:
    return base64.urlsafe_b64encode(text.encode() if isinstance(text, str) else text).decode()


def leaf(mime_type: str, text: str | bytes, **more: Any) -> dict[str, Any]:
    return {"partId": "", "mimeType": mime_type, "filename": "", "headers": [], "body": {"data": encoded(text)}, **more}


def message(message_id: str, **more: Any) -> dict[str, Any]:
    payload = leaf("text/plain", f"body of {message_id}", headers=[{"name": "From", "value": "Bank <alerts@bank.test>"}])
    return {"id": message_id, "internalDate": "1700000000000", "payload": payload, **more}


def part(label: str, body: bytes, *, status: int = 200, headers: str = "") -> bytes:
    head = f"Content-Type: application/http\r\nContent-ID: <response-{label}>\r\n\r\n"
    inner = f"HTTP/1.1 {status} Whatever\r\nContent-Type: application/json; charset=UTF-8\r\n{headers}\r\n"
    return (head + inner).encode() + body + b"\r\n"


def good(message_id: str) -> bytes:
    return part(message_id, json.dumps(message(message_id)).encode())


def error_body(http_status: int, reason: str | None = None, text: str = "no", **more: Any) -> bytes:
    error: dict[str, Any] = {"code": http_status, "message": text, **more}
    if reason:
        error["errors"] = [{"message": text, "domain": "usageLimits", "reason": reason}]
    return json.dumps({"error": error}).encode()


def bad(message_id: str, status: int, reason: str | None = None, text: str = "no", headers: str = "") -> bytes:
    return part(message_id, error_body(status, reason, text), status=status, headers=headers)


CROWDED = "Too many concurrent requests for user."


def multipart(parts: Iterable[bytes]) -> bytes:
    return b"".join(b"--" + BOUNDARY.encode() + b"\r\n" + piece for piece in parts) + b"--" + BOUNDARY.encode() + b"--\r\n"


def batch(parts: Iterable[bytes], torn: str | None = None) -> Answer:
    return Answer(200, {"content-type": MULTIPART}, multipart(parts), torn)


def answering(answer_to: Callable[[str], bytes] = good) -> Callable[[Sent], Answer]:
    """A Gmail that answers every part of a batch by its id."""
    return lambda sent: batch(answer_to(message_id) for message_id in sent.asked)


def json_answer(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    return Answer(status, headers or {}, json.dumps(value).encode())


def refusal(status: int, reason: str | None = None, text: str = "no", headers: Mapping[str, str] | None = None) -> Answer:
    return Answer(status, headers or {}, error_body(status, reason, text))


def sizes(sent: Sequence[Sent]) -> list[int]:
    return [len(one.asked) for one in sent]
