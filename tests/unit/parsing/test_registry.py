"""The declarations of the issuers, all together."""

import pytest

from app.domain.transaction import Direction
from app.parsing.formats import Format, FormatError, Layout
from app.parsing.registry import ISSUERS, issuer_of


def test_names_are_unique_within_an_issuer_and_keys_among_issuers() -> None:
    keys = [issuer.key for issuer in ISSUERS]
    assert len(keys) == len(set(keys)) >= 12
    for issuer in ISSUERS:
        names = [one.name for one in issuer.formats]
        assert len(names) == len(set(names)), issuer.key


def test_a_sub_domain_belongs_to_its_issuer_and_a_look_alike_does_not() -> None:
    for issuer in ISSUERS:
        for domain in issuer.domains:
            assert issuer_of(f"alerts.{domain}") is issuer
            assert issuer_of(f"x{domain}") is not issuer


@pytest.mark.parametrize("sentence", ["paid {money} to {counterparty}", "", "   "])
def test_a_format_that_cannot_be_compiled_fails_at_import(sentence: str) -> None:
    with pytest.raises(FormatError):
        Format("x", Direction.DEBIT, sentence)


def test_a_layout_needs_an_amount() -> None:
    with pytest.raises(FormatError):
        Layout("x", Direction.DEBIT, "paid", {"Date": "date"})
