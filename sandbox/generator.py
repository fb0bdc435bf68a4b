"""Mails from templates: what a message of a given source, seed and time is, and what is true of it."""

from datetime import UTC, datetime
from email.utils import parseaddr
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple, Protocol

from sandbox import attachments, mails
from sandbox.ledger import Expected
from sandbox.mime import Headers, Part
from sandbox.slots import Persona, seeded, stamp
from sandbox.templates import Filled, Template

MOST_SOURCES = 0xFFFF  # a mailbox keeps the place of each mail's source in two bytes, and needs one for mails of its own
_DATE = stamp("%a, %d %b %Y %H:%M:%S %z")


class Seed(NamedTuple):
    """What a message is made from, besides its source: everything a mailbox keeps of it."""

    number: int
    persona: Persona
    received: float

    @property
    def at(self) -> datetime:
        return datetime.fromtimestamp(self.received, UTC)


class Source(Protocol):
    """Where a mail comes from. All calls are pure: the same seed gives the same answer."""

    @property
    def name(self) -> str: ...
    @property
    def labels(self) -> tuple[str, ...]: ...
    def sender(self, seed: Seed) -> str: ...
    def subject(self, seed: Seed) -> str: ...
    def expected(self, seed: Seed) -> Expected | None: ...
    def mail(self, seed: Seed) -> Part: ...


class TemplateSource:
    """A hand-written template."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.name = template.name
        self.labels = ("INBOX", template.label)

    def sender(self, seed: Seed) -> str:  # noqa: ARG002 - the port of Source
        return self.template.sender

    def subject(self, seed: Seed) -> str:
        return self.template.subject_of(self._values(seed))

    def expected(self, seed: Seed) -> Expected | None:
        # A notice has nothing to draw for.
        return self.template.expected(self._values(seed)) if self.template.truth else None

    def mail(self, seed: Seed) -> Part:
        template = self.template
        at = seed.at
        filled = template.fill(template.values(seed.number, seed.persona, at))
        headers = self._headers(seed, at, filled.subject)
        return _body(headers, filled, seed, template)

    def _values(self, seed: Seed) -> dict[str, Any]:
        return self.template.values(seed.number, seed.persona, seed.at)

    @cached_property
    def _domain(self) -> str:
        return parseaddr(self.template.sender)[1].rpartition("@")[2]

    @cached_property
    def _fixed_headers(self) -> Headers:
        return (("Return-Path", f"<bounce@{self._domain}>"), ("Authentication-Results", authentication_results(self._domain)))

    def _headers(self, seed: Seed, at: datetime, subject: str) -> Headers:
        date = _DATE(at.astimezone(self.template.zone))
        to = seed.persona
        headers = (
            ("Delivered-To", to.address),
            (
                "Received",
                f"by 2002:a05:6a10:9c2a:b0:4f2:{seed.number & 0xFFFF:04x} with SMTP id k42csp{seed.number % 10**6:06d}; {date}",
            ),
            *self._fixed_headers,
            ("Date", date),
            ("From", self.template.sender),
            ("To", f"{to.name} <{to.address}>"),
            ("Message-ID", f"<{seed.number:x}.{int(seed.received)}@{self._domain}>"),
            ("Subject", subject),
            ("MIME-Version", "1.0"),
        )
        if self.template.label == "CATEGORY_PROMOTIONS":
            return (*headers, ("List-Unsubscribe", f"<https://{self._domain}/unsubscribe>"))
        return headers


def authentication_results(domain: str) -> str:
    """As Gmail adds it to a mail whose signature and sender are the From domain's own."""
    return (
        f"mx.google.com; dkim=pass header.i=@{domain} header.s=s1 header.b=Qm3kT9aZ; "
        f"spf=pass (google.com: domain of bounce@{domain} designates 203.0.113.24 as permitted sender) "
        f"smtp.mailfrom=bounce@{domain}; "
        f"dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from={domain}"
    )


