"""Mail of one's own: folders of .eml, a Maildir, an mbox as Google Takeout exports it. Only places are kept, no bodies.

What cannot be read costs one line that names it; all the rest is served.
"""

import binascii
import mmap
import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from pathlib import Path

from sandbox import takeout
from sandbox.delivered import NewMail
from sandbox.reading import received_at

Headers = Message
Complain = Callable[[str], None]
INBOX = ("INBOX",)
_HEADER = re.compile(rb"[!-9;-~]+[ \t]*:")
_MAIL = re.compile(rb"(?:>?From [^\n]*\n)?" + _HEADER.pattern)  # a mail cut out of an mbox may still have its postmark
# `From `, an address or Gmail's number, and a date as C writes it: a sentence of a mail that begins with "From" has none.
_POSTMARK = re.compile(rb"From \S+ +[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d\d:\d\d(?::\d\d)? [^\n]*\d{4}[^\n]*\n")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_BLANK = re.compile(rb"\r?\n\r?\n")
_BARE = re.compile(rb"(?<!\r)\n")
_HEAD = 256 * 1024
_LARGEST = 150_000_000  # Gmail takes no mail of half that size: this is no mail, but a damaged file
# Names of folders that mean a label of Gmail's, besides the label's own names.
_FOLDERS = {
    "sent mail": "SENT", "sent items": "SENT", "sent messages": "SENT", "junk": "SPAM", "junk e-mail": "SPAM",
    "junk email": "SPAM", "bulk mail": "SPAM", "deleted items": "TRASH", "deleted messages": "TRASH",
}  # fmt: skip
_PLACES = ("INBOX", "SENT", "SPAM", "TRASH", "DRAFT")
_UTF7 = re.compile(r"&([A-Za-z0-9+,]*)-")
_BOM = b"\xef\xbb\xbf"
_FLAGS = {"F": "STARRED", "D": "DRAFT", "T": "TRASH"}


@dataclass(frozen=True, slots=True)
class Slice:
    """A mail's bytes within a file, read when they are wanted. `quoted`: an mbox's `>From` stands for `From`."""

    path: Path
    offset: int = 0
    length: int = -1
    quoted: bool = False

    def __call__(self) -> bytes:
        with self.path.open("rb") as file:
            file.seek(self.offset)
            raw = file.read(self.length)
        if self.quoted and b"\n>" in raw:
            raw = _QUOTED.sub(rb"\1", raw)
        return raw if raw.count(b"\r\n") == raw.count(b"\n") else _BARE.sub(b"\r\n", raw)


def eml(folder: Path, complain: Complain) -> Iterator[NewMail]:
    """Every .eml below a folder. Raises OSError when there is no such folder."""
    _require_folder(folder)
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() == ".eml" and path.is_file():
            yield from _file(path, INBOX, (), complain)


def maildir(folder: Path, complain: Complain) -> Iterator[NewMail]:
    """A Maildir and the folders in it. Raises OSError when it is none."""
    _require_folder(folder)
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path.parent.name in ("cur", "new"))
    if not found and not (folder / "cur").is_dir():
        raise OSError("no Maildir: it has no folder cur")
    for path in found:
        yield from _file(path, *_labels_of(path, folder), complain)


def _require_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise NotADirectoryError("not a folder")


