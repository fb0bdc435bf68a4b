"""A format drafted from a mail reads that mail and its own sample, and the sample is nobody's."""

import json
import re
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from app.cli import app
from app.domain.mail import Mail
from app.errors import ConfigurationError
from app.parsing.clean import read_page
from app.parsing.dates import DateContext
from app.parsing.drafting import Draft, NothingToDraft, draft_format
from app.parsing.formats import Format, Issuer, Layout
from app.parsing.report import plain
from app.parsing.samples import as_mail
from app.parsing.slots import Reader
from tests.unit.parsing.mails import text_mail

CORPUS = Path(__file__).parents[2] / "corpus"
TOLD = [
    sample
    for file in sorted(CORPUS.glob("*.jsonl"))
    for sample in map(json.loads, file.read_text(encoding="utf-8").splitlines())
    if sample["expected"]
]


def as_sent(sample: dict[str, Any]) -> Mail:
    headers = {name.lower(): (value,) for name, value in sample["headers"].items()}
    return Mail(headers, sample["text"], sample["html"], parsedate_to_datetime(sample["headers"]["Date"]))


def declared(draft: Draft) -> Issuer:
    """The issuer as the drafted module would declare it."""
    names: dict[str, Any] = {}
    exec(compile(draft.source, "drafted", "exec"), names)
    (issuer,) = names["ISSUERS"]
    assert isinstance(issuer, Issuer)
    return issuer


def read(issuer: Issuer, mail: Mail) -> str | None:
    page = read_page(mail)
    reader = Reader(issuer.country, issuer.currency, DateContext(mail.received_at, issuer.month_first))
    told = issuer.formats[0].read(page, page.text.lower().replace("’", "'"), reader)
    return f"{plain(told.amount)} {told.currency}" if told else None


def test_nearly_every_mail_of_the_corpus_gives_a_module_that_reads_it() -> None:
    drafted = 0
    for sample in TOLD:
        mail = as_sent(sample)
        try:
            draft = draft_format(mail)
        except NothingToDraft:
            continue
        drafted += 1
        issuer = declared(draft)
        shown = issuer.formats[0].sample
        assert shown is not None
        assert read(issuer, as_mail(issuer, shown)) == shown.amount, sample["id"]
        assert read(issuer, mail) is not None, sample["id"]
        assert not named(sample, issuer, draft.source), sample["id"]
    assert drafted >= 0.95 * len(TOLD)


def named(sample: dict[str, Any], issuer: Issuer, source: str) -> list[str]:
    """The payee and the reference of the mail, where they stand in the module; a receipt's issuer is its payee and no secret."""
    own = re.sub(r"\W", "", issuer.name).lower()
    secrets = [sample["expected"][key] for key in ("counterparty", "reference") if sample["expected"][key]]
    return [
        secret
        for secret in secrets
        if re.sub(r"\W", "", secret).lower() not in own and re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", source)
    ]


def test_the_command_prints_a_module(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Nordpol Bank <alerts@nordpol.example>", "Ida Holm <ida@example.com>"
    mail.set_content(
        "Dear Ida, EUR 41.50 has been debited from your account XX7731 to Fjord Bakeri on 12/05/2026. Ref: NP44120087."
    )
    file = tmp_path / "mail.eml"
    file.write_bytes(mail.as_bytes())
    result = CliRunner().invoke(app, ["new-format", str(file)])
    assert result.exit_code == 0
    assert "{amount} has been debited from your account {account} to {counterparty} on {date}. Ref: {reference}" in result.stdout
    assert "Ida" not in result.stdout
    assert "Dear" not in result.stdout
    assert "Fjord" not in result.stdout


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "4410 ile biten kartınızla 12.05.2026 tarihinde KARDELEN MARKET işyerinde 1.250,75 TL tutarında harcama yapılmıştır",
            "{account} ile biten kartınızla {date} tarihinde {counterparty} işyerinde {amount} tutarında harcama yapılmıştır",
        ),
        (
            "تم شراء بمبلغ ٢٥٠٫٧٥ ريال من متجر NAKHEEL MART بطاقة **4411 بتاريخ 2026-05-12",
            "تم شراء بمبلغ {amount} من متجر {counterparty} بطاقة {account} بتاريخ {date}",
        ),
        (
            "Rs.250.75 debited from a/c XX4410 on 12-05-26 to VPA ravi.tea@okvin (RAVI TEA STALL). UPI Ref No 613298765432.",
            "{amount} debited from a/c {account} on {date} to VPA {vpa} ({counterparty}). UPI Ref No {reference}",
        ),
    ],
)
def test_a_shop_in_capitals_and_foreign_digits_become_holes(text: str, sentence: str) -> None:
    form = draft_format(text_mail(text, "Nordpol Bank <alerts@nordpol.example>")).form
    assert isinstance(form, Format)
    assert form.sentence == sentence


def test_a_greeting_is_no_label_of_the_line_below() -> None:
    told = "◇ご利用日：2026/11/12 10:05\n◇ご利用先：スーパー田中\n◇ご利用金額：2,380円\n◇ご利用カード：****1122"
    text = f"いつもご利用ありがとうございます。\n{told}"
    form = draft_format(text_mail(text, sender="山川カード <info@yamakawa-card.co.jp>", subject="カード利用のお知らせ")).form
    assert isinstance(form, Layout)
    assert form.labels == {
        "◇ご利用日": "datetime",
        "◇ご利用先": "counterparty",
        "◇ご利用金額": "amount",
        "◇ご利用カード": "account",
    }


def test_the_command_says_why_it_prints_nothing(tmp_path: Path) -> None:
    file = tmp_path / "mail.eml"
    file.write_text("From: a@b.example\nSubject: hello\n\nSee you on Friday.\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["new-format", str(file)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no amount of money" in result.stderr


def test_a_file_that_is_not_there_is_a_wrong_setting(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["new-format", str(tmp_path / "missing.eml")])
    assert isinstance(result.exception, ConfigurationError)
