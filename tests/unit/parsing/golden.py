"""What every sample and every mail of the corpus that a format reads is read as: `python -m tests.unit.parsing.golden --write`.

The file is compared by a test and looked at in the diff: a change of a format that reads other mails differently shows there.
"""

import json
import sys
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path

from app.domain.mail import Mail
from app.domain.reading import Reading
from app.parsing import parse
from app.parsing.registry import ISSUERS
from app.parsing.report import plain
from app.parsing.samples import as_mail, mail_of

ROOT = Path(__file__).parents[3]
GOLDEN = Path(__file__).with_name("golden.jsonl")
NOT_OF_A_FORMAT = {None, "generic", "schema.org"}


def lines() -> list[str]:
    return [json.dumps(line, ensure_ascii=False) for line in (*_samples(), *_corpus())]


def _samples() -> Iterator[dict[str, object]]:
    for issuer in ISSUERS:
        for form in issuer.formats:
            if form.sample:
                yield _line(f"{issuer.key}/{form.name}", parse(as_mail(issuer, form.sample)))
        for notice in issuer.notices:
            subject, text = (notice.sample, "") if notice.where == "subject" else ("", notice.sample)
            yield _line(f"{issuer.key}/not: {notice.sentence}", parse(mail_of(issuer, text, subject)))


def _corpus() -> Iterator[dict[str, object]]:
    for file in sorted((ROOT / "tests/corpus").glob("*.jsonl")):
        for text in file.read_text(encoding="utf-8").splitlines():
            sample = json.loads(text)
            headers = {name.lower(): (value,) for name, value in sample["headers"].items()}
            sent = parsedate_to_datetime(sample["headers"]["Date"])
            reading = parse(Mail(headers, sample["text"], sample["html"], sent))
            if reading.format not in NOT_OF_A_FORMAT:
                yield _line(f"{file.name.split('.')[0]}/{sample['id']}", reading)


def _line(name: str, reading: Reading) -> dict[str, object]:
    told: dict[str, object] = {"mail": name, "outcome": reading.verdict.value, "format": reading.format, "reason": reading.reason}
    for one in reading.transactions:
        told |= {
            "amount": f"{plain(one.amount)} {one.currency}",
            "direction": one.direction.value,
            "kind": one.kind.value,
            "counterparty": one.counterparty,
            "account": one.account_last4,
            "when": one.occurred.isoformat() if one.occurred else None,
            "reference": one.reference,
        }
    return {key: value for key, value in told.items() if value is not None}


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit(__doc__)
    GOLDEN.write_text("\n".join(lines()) + "\n", encoding="utf-8")
    print(f"{GOLDEN.relative_to(ROOT)} written; look at the diff")
