"""Mails of one sentence for the tests of the reader."""

from app.domain.mail import Mail

SENDER = "Some Bank <alerts@somebank.example>"


def text_mail(text: str, sender: str = SENDER, subject: str = "", **headers: str) -> Mail:
    return Mail({"from": (sender,), "subject": (subject,), **{key: (value,) for key, value in headers.items()}}, text, None)


def html_mail(html: str, sender: str = SENDER, subject: str = "") -> Mail:
    return Mail({"from": (sender,), "subject": (subject,)}, None, f"<html><body>{html}</body></html>")