def _labels_of(path: Path, root: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Gmail's labels and a person's, of the folder and the flags after `:2,`. A folder Gmail has not is a label of its name."""
    names = _folder_of(path, root)
    place = _FOLDERS.get(names[-1].lower()) or takeout.system_label(names[-1]) if names else "INBOX"
    own = () if place in _PLACES else ("/".join(names),)
    flags = path.name.rpartition(":2,")[2] if ":2," in path.name else ""
    labels = [*([place] if place in _PLACES else []), *(label for flag, label in _FLAGS.items() if flag in flags)]
    return tuple(dict.fromkeys(labels if "S" in flags else [*labels, "UNREAD"])), own


def _folder_of(path: Path, root: Path) -> list[str]:
    """The names down to a mail's folder, none for the Maildir itself: `.Work.Bank` and `Work/Bank` are the same."""
    parts = path.parent.parent.relative_to(root).parts
    names = [
        _UTF7.sub(_letters, one) for part in parts for one in (part[1:].split(".") if part.startswith(".") else [part]) if one
    ]
    return names[1:] if len(names) > 1 and names[0].lower() == "inbox" else names


def _letters(found: re.Match[str]) -> str:
    """IMAP's names write letters beyond ASCII in a base64 of their own, and `&` as `&-`."""
    packed = found[1].replace(",", "/")
    try:
        return b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-16-be") or "&"
    except (binascii.Error, UnicodeDecodeError):
        return found[0]


def _file(path: Path, labels: tuple[str, ...], named: tuple[str, ...], complain: Complain) -> Iterator[NewMail]:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        written = path.stat().st_mtime
    except OSError as error:
        complain(f"{path}: {error.strerror}; left out")
        return
    begin = len(_BOM) if head.startswith(_BOM) else 0
    if _MAIL.match(head, begin):
        yield NewMail(Slice(path, begin), labels, _received(_headers(head[begin:])) or written, named=named)
    else:
        complain(f"{path}: no mail at offset 0; left out")


def mbox(path: Path, complain: Complain) -> Iterator[NewMail]:
    """Every mail of an mbox. The file is walked once, and never held. Raises OSError, or ValueError for what is no mbox."""
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            return
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as held:
            starts = list(_postmarks(held))
            if not starts:
                raise ValueError("no mbox: there is no line of the form `From somebody ... 2026`")
            if starts[0][0] > (len(_BOM) if held[:3] == _BOM else 0):
                complain(f"{path}: no mail at offset 0; {starts[0][0]} bytes left out")
            for (mark, begin), (end, _) in zip(starts, [*starts[1:], (len(held), 0)], strict=True):
                if end - begin > _LARGEST:
                    complain(f"{path}: a mail of {end - begin} bytes at offset {mark}; left out")
                elif _HEADER.match(held, begin):
                    yield _mail(path, held, mark, begin, end)
                else:
                    complain(f"{path}: no mail at offset {mark}; {end - mark} bytes left out")


def _postmarks(held: mmap.mmap) -> Iterator[tuple[int, int]]:
    """Where each mail's postmark begins and where it ends: at the top, after an empty line, or after another of its kind."""
    top = len(_BOM) if held[:3] == _BOM else 0
    at, ended = top if held[top : top + 5] == b"From " else held.find(b"\nFrom ") + 1, top
    while at or not ended:
        found = _POSTMARK.match(held, at)
        if found and (at == ended or held[max(0, at - 3) : at].replace(b"\r", b"").endswith(b"\n\n")):
            yield at, found.end()
            ended = found.end()
        at = held.find(b"\nFrom ", at) + 1
        if not at:
            return


def _mail(path: Path, held: mmap.mmap, mark: int, begin: int, end: int) -> NewMail:
    headers = _headers(held[begin : min(end, begin + _HEAD)])
    at = _received(headers) or _postmarked(held[mark:begin]) or path.stat().st_mtime
    # The empty line before the next postmark belongs to the mbox, not to the mail.
    length = end - begin - (2 if held[end - 2 : end] == b"\r\n" else 1 if held[end - 1 : end] == b"\n" else 0)
    labels, named = takeout.labels_of(_first(headers, "X-Gmail-Labels"))
    return NewMail(Slice(path, begin, length, quoted=True), labels, at, named=named)


def _headers(head: bytes) -> Headers:
    """Of a mail's first bytes; its body, if it has begun there, is not looked at."""
    found = _BLANK.search(head)
    return BytesHeaderParser(policy=compat32).parsebytes(head[: found.end()] if found else head)


def _first(headers: Headers, name: str) -> str:
    """A header as it stands there, unfolded; the first of its name."""
    return " ".join(str(headers.get(name, "")).split())


def _received(headers: Headers) -> float | None:
    """When the last server took it, else its own date; epoch seconds."""
    return _moment(_first(headers, "Received").rpartition(";")[2]) or _moment(_first(headers, "Date"))


def _moment(date: str) -> float | None:
    at = received_at(date.strip())
    return at if at is not None and at > 0 else None


def _postmarked(line: bytes) -> float | None:
    """`From x Thu Jan 01 10:00:00 +0000 2026`, with the zone or without."""
    words = line.decode("ascii", "replace").split()[2:]
    for form in ("%a %b %d %H:%M:%S %z %Y", "%a %b %d %H:%M:%S %Y"):
        try:
            at = datetime.strptime(" ".join(words), form)  # noqa: DTZ007 - the second form is in UTC by custom
        except ValueError:
            continue
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    return None
