"""Batches as values: how they are written, sent and read."""

import re
from collections.abc import Sequence

from sandbox.wire import Answer, Request
from tests.unit.sandbox.conftest import Gmail

TYPE = "multipart/mixed; boundary=batch_x"


def body_of(lines: Sequence[str], content_ids: Sequence[str] = (), end: str = "\r\n") -> bytes:
    """`lines` are request lines without their version."""
    ids = content_ids or [f"<id+{number}>" for number in range(len(lines))]
    parts = [
        f"--batch_x{end}Content-Type: application/http{end}Content-ID: {content_id}{end}{end}{line} HTTP/1.1{end}{end}{end}"
        for line, content_id in zip(lines, ids, strict=True)
    ]
    return ("".join(parts) + f"--batch_x--{end}").encode()


def ask(gmail: Gmail, body: bytes, content_type: str = TYPE, **headers: str) -> Answer:
    return gmail.batch(Request("POST", "/batch", "", {**gmail.headers, "content-type": content_type, **headers}, body))


def parts_of(answer: Answer) -> list[tuple[str, int, str]]:
    """(content id, status, body) of each part."""
    assert answer.status == 200
    boundary = answer.content_type.partition(b"boundary=")[2]
    pieces = answer.body.split(b"--" + boundary)[1:-1]
    found = []
    for piece in pieces:
        content_id = re.search(rb"Content-ID: <([^>]*)>", piece)
        status = re.search(rb"HTTP/1.1 (\d+) ", piece)
        assert status is not None
        text = piece.split(b"\r\n\r\n", 2)[2].decode().strip()
        found.append((content_id[1].decode() if content_id else "", int(status[1]), text))
    return found


def profile_lines(count: int) -> list[str]:
    return ["GET /gmail/v1/users/me/profile"] * count
