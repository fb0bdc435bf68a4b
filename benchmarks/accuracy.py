"""How truthfully labelled mails are read: shared by the accuracy gate and the ablation table.

A corpus file holds one JSON object a line: `id`, `headers`, `text`, `html`, `expected` (a transaction, a list of them, or null
with a `trap` name).
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

from app.domain.mail import Mail
from app.domain.reading import Reading
from app.parsing.report import describe
from app.parsing.rfc822 import mail_from_bytes

Read = Callable[[Mail], Reading]
Sample = dict[str, Any]


@dataclass
class Score:
    """Counts of one corpus. `matched` have amount, currency and direction right; `exact` also day and counterparty."""

    expected: int = 0
    printed: int = 0
    matched: int = 0
    exact: int = 0
    traps: int = 0
    trapped: int = 0
    misses: list[str] = field(default_factory=list)
    # The confidence of each reading printed, and whether it was right.
    told: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        for name in ("expected", "printed", "matched", "exact", "traps", "trapped"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.misses.extend(other.misses)
        self.told.extend(other.told)

    @property
    def precision(self) -> float:
        return self.matched / self.printed if self.printed else 1.0

    @property
    def recall(self) -> float:
        return self.matched / self.expected if self.expected else 1.0

    @property
    def trap_share(self) -> float:
        return self.trapped / self.traps if self.traps else 0.0

    @property
    def exact_share(self) -> float:
        return self.exact / self.expected if self.expected else 1.0


def samples_of(path: Path) -> Iterator[Sample]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def as_bytes(sample: Sample) -> bytes:
    message = EmailMessage(policy=SMTP)
    for name, value in sample["headers"].items():
        message[name] = value
    text, html = sample["text"], sample["html"]
    if text is not None:
        message.set_content(text)
        if html is not None:
            message.add_alternative(html, subtype="html")
    else:
        message.set_content(html or "", subtype="html")
    return message.as_bytes()


def score(samples: Sequence[Sample], read: Read) -> Score:
    total = Score()
    for sample in samples:
        _count(total, sample, read(mail_from_bytes(as_bytes(sample))))
    return total


def _count(total: Score, sample: Sample, reading: Reading) -> None:
    answer = describe("", reading)
    told: Any = answer["transactions"]
    wanted = sample["expected"]
    total.printed += len(told)
    if isinstance(wanted, list):
        _count_lines(total, sample["id"], wanted, told, reading.confidence)
        return
    if wanted is None:
        total.traps += 1
        total.trapped += bool(told)
        if told:
            total.told.append((reading.confidence, False))
            total.misses.append(f"{sample['id']}: {sample.get('trap')} read as {_core(told[0])} ({reading.confidence})")
        return
    total.expected += 1
    match = next((one for one in told if _core(one) == _core(wanted)), None)
    total.told.extend((reading.confidence, one is match) for one in told)
    if match is None:
        got = (
            f"{_core(told[0])} ({reading.confidence})" if told else f"{answer['outcome']} {answer['reason']} {reading.confidence}"
        )
        total.misses.append(f"{sample['id']}: wanted {_core(wanted)}, got {got}")
        return
    total.matched += 1
    day, name = _same_day(wanted, match), _same_name(wanted["counterparty"], match["counterparty"])
    total.exact += day and name
    total.misses.extend(_details(sample["id"], wanted, match, day, name))


def _count_lines(total: Score, name: str, wanted: list[dict[str, Any]], told: list[dict[str, Any]], confidence: float) -> None:
    """A mail of several payments: each line read counts once, whatever the order."""
    total.expected += len(wanted)
    left = list(told)
    for line in wanted:
        match = next((one for one in left if _core(one) == _core(line)), None)
        if match is None:
            total.misses.append(f"{name}: wanted {_core(line)}, got {[_core(one) for one in told]}")
            continue
        left.remove(match)
        total.told.append((confidence, True))
        total.matched += 1
        day, party = _same_day(line, match), _same_name(line["counterparty"], match["counterparty"])
        total.exact += day and party
        total.misses.extend(_details(name, line, match, day, party))
    total.told.extend((confidence, False) for _ in left)
    total.misses.extend(f"{name}: nobody paid {_core(one)}" for one in left)


def _core(told: dict[str, Any]) -> tuple[Decimal, str, str]:
    return Decimal(str(told["amount"])), told["currency"], told["direction"]


def _same_day(wanted: dict[str, Any], told: dict[str, Any]) -> bool:
    return wanted["occurred_at"] is None or str(told["occurred_at"] or "")[:10] == wanted["occurred_at"][:10]


def _same_name(wanted: str | None, told: str | None) -> bool:
    if not wanted:
        return True
    left, right = (" ".join(re.findall(r"\w+", (name or "").casefold())) for name in (wanted, told))
    if not left or not right:
        return False
    within = min(len(left), len(right)) >= 3 and (f" {left} " in f" {right} " or f" {right} " in f" {left} ")
    return within or left.replace(" ", "") == right.replace(" ", "") or SequenceMatcher(None, left, right).ratio() >= 0.85


def _details(name: str, wanted: dict[str, Any], told: dict[str, Any], day: bool, party: bool) -> Iterator[str]:
    if not day:
        yield f"{name}: occurred_at wanted {wanted['occurred_at']}, got {told['occurred_at']}"
    if not party:
        yield f"{name}: counterparty wanted {wanted['counterparty']!r}, got {told['counterparty']!r}"
    for key in ("account_last4", "reference", "kind"):
        if wanted[key] and wanted[key] != told[key]:
            yield f"{name}: {key} wanted {wanted[key]!r}, got {told[key]!r}"
