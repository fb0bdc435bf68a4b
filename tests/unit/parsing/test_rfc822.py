"""Headers as their senders meant them, encoded by the book or not."""

import pytest

from app.parsing.rfc822 import mail_from_bytes


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"=?utf-8?b?5bGx5bed44Kr44O844OJ?=", "山川カード"),
        ("山川カード".encode(), "山川カード"),
        ("Crédit Agricole".encode(), "Crédit Agricole"),
        (b"=?iso-8859-1?q?Cr=E9dit?= Agricole", "Crédit Agricole"),
        ("é =?utf-8?q?=E2=82=AC?=".encode(), "é €"),
        (b"Cr\xe9dit", "Cr\ufffddit"),
    ],
)
def test_a_header_is_decoded_as_it_was_written(written: bytes, meant: str) -> None:
    mail = mail_from_bytes(b"From: " + written + b" <a@bank.example>\r\nSubject: x\r\n " + written + b"\r\n\r\nhi")
    assert mail.header("from") == f"{meant} <a@bank.example>"
    assert mail.header("subject") == f"x {meant}"
