"""A zoo of mails: every structure that a mailbox of real people holds, sound and broken. Written for these tests.

An animal says what Gmail must show of it: the tree of mime types, and the text of its text parts in order.
"""

import base64
import quopri
from dataclasses import dataclass
from typing import Any

_HEAD = b"From: Asha Verma <asha@example.org>\r\nTo: me@sandbox.test\r\nSubject: zoo\r\nDate: Mon, 05 Jan 2026 10:30:00 +0530\r\n"
Tree = str | tuple[str, tuple[Any, ...]]


@dataclass(frozen=True)
class Animal:
    """`tree` is a mime type, or a container's with those of its children; `texts` are the bodies sent as `data`."""

    raw: bytes
    tree: Tree
    texts: tuple[str, ...] = ()


def _mail(headers: str, body: bytes) -> bytes:
    return _HEAD + headers.encode() + b"\r\n" + body


def _multipart(subtype: str, *parts: bytes, boundary: str = "cage", close: bool = True) -> bytes:
    line = b"--" + boundary.encode()
    inner = b"".join(line + b"\r\n" + part + b"\r\n" for part in parts)
    head = f'Content-Type: multipart/{subtype}; boundary="{boundary}"\r\n\r\n'.encode()
    return head + inner + (line + b"--\r\n" if close else b"")


def _whole(multipart: bytes) -> bytes:
    return _HEAD + b"MIME-Version: 1.0\r\n" + multipart


_PLAIN = b"Content-Type: text/plain; charset=utf-8\r\n\r\nplain words"
_HTML = b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>rich <b>words</b></p>"
_GIF = b'Content-Type: image/gif; name="dot.gif"\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <dot>\r\n\r\nR0lGODlhAQABAAAAADs=\r\n'
_PDF = b'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="bill.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0x\r\n'
_JAPANESE = "お支払いのお知らせ"
_HINDI = "आपके खाते से ₹500 निकाले गए"

