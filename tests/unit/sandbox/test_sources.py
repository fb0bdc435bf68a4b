"""Mail of one's own, from folders and mboxes, whole or damaged."""

import time
from email.header import Header
from pathlib import Path

import pytest

from sandbox import sources, takeout
from sandbox.delivered import NewMail
from sandbox.generator import Catalogue, CorpusSource
from tests.unit.sandbox.conftest import Gmail

BOM = b"\xef\xbb\xbf"
FROM = b"From 1790000000000000001@xxx Thu Jan 15 10:20:30 +0000 2026\r\n"


def mail(number: int, extra: bytes = b"", body: bytes = b"Hello\r\n") -> bytes:
    return b"From: a@x\r\nSubject: %d\r\nDate: Fri, 16 Jan 2026 11:00:00 +0000\r\n%b\r\n%b" % (number, extra, body)


def read(path: Path) -> tuple[list[NewMail], list[str]]:
    complaints: list[str] = []
    return list(sources.mbox(path, complaints.append)), complaints


def write(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "All.mbox"
    path.write_bytes(content)
    return path


class TestMbox:
    def test_every_mail_is_read_by_its_place(self, tmp_path: Path) -> None:
        raws = [mail(number, body=b"line\r\n" * number) for number in range(5)]
        found, complaints = read(write(tmp_path, b"".join(FROM + raw + b"\r\n" for raw in raws)))
        assert [one.read() for one in found] == raws
        assert complaints == []

    def test_line_ends_become_those_of_the_wire(self, tmp_path: Path) -> None:
        content = b"".join((FROM + mail(number)).replace(b"\r\n", b"\n") + b"\n" for number in range(2))
        found, _ = read(write(tmp_path, content))
        assert [one.read() for one in found] == [mail(0), mail(1)]

    def test_a_quoted_from_is_a_from(self, tmp_path: Path) -> None:
        found, _ = read(write(tmp_path, FROM + mail(1, body=b">From here\r\n>>From there\r\n") + b"\r\n"))
        assert found[0].read().endswith(b"\r\n\r\nFrom here\r\n>From there\r\n")

    def test_a_sentence_that_begins_with_from_ends_no_mail(self, tmp_path: Path) -> None:
        sentences = b"\r\n\r\nFrom here on all is well.\r\n\r\nFrom x 2026\r\nFrom y Thu Jan 15 10:20:30 2026\r\nno\r\n"
        raw = mail(1, body=b"Hello" + sentences)
        found, complaints = read(write(tmp_path, FROM + raw + b"\r\n" + FROM + mail(2) + b"\r\n"))
        assert [one.read() for one in found] == [raw, mail(2)]
        assert complaints == []

    def test_takeouts_labels_become_gmails(self, tmp_path: Path) -> None:
        labels = (
            b"X-Gmail-Labels: Inbox,Unread,\r\n =?UTF-8?Q?Category_Updates?=\r\n",
            b'X-Gmail-Labels: Archived,Opened,Mine,"Bills, paid",IMAP_$Forwarded\r\n',
            b"",
        )
        content = b"".join(FROM + mail(1, one) + b"\r\n" for one in labels)
        found, _ = read(write(tmp_path, content))
        assert [one.labels for one in found] == [("INBOX", "UNREAD", "CATEGORY_UPDATES"), (), ("INBOX",)]
        assert [one.named for one in found] == [(), ("Mine", "Bills, paid"), ()]

    @pytest.mark.parametrize(
        ("header", "labels", "named"),
        [
            ('Posteingang,Wichtig,Ungelesen,Kategorie: "Neuigkeiten",Miete', "INBOX IMPORTANT UNREAD CATEGORY_UPDATES", "Miete"),
            ("Archiviert,Geöffnet", "", ""),
            ("Boîte de réception,Non lus,Catégorie\u00a0: E-mails personnels", "INBOX UNREAD CATEGORY_PERSONAL", ""),
            ("Archivés,Envoyé,Ouvert", "SENT", ""),
            ("Recibidos,Importante,Casa", "INBOX IMPORTANT", "Casa"),
            ("Papelera,Sin leer", "TRASH UNREAD", ""),
            ("Archivováno,Kategorie: Sociální sítě,Nepřečtené", "CATEGORY_SOCIAL UNREAD", ""),
            ("इनबॉक्स", "INBOX", ""),
            ("Beérkezett_üzenetek", "INBOX", "Beérkezett_üzenetek"),
            ("Spam,Bank", "SPAM", "Bank"),
            ("Bank,Opened", "INBOX", "Bank"),
        ],
    )
    def test_labels_of_an_export_in_any_language(self, header: str, labels: str, named: str) -> None:
        for form in (header, Header(header, "utf-8", maxlinelen=70).encode(linesep=" ")):
            assert takeout.labels_of(" ".join(form.split())) == (tuple(labels.split()), tuple(named.split()))

    def test_labels_that_a_person_named_are_labels_of_the_mailbox(self, tmp_path: Path, gmail: Gmail) -> None:
        headers = (b"X-Gmail-Labels: Archived,Bank/Mine\r\n", b"X-Gmail-Labels: Bank/mine,Unbekannt\r\n")
        found, _ = read(write(tmp_path, b"".join(FROM + mail(1, one) + b"\r\n" for one in headers)))
        assert gmail.mailbox.add_all(found) == 2
        own = {one["name"]: one["id"] for one in gmail.get("labels")["labels"] if one["type"] == "user"}
        assert set(own) == {"Bank/Mine", "Unbekannt"}
        for query, count in (("label:bank/mine", 2), ("in:inbox", 1), ("label:unbekannt", 1), ("has:nouserlabels", 0)):
            assert len(gmail.get("messages", q=query).get("messages", ())) == count, query

    def test_a_mark_of_the_byte_order_is_no_part_of_it(self, tmp_path: Path) -> None:
        found, complaints = read(write(tmp_path, BOM + FROM + mail(1) + b"\r\n" + FROM + mail(2) + b"\r\n"))
        assert ([one.read() for one in found], complaints) == ([mail(1), mail(2)], [])

    def test_a_mail_is_dated_by_its_last_hop_its_own_date_or_its_postmark(self, tmp_path: Path) -> None:
        received = (
            b"Received: by mx;\r\n Sat, 17 Jan 2026 00:00:00 +0000\r\nReceived: by old; Fri, 16 Jan 2026 00:00:00 +0000\r\n"
        )
        undated = b"From: a@x\r\nSubject: 3\r\n\r\nHello\r\n"
        found, _ = read(write(tmp_path, b"".join(FROM + one + b"\r\n" for one in (mail(1, received), mail(2), undated))))
        assert [one.at for one in found] == [1768608000.0, 1768561200.0, 1768472430.0]

    def test_a_date_without_a_zone_is_the_same_moment_on_every_machine(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        raw = mail(1).replace(b"+0000", b"-0000")
        try:
            monkeypatch.setenv("TZ", "Asia/Kolkata")
            time.tzset()
            found, _ = read(write(tmp_path, FROM + raw + b"\r\n"))
        finally:
            monkeypatch.undo()
            time.tzset()
        assert found[0].at == 1768561200.0

    def test_what_cannot_be_read_costs_one_line_that_names_the_offset(self, tmp_path: Path) -> None:
        good, bad = FROM + mail(1) + b"\r\n", FROM + b"\x00\x01 garbage\r\n\r\n"
        found, complaints = read(write(tmp_path, b"leading garbage\r\n\r\n" + good + bad + FROM + good))
        assert [one.read() for one in found] == [mail(1), mail(1)]
        assert len(complaints) == 3
        for offset, one in zip((0, 19 + len(good), 19 + len(good) + len(bad)), complaints, strict=True):
            assert f"no mail at offset {offset};" in one

    def test_no_mbox_at_all(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="no mbox"):
            read(write(tmp_path, b"From here to eternity\r\n"))
        with pytest.raises(OSError, match="No such file"):
            read(tmp_path / "missing")
        assert read(write(tmp_path, b"")) == ([], [])

    def test_a_part_too_large_for_a_mail_is_left_out(self, tmp_path: Path) -> None:
        path = write(tmp_path, FROM + mail(1) + b"\r\n" + FROM + mail(2))
        with path.open("r+b") as file:
            file.truncate(160_000_000)
            file.seek(0, 2)
            file.write(b"\r\n\r\n" + FROM + mail(3) + b"\r\n")
        found, complaints = read(path)
        assert [one.read() for one in found] == [mail(1), mail(3)]
        assert "bytes at offset" in complaints[0]

    def test_a_large_one_is_not_held(self, tmp_path: Path) -> None:
        path = tmp_path / "large.mbox"
        with path.open("wb") as file:
            for number in range(40):
                file.write(FROM + mail(number, body=b"x" * 76 + b"\r\n") + b"\r\n")
                file.seek(2_000_000, 1)
                file.write(b"\r\n\r\n")
        found, complaints = read(path)
        assert len(found) == 40
        assert complaints == []
        assert all(isinstance(one.read, sources.Slice) for one in found)
        assert found[39].read().startswith(b"From: a@x\r\nSubject: 39\r\n")


class TestFolders:
    def test_a_mail_cut_out_of_an_mbox_is_one(self, tmp_path: Path) -> None:
        (tmp_path / "one.eml").write_bytes(FROM + mail(1))
        complaints: list[str] = []
        (found,) = sources.eml(tmp_path, complaints.append)
        assert (found.at, complaints) == (1768561200.0, [])

    def test_eml_files_anywhere_below(self, tmp_path: Path) -> None:
        (tmp_path / "deep").mkdir()
        (tmp_path / "one.eml").write_bytes(mail(1))
        (tmp_path / "deep" / "two.eml").write_bytes(mail(2).replace(b"\r\n", b"\n"))
        (tmp_path / "note.txt").write_bytes(mail(3))
        (tmp_path / "THREE.EML").write_bytes(BOM + mail(3))
        (tmp_path / "folder.eml").mkdir()
        (tmp_path / "bad.eml").write_bytes(b"\x00\x01")
        complaints: list[str] = []
        found = list(sources.eml(tmp_path, complaints.append))
        assert sorted(one.read() for one in found) == [mail(1), mail(2), mail(3)]
        assert {one.at for one in found} == {1768561200.0}
        assert len(complaints) == 1
        assert "bad.eml: no mail at offset 0" in complaints[0]

    def test_a_maildirs_flags_and_folders_are_labels(self, tmp_path: Path) -> None:
        own = {
            ".Work.Bank/cur/11:2,FS": "Work/Bank",
            "Work/Bills/cur/12:2,FS": "Work/Bills",
            ".Archive/cur/13:2,FS": "Archive",
            ".INBOX.R&-D &AP8A,w-/cur/14:2,FS": "R&D ÿÿ",
            ".&A-/cur/15:2,FS": "&A-",
        }
        names = {
            "cur/1:2,S": ("INBOX",),
            "cur/2:2,FS": ("INBOX", "STARRED"),
            "new/3": ("INBOX", "UNREAD"),
            ".Sent/cur/4:2,S": ("SENT",),
            ".Junk/cur/5:2,": ("SPAM", "UNREAD"),
            ".Papierkorb/cur/6:2,S": ("TRASH",),
            "INBOX/cur/7:2,S": ("INBOX",),
            ".INBOX.Entw&APw-rfe/cur/8:2,S": ("DRAFT",),
        }
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(mail(int(path.name[0])))
        for name in own:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(mail(int(path.name[:2])))
        (tmp_path / "tmp").mkdir()
        (tmp_path / "tmp" / "9").write_bytes(mail(9))
        found = list(sources.maildir(tmp_path, pytest.fail))
        placed = {one.read(): one.labels for one in found if not one.named}
        assert placed == {mail(int(name.rpartition("/")[2][0])): labels for name, labels in names.items()}
        told = {one.read(): (one.labels, one.named) for one in found if one.named}
        assert told == {mail(int(name.rpartition("/")[2][:2])): (("STARRED",), (label,)) for name, label in own.items()}

    def test_folders_that_are_none(self, tmp_path: Path) -> None:
        with pytest.raises(OSError, match="no Maildir"):
            list(sources.maildir(tmp_path, pytest.fail))
        with pytest.raises(OSError, match="not a folder"):
            list(sources.eml(tmp_path / "missing", pytest.fail))


def test_a_corpus_of_more_mails_than_a_mailbox_can_name_is_refused() -> None:
    sample = CorpusSource({"id": "one", "headers": {}, "text": "x", "html": None, "expected": None})
    with pytest.raises(ValueError, match="70000 mails are too many"):
        Catalogue([sample] * 70_000)
