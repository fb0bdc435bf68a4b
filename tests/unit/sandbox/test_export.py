"""Mailboxes on disk: every byte of a delivered mail, and a line of the ledger for each."""

import json
from pathlib import Path

from sandbox.export import dump
from tests.unit.sandbox.conftest import Gmail
from tests.unit.sandbox.zoo import ZOO


def test_any_mail_is_written_as_it_came(gmail: Gmail, tmp_path: Path) -> None:
    inserted = {gmail.insert(animal.raw): animal for animal in ZOO.values() if animal.raw}
    generated = gmail.mailbox.generate(5, gmail.now)
    assert dump(gmail.service.world, tmp_path) == len(inserted) + 5
    lines = [json.loads(line) for line in (tmp_path / "ledger.jsonl").read_text().splitlines()]
    assert {line["id"] for line in lines} == {f"me-{message_id}" for message_id in [*inserted, *generated]}
    for message_id, animal in inserted.items():
        assert (tmp_path / f"me-{message_id}.eml").read_bytes() == animal.raw
    shown = {line["id"]: line for line in lines}
    japanese = next(message_id for message_id, animal in inserted.items() if animal is ZOO["iso-2022-jp"])
    assert shown[f"me-{japanese}"]["text"] == ZOO["iso-2022-jp"].texts[0]
    assert shown[f"me-{generated[0]}"]["expected"] is None or shown[f"me-{generated[0]}"]["expected"]["amount"]
