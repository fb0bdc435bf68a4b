"""`q` in a mailbox of ten mails, each there for a reason."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sandbox.delivered import NewMail
from tests.unit.sandbox.conftest import NOW, Gmail

DAY = 86_400
PACIFIC = ZoneInfo("America/Los_Angeles")
MIDNIGHT = datetime(2026, 5, 20, tzinfo=PACIFIC).timestamp()


def mail(sender: str, subject: str, text: str, more: str = "") -> bytes:
    return f"From: {sender}\r\nTo: Me <me@sandbox.test>\r\nSubject: {subject}\r\n{more}\r\n{text}\r\n".encode()


PDF = (
    b"From: bills@power.example\r\nSubject: Statement\r\n"
    b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nsee the file\r\n--x\r\n"
    b"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=May-bill.pdf\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\n"
    b"JVBERi0x\r\n--x--\r\n"
)
INLINE = (
    b"From: shop@store.example\r\nSubject: Sale\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n\r\nlook\r\n--x\r\n"
    b"Content-Type: image/gif; name=logo.gif\r\nContent-ID: <logo>\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nR0lGODlh\r\n--x--\r\n"
)
# name: mail, labels, internalDate
MAILS: dict[str, tuple[bytes, tuple[str, ...], float]] = {
    "bank": (mail("HDFC Bank <alerts@hdfcbank.net>", "Payment of Rs 500", "debited for dinner"), ("INBOX", "UNREAD"), NOW - DAY),
    "card": (mail("cards@hdfcbank.net", "Card payment", "movie tickets"), ("INBOX", "CATEGORY_UPDATES"), NOW - 3 * DAY),
    "friend": (
        mail("Ravi <ravi@friends.example>", "Dinner on Friday?", "Payment later", "Cc: Uma <uma@friends.example>\r\n"),
        ("INBOX", "STARRED"),
        NOW - 10 * DAY,
    ),
    "list": (
        mail("dev@lists.example", "re:order", "patch", "List-Id: <dev.lists.example>\r\nMessage-ID: <one@lists.example>\r\n"),
        ("CATEGORY_FORUMS",),
        MIDNIGHT,
    ),
    "late": (mail("a@b.example", "just before midnight", "x"), ("INBOX",), MIDNIGHT - 1),
    "spam": (mail("win@prize.example", "You won a payment", "claim"), ("SPAM",), NOW - 2 * DAY),
    "trash": (mail("old@hdfcbank.net", "Payment gone", "x"), ("TRASH",), NOW - 4 * DAY),
    "sent": (mail("me@sandbox.test", "Hello", "big " * 3000), ("SENT",), NOW - 5 * DAY),
    "pdf": (PDF, ("INBOX", "IMPORTANT"), NOW - 40 * DAY),
    "inline": (INLINE, ("INBOX", "CATEGORY_PROMOTIONS"), NOW - 400 * DAY),
}
ALL = set(MAILS) - {"spam", "trash"}


@pytest.fixture
def names(gmail: Gmail) -> dict[str, str]:
    """Message id: name."""
    return {gmail.mailbox.add(NewMail.of(raw, labels, at)).hex_id: name for name, (raw, labels, at) in MAILS.items()}


def found(gmail: Gmail, names: dict[str, str], q: str) -> set[str]:
    return {names[one["id"]] for one in gmail.get("messages", q=q).get("messages", ())}


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("", ALL),
        ("  ", ALL),
        ("in:anywhere", set(MAILS)),
        # who
        ("from:hdfcbank.net", {"bank", "card"}),
        ("from:hdfc", {"bank"}),
        ("from:alerts@hdfcbank.net", {"bank"}),
        ("from:hdfcban", set()),
        ("from:HDFC", {"bank"}),
        ('from:"HDFC Bank"', {"bank"}),
        ("from:me", {"sent"}),
        ("to:me", {"bank", "card", "friend", "list", "late", "sent"}),
        ("to:uma", {"friend"}),
        ("cc:uma@friends.example", {"friend"}),
        ("bcc:uma", set()),
        ("list:dev.lists.example", {"list"}),
        # what
        ("subject:payment", {"bank", "card"}),
        ("subject:pay", set()),
        ('subject:"card payment"', {"card"}),
        ('subject:"payment card"', set()),
        ("subject:(payment card)", {"card"}),
        ("subject:{dinner card}", {"friend", "card"}),
        ("subject:(dinner OR card)", {"friend", "card"}),
        ("subject:re:order", {"list"}),
        ("payment", {"bank", "card", "friend"}),
        ("dinner payment", {"bank", "friend"}),
        ('"movie tickets"', {"card"}),
        ("+movie", {"card"}),
        ("rs 500 dinner", {"bank"}),
        ("bill", {"pdf"}),
        ("in", set()),
        ("-", ALL),
        ("from: hdfc", {"bank"}),
        ("https://nowhere.example/a", set()),
        # how they join
        ("dinner OR movie", {"bank", "card", "friend"}),
        ("{dinner movie}", {"bank", "card", "friend"}),
        ("from:hdfcbank.net dinner OR movie", {"bank", "card"}),
        ("(from:hdfcbank.net movie) OR list:dev", {"card", "list"}),
        ("payment AND dinner", {"bank", "friend"}),
        ("payment -dinner", {"card"}),
        ("payment -(dinner OR movie)", set()),
        ("-from:hdfcbank.net payment", {"friend"}),
        ("!from:hdfcbank.net payment", {"friend"}),
        ("!in:chat", ALL),
        ("from:(ravi OR cards)", {"friend", "card"}),
        ("from:{ravi cards}", {"friend", "card"}),
        ("from:(-hdfcbank.net)", ALL - {"bank", "card"}),
        # where
        ("in:inbox payment", {"bank", "card", "friend"}),
        ("in:spam", {"spam"}),
        ("in:trash", {"trash"}),
        ("label:trash from:hdfcbank.net", {"trash"}),
        ("in:sent", {"sent"}),
        ("in:archive", {"list"}),
        ("-in:trash", ALL),
        ("-in:sent in:anywhere", set(MAILS) - {"sent"}),
        ("label:unread", {"bank"}),
        ("is:unread", {"bank"}),
        ("is:read in:inbox", {"card", "friend", "late", "pdf", "inline"}),
        ("is:starred", {"friend"}),
        ("is:important", {"pdf"}),
        ("label:nobody-made-it", set()),
        ("category:forums", {"list"}),
        ("category:promotions OR category:updates", {"inline", "card"}),
        # files and sizes
        ("has:attachment", {"pdf"}),
        ("filename:pdf", {"pdf"}),
        ("filename:may-bill.pdf", {"pdf"}),
        ("filename:gif", {"inline"}),
        ("filename:doc", set()),
        ("larger:5K", {"sent"}),
        ("larger:10M", set()),
        ("smaller:1000", ALL - {"sent"}),
        ("size:10000", {"sent"}),
        ("has:nouserlabels from:ravi", {"friend"}),
        # when
        ("after:2026/05/20 before:2026/05/21", {"list"}),
        ("before:2026/5/20 after:2026-05-19", {"late"}),
        ("after:05/20/2026 before:05/21/2026", {"list"}),
        (f"after:{int(MIDNIGHT)} before:{int(MIDNIGHT) + 1}", {"list"}),
        (f"before:{int(MIDNIGHT)} newer_than:1m", {"late", "friend"}),
        ("newer_than:2d", {"bank"}),
        ("older_than:1y", {"inline"}),
        ("older_than:1m newer_than:2m", {"pdf"}),
        ("newer_than:2d OR older_than:1y", {"bank", "inline"}),
        ("-newer_than:1y", {"inline"}),
        # which
        ("rfc822msgid:one@lists.example", {"list"}),
        ("rfc822msgid:<one@lists.example>", {"list"}),
        ("rfc822msgid:two@lists.example", set()),
        ("rfc822msgid:one@lists.example OR in:sent", {"list", "sent"}),
    ],
)
def test_searches(gmail: Gmail, names: dict[str, str], q: str, expected: set[str]) -> None:
    assert found(gmail, names, q) == expected


@pytest.mark.parametrize(
    "q",
    [
        "wibble:x", "has:drive", "has:yellow-star", "is:muted", "category:reservations", "after:yesterday", "after:2026/13/01",
        "newer_than:3h", "older_than:2w", "larger:big", "dinner AROUND 5 movie", "(open", "{open", "from:(open", "closed)",
        "{}", "from:{}", "-{}",
        "OR dinner",         "from:", "dinner OR", "from:x OR", "((((" * 20 + "x" + "))))" * 20, "subject:(a (b))",
    ],
)  # fmt: skip
def test_what_it_does_not_know_is_refused_aloud(
    gmail: Gmail, names: dict[str, str], q: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "does not know this search" in gmail.refusal("messages", q=q)
    assert gmail.get("threads", 400, q=q)["error"]["status"] == "INVALID_ARGUMENT"
    assert "does not know" in capsys.readouterr().err


def test_mails_from_before_an_epoch_come_along_on_demand(gmail: Gmail, names: dict[str, str]) -> None:
    """As users of Gmail have seen it. Dates, and searches without a beginning, are left alone."""
    gmail.service.faults.add({"kind": "early_hits", "seconds": 3600, "count": 1})
    assert found(gmail, names, "after:2026/05/20 before:2026/05/21") == {"list"}
    between = f"after:{int(MIDNIGHT)} before:{int(MIDNIGHT) + 1}"
    assert found(gmail, names, between) == {"list", "late"}
    assert found(gmail, names, between) == {"list"}


def test_labels_of_the_user_by_name(gmail: Gmail, names: dict[str, str]) -> None:
    label = gmail.post("labels", {"name": "Bank mail/HDFC (old)"})
    bank = next(message_id for message_id, name in names.items() if name == "bank")
    gmail.post(f"messages/{bank}/modify", {"addLabelIds": [label["id"]]})
    for q in ("label:bank-mail-hdfc-old", 'label:"Bank mail/HDFC (old)"', f"label:{label['name'].split()[0]} OR has:userlabels"):
        assert found(gmail, names, q) == {"bank"}
    assert {names[one["id"]] for one in gmail.get("messages", labelIds=label["id"])["messages"]} == {"bank"}
    assert {names[one["id"]] for one in gmail.get("messages", labelIds=["INBOX", "UNREAD"])["messages"]} == {"bank"}
    assert gmail.refusal("messages", labelIds="Label_99") == "Invalid label: Label_99"


def test_spam_and_trash_are_left_out_unless_asked_for(gmail: Gmail, names: dict[str, str]) -> None:
    assert {names[one["id"]] for one in gmail.get("messages", includeSpamTrash="true")["messages"]} == set(MAILS)
    assert {names[one["id"]] for one in gmail.get("messages", labelIds="SPAM")["messages"]} == {"spam"}


def test_generated_mail_is_searched_as_delivered_mail_is(full_gmail: Gmail) -> None:
    newest = full_gmail.get("messages", maxResults=1)["messages"][0]["id"]
    headers = full_gmail.get(f"messages/{newest}", format="metadata", metadataHeaders=["message-id", "subject"])["payload"][
        "headers"
    ]
    by_name = {one["name"]: one["value"] for one in headers}
    q = f"rfc822msgid:{by_name['Message-ID']}"
    assert [one["id"] for one in full_gmail.get("messages", q=q)["messages"]] == [newest]
    q = 'subject:"{}"'.format(by_name["Subject"].replace('"', ""))
    assert newest in [one["id"] for one in full_gmail.get("messages", q=q)["messages"]]
    assert full_gmail.get("messages", q="rfc822msgid:abc.1@nowhere.example") == {"resultSizeEstimate": 0}
