"""Mails from templates: what a message of a given source, seed and time is, and what is true of it."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parseaddr
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, Protocol

from sandbox import attachments, mails
from sandbox.ledger import Expected
from sandbox.mime import Headers, Part
from sandbox.slots import Persona, seeded
from sandbox.templates import Filled, Template


@dataclass(frozen=True, slots=True)
class Seed:
    """What a message is made from, besides its source: everything a mailbox keeps of it."""

    number: int
    persona: Persona
    received: float

    @property
    def at(self) -> datetime:
        return datetime.fromtimestamp(self.received, UTC)


class Source(Protocol):
    """Where a mail comes from. All calls are pure: the same seed gives the same answer."""

    name: str
    labels: tuple[str, ...]

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
        self._sender_domain = parseaddr(template.sender)[1].rpartition("@")[2]

    def sender(self, seed: Seed) -> str:
        return self.template.sender.replace("{sender}", seed.persona.name)

    def subject(self, seed: Seed) -> str:
        return self.template.subject_of(self._values(seed))

    def expected(self, seed: Seed) -> Expected | None:
        # A notice has nothing to draw for.
        return self.template.expected(self._values(seed)) if self.template.truth else None

    def mail(self, seed: Seed) -> Part:
        template = self.template
        filled = template.fill(template.values(seed.number, seed.persona, seed.at))
        headers = self._headers(seed, filled.subject)
        return replace(_body(headers, filled, seed, template), preview=filled.preview)

    def _values(self, seed: Seed) -> dict[str, Any]:
        return self.template.values(seed.number, seed.persona, seed.at)

    def _headers(self, seed: Seed, subject: str) -> Headers:
        domain = self._sender_domain
        stamp = format_datetime(seed.at.astimezone(self.template.zone))
        return (
            ("Delivered-To", seed.persona.address),
            (
                "Received",
                f"by 2002:a05:6a10:9c2a:b0:4f2:{seed.number & 0xFFFF:04x} with SMTP id k42csp{seed.number % 10**6:06d}; {stamp}",
            ),
            ("Return-Path", f"<bounce@{domain}>"),
            ("Authentication-Results", authentication_results(domain)),
            ("Date", stamp),
            ("From", self.template.sender),
            ("To", f"{seed.persona.name} <{seed.persona.address}>"),
            ("Message-ID", f"<{seed.number:x}.{int(seed.received)}@{domain}>"),
            ("Subject", subject),
            *((("List-Unsubscribe", f"<https://{domain}/unsubscribe>"),) if self.template.label == "CATEGORY_PROMOTIONS" else ()),
            ("MIME-Version", "1.0"),
        )


def authentication_results(domain: str) -> str:
    """As Gmail adds it to a mail whose signature and sender are the From domain's own."""
    return (
        f"mx.google.com; dkim=pass header.i=@{domain} header.s=s1 header.b=Qm3kT9aZ; "
        f"spf=pass (google.com: domain of bounce@{domain} designates 203.0.113.24 as permitted sender) smtp.mailfrom=bounce@{domain}; "
        f"dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from={domain}"
    )


def _body(headers: Headers, filled: Filled, seed: Seed, template: Template) -> Part:
    """text or html alone, multipart/alternative of both, the HTML with its picture as multipart/related, a PDF as multipart/mixed."""
    boundary = f"----=_Part_{seed.number & 0xFFFFFF:06x}"
    if template.form == "text":
        return _text("plain", filled.text or "", headers)
    page = _text("html", filled.html or "")
    if template.look == "stacked":
        picture = attachments.picture(f"masthead.{template.brand.site}")
        page = _multipart("related", f"{boundary}.r", (page, picture))
    if template.form == "html":
        return Part(page.mime_type, headers + page.headers, page.body, parts=page.parts)
    body = _multipart("alternative", f"{boundary}.a", (_text("plain", filled.text or ""), page))
    if template.form == "pdf":
        statement = attachments.statement(template.brand.issuer, seed.at)
        body = _multipart("mixed", f"{boundary}.m", (body, statement))
    return Part(body.mime_type, headers + body.headers, parts=body.parts)


def _text(subtype: str, text: str, headers: Headers = ()) -> Part:
    own = (("Content-Type", f'text/{subtype}; charset="UTF-8"'), ("Content-Transfer-Encoding", "quoted-printable"))
    return Part(f"text/{subtype}", headers + own, text.encode())


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


def read_corpus(path: Path) -> list[CorpusSource]:
    """Raises ValueError or KeyError for a file that is no corpus."""
    with path.open(encoding="utf-8") as lines:
        return [CorpusSource(json.loads(line)) for line in lines if line.strip()]


class Catalogue:
    """Every source a mailbox may draw from; a message keeps only the place of its source here."""

    def __init__(self, corpus: list[CorpusSource] | None = None) -> None:
        templates = mails.ALL
        self.sources: list[Source] = [TemplateSource(template) for template in templates]
        self.corpus = range(len(templates), len(templates) + len(corpus or ()))
        self.sources += corpus or ()
        self._weights = list(accumulate(template.weight for template in templates))

    @cached_property
    def _places(self) -> range:
        return range(len(self._weights))

    def places(self, seed: int, count: int) -> list[int]:
        """The sources of a mailbox's mails: the corpus first, each sample once, the rest by weight; then shuffled."""
        rng = seeded(seed)
        samples = list(self.corpus)[:count]
        chosen = samples + rng.choices(self._places, cum_weights=self._weights, k=count - len(samples))
        rng.shuffle(chosen)
        return chosen