def _body(headers: Headers, filled: Filled, seed: Seed, template: Template) -> Part:
    """text or html alone, both as multipart/alternative, HTML and its picture as multipart/related, a PDF as multipart/mixed."""
    boundary = f"----=_Part_{seed.number & 0xFFFFFF:06x}"
    if template.form == "text":
        return _text("plain", filled.text or "", headers, filled.preview)
    plain_page = template.look != "stacked"
    if template.form == "html" and plain_page:
        return _text("html", filled.html or "", headers, filled.preview)
    page = _text("html", filled.html or "")
    if not plain_page:
        page = _multipart("related", f"{boundary}.r", (page, attachments.picture(f"masthead.{template.brand.site}")))
    if template.form != "html":
        page = _multipart("alternative", f"{boundary}.a", (_text("plain", filled.text or ""), page))
    if template.form == "pdf":
        page = _multipart("mixed", f"{boundary}.m", (page, attachments.statement(template.brand.issuer, seed.at)))
    return Part(page.mime_type, headers + page.headers, parts=page.parts, preview=filled.preview)


_TEXT_HEADERS: dict[str, Headers] = {
    subtype: (("Content-Type", f'text/{subtype}; charset="UTF-8"'), ("Content-Transfer-Encoding", "quoted-printable"))
    for subtype in ("plain", "html")
}


def _text(subtype: str, text: str, headers: Headers = (), preview: str = "") -> Part:
    return Part(f"text/{subtype}", headers + _TEXT_HEADERS[subtype], text.encode(), preview=preview, sound=True)


def _multipart(subtype: str, boundary: str, parts: tuple[Part, ...]) -> Part:
    return Part(f"multipart/{subtype}", (("Content-Type", f'multipart/{subtype}; boundary="{boundary}"'),), parts=parts)


class CorpusSource:
    """A labelled sample of a corpus file, as it is: its dates are its own, only its place in the mailbox is ours."""

    labels = ("INBOX", "CATEGORY_UPDATES")

    def __init__(self, sample: dict[str, Any]) -> None:
        self.sample = sample
        self.name = str(sample["id"])

    def sender(self, seed: Seed) -> str:  # noqa: ARG002 - the port of Source
        return str(self.sample["headers"].get("From", ""))

    def subject(self, seed: Seed) -> str:  # noqa: ARG002 - the port of Source
        return str(self.sample["headers"].get("Subject", ""))

    def expected(self, seed: Seed) -> Expected | None:  # noqa: ARG002 - the port of Source
        expected: Expected | None = self.sample["expected"]
        return expected

    def mail(self, seed: Seed) -> Part:
        own = tuple((str(name), str(value)) for name, value in self.sample["headers"].items())
        headers = (
            ("Delivered-To", seed.persona.address),
            *own,
            ("Message-ID", f"<{self.name}@corpus.sandbox.test>"),
            ("MIME-Version", "1.0"),
        )
        text, page = self.sample["text"], self.sample["html"]
        if not page:
            return _text("plain", _crlf(text or ""), headers)
        if text is None:
            return _text("html", _crlf(page), headers)
        body = _multipart("alternative", "----=_Corpus", (_text("plain", _crlf(text)), _text("html", _crlf(page))))
        return Part(body.mime_type, headers + body.headers, parts=body.parts)


def _crlf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


class Catalogue:
    """Every source a mailbox may draw from; a message keeps only the place of its source here."""

    def __init__(self, corpus: list[CorpusSource] | None = None) -> None:
        templates = mails.ALL
        self.sources: list[Source] = [TemplateSource(template) for template in templates]
        self.corpus = range(len(templates), len(templates) + len(corpus or ()))
        self.sources.extend(corpus or ())
        if len(self.sources) > MOST_SOURCES:
            raise ValueError(f"{len(corpus or ())} mails are too many: a corpus has {MOST_SOURCES - len(templates)} at most")
        self._weights = list(accumulate(template.weight for template in templates))

    def places(self, seed: int, count: int) -> list[int]:
        """The sources of a mailbox's mails: the corpus first, each sample once, the rest by weight; then shuffled."""
        rng = seeded(seed)
        samples = list(self.corpus)[:count]
        chosen = samples + rng.choices(range(len(self._weights)), cum_weights=self._weights, k=count - len(samples))
        rng.shuffle(chosen)
        return chosen
