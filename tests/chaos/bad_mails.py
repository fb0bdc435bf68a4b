"""Mails made to break a reader; each is one message of RFC 822 and tells of no money that moved."""

import base64
from collections.abc import Iterator

_HEAD = b"From: Bad <bad@example.org>\r\nTo: you@sandbox.test\r\nSubject: hello\r\nMIME-Version: 1.0\r\n"


def bad_mails() -> Iterator[bytes]:
    yield _mail(b"text/plain; charset=utf-8", b"lorem ipsum " * 2_900_000)  # 35 MB
    yield _nested(10_000)
    yield _parts(3_000)
    yield _mail(b"text/plain; charset=no-such-charset-\xff", b"caf\xe9 \x00 \xed\xa0\x80 lone")
    yield _mail(b"text/html; charset=utf-16", b"\x00<\x00p\x00>\xd8")
    yield _mail(b"text/plain; charset=utf-8", "\u202egnp.exe\u202c \u200b\u200d\ufeff zero width".encode() * 500)
    yield _mail(b"text/plain; charset=utf-8", b"Rs." + b"1," * 200_000 + b" debited")
    yield _mail(b"text/plain; charset=utf-8", b"a" * 2_000_000)
    yield _mail(b"text/html; charset=utf-8", b"<div>" * 100_000 + b"x" + b"</div>" * 100_000)
    yield _mail(b"text/html; charset=utf-8", b"<table><tr><td>" * 50_000)
    yield _mail(b"text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64", b"%%%not base64%%%" * 100)
    yield _mail(b"multipart/mixed", b"--\r\n\r\nno boundary was named")
    yield b"\x00\xff\xfe" * 1000
    yield b""[:0] + _HEAD + b"Subject: =?utf-8?b?" + base64.b64encode(b"\xff" * 200) + b"?=\r\n\r\n"


def _mail(content_type: bytes, body: bytes) -> bytes:
    return _HEAD + b"Content-Type: " + content_type + b"\r\n\r\n" + body + b"\r\n"


def _nested(levels: int) -> bytes:
    inner = b"Content-Type: text/plain\r\n\r\ndeep\r\n"
    opening = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (level, level) for level in range(levels)
    )
    return _HEAD + opening + inner


def _parts(count: int) -> bytes:
    one = b"--b\r\nContent-Type: text/plain\r\n\r\npart\r\n"
    return _HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + one * count + b"--b--\r\n"