ZOO: dict[str, Animal] = {
    "bare text": Animal(_mail("", b"hello\r\nworld\r\n"), "text/plain", ("hello\r\nworld\r\n",)),
    "no body": Animal(_HEAD, "text/plain"),
    "nothing at all": Animal(b"", "text/plain"),
    "only a body": Animal(b"just some words, no header anywhere\r\n", "text/plain", ("just some words, no header anywhere\r\n",)),
    "unix line ends": Animal(
        _mail("Content-Type: text/plain\r\n", b"a\r\nb\r\n").replace(b"\r\n", b"\n"), "text/plain", ("a\nb\n",)
    ),
    "html alone": Animal(_mail("Content-Type: TEXT/HTML; Charset=UTF-8\r\n", b"<p>x</p>"), "text/html", ("<p>x</p>",)),
    "quoted-printable": Animal(
        _mail(
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: Quoted-Printable\r\n",
            quopri.encodestring(_HINDI.encode()),
        ),
        "text/plain",
        (_HINDI,),
    ),
    "quoted-printable, soft breaks": Animal(
        _mail("Content-Transfer-Encoding: quoted-printable\r\n", b"one=\r\n line =3D one\r\n=ZZ\r\n"),
        "text/plain",
        ("one line = one\r\n=ZZ\r\n",),
    ),
    "base64": Animal(
        _mail(
            "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n",
            base64.encodebytes(_HINDI.encode()),
        ),
        "text/plain",
        (_HINDI,),
    ),
    "base64 with rubbish and no padding": Animal(
        _mail("Content-Transfer-Encoding: base64\r\n", b"aGVs\r\n*bG8*gd29y\r\nbGQ"), "text/plain", ("hello world",)
    ),
    "base64 cut in the middle": Animal(
        _mail("Content-Transfer-Encoding: base64\r\n", b"aGVsbG8gd29ybGQh\r\nx"), "text/plain", ("hello world!",)
    ),
    "an unknown transfer encoding": Animal(
        _mail("Content-Transfer-Encoding: x-own\r\n", b"as it is"), "text/plain", ("as it is",)
    ),
    "iso-2022-jp": Animal(
        _mail("Content-Type: text/plain; charset=iso-2022-jp\r\n", _JAPANESE.encode("iso-2022-jp")), "text/plain", (_JAPANESE,)
    ),
    "shift_jis in html": Animal(
        _mail("Content-Type: text/html; charset=Shift_JIS\r\n", f"<p>{_JAPANESE}</p>".encode("shift_jis")),
        "text/html",
        (f"<p>{_JAPANESE}</p>",),
    ),
    "gb2312 with a sign of gb18030": Animal(
        _mail("Content-Type: text/plain; charset=gb2312\r\n", "付款 €5 㐀".encode("gb18030")), "text/plain", ("付款 €5 㐀",)
    ),
    "windows-1252": Animal(
        _mail("Content-Type: text/plain; charset=windows-1252\r\n", b"\x80 5 \x96 paid"), "text/plain", ("€ 5 – paid",)
    ),
    "utf-16 with a mark": Animal(
        _mail(
            "Content-Type: text/plain; charset=utf-16\r\nContent-Transfer-Encoding: base64\r\n",
            base64.encodebytes("sixteen ₹".encode("utf-16")),
        ),
        "text/plain",
        ("sixteen ₹",),
    ),
    "half a pair in utf-7": Animal(_mail("Content-Type: text/plain; charset=utf-7\r\n", b"a+2AA-b"), "text/plain", ("a?b",)),
    "a charset nobody knows": Animal(
        _mail("Content-Type: text/plain; charset=x-klingon\r\n", _HINDI.encode()), "text/plain", (_HINDI,)
    ),
    "a codec that is no charset": Animal(_mail("Content-Type: text/plain; charset=zlib\r\n", b"plain"), "text/plain", ("plain",)),
    "eight bits without a charset": Animal(_mail("", b"caf\xe9"), "text/plain", ("café",)),
    "utf-8 that is none": Animal(_mail("Content-Type: text/plain; charset=utf-8\r\n", b"caf\xe9"), "text/plain", ("caf\ufffd",)),
    "alternative": Animal(
        _whole(_multipart("alternative", _PLAIN, _HTML)),
        ("multipart/alternative", ("text/plain", "text/html")),
        ("plain words", "<p>rich <b>words</b></p>"),
    ),
    "an only child": Animal(
        _whole(_multipart("mixed", _HTML)), ("multipart/mixed", ("text/html",)), ("<p>rich <b>words</b></p>",)
    ),
    "mixed, alternative, related": Animal(
        _whole(
            _multipart(
                "mixed",
                _multipart("alternative", _PLAIN, _multipart("related", _HTML, _GIF, boundary="c"), boundary="b"),
                _PDF,
                boundary="a",
            )
        ),
        (
            "multipart/mixed",
            (("multipart/alternative", ("text/plain", ("multipart/related", ("text/html", "image/gif")))), "application/pdf"),
        ),
        ("plain words", "<p>rich <b>words</b></p>"),
    ),
    "a forwarded mail": Animal(
        _whole(
            _multipart(
                "mixed",
                _PLAIN,
                b"Content-Type: message/rfc822\r\n\r\n" + _whole(_multipart("alternative", _PLAIN, _HTML, boundary="in")),
            )
        ),
        ("multipart/mixed", ("text/plain", ("message/rfc822", (("multipart/alternative", ("text/plain", "text/html")),)))),
        ("plain words", "plain words", "<p>rich <b>words</b></p>"),
    ),
    "a digest": Animal(
        _whole(_multipart("digest", b"\r\n" + _mail("", b"one"), b"\r\n" + _mail("", b"two"))),
        ("multipart/digest", (("message/rfc822", ("text/plain",)), ("message/rfc822", ("text/plain",)))),
        ("one", "two"),
    ),
    "a bounce": Animal(
        _whole(
            _multipart(
                "report; report-type=delivery-status",
                _PLAIN,
                b"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; a@example.org\r\n",
            )
        ),
        ("multipart/report", ("text/plain", "message/delivery-status")),
        ("plain words",),
    ),
    "signed": Animal(
        _whole(_multipart("signed", _PLAIN, b"Content-Type: application/pgp-signature\r\n\r\n-----BEGIN PGP SIGNATURE-----\r\n")),
        ("multipart/signed", ("text/plain", "application/pgp-signature")),
        ("plain words",),
    ),
    "a calendar": Animal(
        _whole(
            _multipart(
                "alternative", _PLAIN, b"Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
            )
        ),
        ("multipart/alternative", ("text/plain", "text/calendar")),
        ("plain words", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    ),
    "text as a file": Animal(
        _whole(_multipart("mixed", _PLAIN, b"Content-Type: text/csv; name=a.csv\r\n\r\na,b\r\n")),
        ("multipart/mixed", ("text/plain", "text/csv")),
        ("plain words",),
    ),
    "no closing delimiter": Animal(
        _whole(_multipart("alternative", _PLAIN, _HTML, close=False)),
        ("multipart/alternative", ("text/plain", "text/html")),
        ("plain words", "<p>rich <b>words</b></p>\r\n"),
    ),
    "preamble and epilogue": Animal(
        _whole(
            _multipart("mixed", _PLAIN).replace(b"\r\n\r\n--cage\r\n", b"\r\n\r\nfor old readers\r\n--cage\r\n", 1)
            + b"after the end\r\n"
        ),
        ("multipart/mixed", ("text/plain",)),
        ("plain words",),
    ),
    "a boundary with a prefix of another": Animal(
        _whole(_multipart("mixed", _multipart("alternative", _PLAIN, _HTML, boundary="cage1"), boundary="cage")),
        ("multipart/mixed", (("multipart/alternative", ("text/plain", "text/html")),)),
        ("plain words", "<p>rich <b>words</b></p>"),
    ),
    "an inner multipart that never ends": Animal(
        _whole(_multipart("mixed", _multipart("alternative", _PLAIN, boundary="in", close=False), _PDF, boundary="out")),
        ("multipart/mixed", (("multipart/alternative", ("text/plain",)), "application/pdf")),
        ("plain words\r\n",),
    ),
    "a boundary that does not occur": Animal(
        _mail("Content-Type: multipart/mixed; boundary=lost\r\n", b"all the text there is"),
        "text/plain",
        ("all the text there is",),
    ),
    "a multipart without a boundary": Animal(
        _mail("Content-Type: multipart/mixed\r\n", b"the text"), "text/plain", ("the text",)
    ),
    "a type that is none": Animal(_mail("Content-Type: html\r\n", b"<p>?</p>"), "text/plain", ("<p>?</p>",)),
    "a type with spaces and comments": Animal(_mail("Content-Type: text / html (really)\r\n", b"x"), "text/html", ("x",)),
    "no blank line": Animal(_HEAD + b"the body begins at once\r\n", "text/plain", ("the body begins at once\r\n",)),
    "a postmark of an mbox": Animal(
        b"From asha@example.org Mon Jan  5 10:30:00 2026\r\n" + _mail("", b"posted"), "text/plain", ("posted",)
    ),
    "an unnamed binary": Animal(_mail("Content-Type: application/octet-stream\r\n", b"\x00\x01\x02"), "application/octet-stream"),
    "null bytes": Animal(_mail("", b"a\x00b"), "text/plain", ("a\x00b",)),
}


def deep(levels: int) -> bytes:
    """A multipart in a multipart, many times."""
    part = b"Content-Type: text/plain\r\n\r\ndeep down"
    for level in range(levels):
        part = _multipart("mixed", part, boundary=f"level{level}")
    return _whole(part)
