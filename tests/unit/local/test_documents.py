"""The generated documents are what the code says now."""

from pathlib import Path

import pytest

from app.domain.category import CATEGORIES
from app.local import documents
from app.parsing.registry import ISSUERS


@pytest.mark.parametrize(
    ("path", "text"), documents.pages().items(), ids=lambda value: value.name if isinstance(value, Path) else ""
)
def test_a_document_that_has_drifted_is_written_anew_by_a_command(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text, "run: python -m app docs"


def test_every_issuer_and_category_has_its_row() -> None:
    issuers, categories, _ = documents.pages().values()
    assert all(f"| {one.name} | {one.country} |" in issuers for one in ISSUERS if one.formats)
    assert all(f"| `{one.slug}` |" in categories for one in CATEGORIES)


def test_the_table_of_settings_is_put_between_what_people_wrote() -> None:
    head = "before\n\n| setting | default | meaning |\n|---|---|---|\n"
    written = documents.with_settings(f"{head}| `GONE` | `1` | no more |\n\nafter\n")
    assert written.startswith(f"{head}| `APP_ENV` | `development` | ")
    assert written.endswith(" |\n\nafter\n")
    assert "GONE" not in written
    assert documents.with_settings(written) == written


def test_a_payment_invented_from_a_mail_that_tells_of_none_costs_precision() -> None:
    score = documents.Score()
    paid = {"amount": "5.00", "currency": "INR", "direction": "debit"}
    documents._count(score, paid, [paid])
    documents._count(score, None, [paid])
    documents._count(score, paid | {"amount": 7}, [])
    assert (score.mails, score.precision, score.recall) == (3, "0.500", "0.500")
    assert documents.Score().precision == "–"
