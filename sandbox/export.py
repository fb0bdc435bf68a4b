"""Write mailboxes to disk: one .eml a mail, and ledger.jsonl in the shape of the labelled corpus."""

import json
from pathlib import Path
from typing import Any

from sandbox.generator import CorpusSource, TemplateSource
from sandbox.message import Message
from sandbox.mime import Part, to_rfc822
from sandbox.payload import as_utf8
from sandbox.world import World

_SHOWN = ("From", "To", "Subject", "Date", "Authentication-Results")


def dump(world: World, folder: Path) -> int:
    """Returns how many mails were written. Files are named by mailbox and message id."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    with (folder / "ledger.jsonl").open("w", encoding="utf-8") as lines:
        for address, _ in world.sizes():
            mailbox = world.mailbox(address)
            for message in mailbox.messages() if mailbox else ():
                name = f"{address.partition('@')[0]}-{message.hex_id}"
                mail = message.mail()
                (folder / f"{name}.eml").write_bytes(message.raw or to_rfc822(mail))
                lines.write(json.dumps(_sample(name, message, mail), ensure_ascii=False) + "\n")
                written += 1
    return written


def _sample(name: str, message: Message, mail: Part) -> dict[str, Any]:
    bodies = {part.mime_type: as_utf8(part).decode("utf-8", "replace") for _, part in mail.walk() if part.is_text()}
    return {
        "id": name,
        **_about(message),
        "headers": {key: value for key in _SHOWN if (value := mail.header(key))},
        "text": _lf(bodies.get("text/plain")),
        "html": _lf(bodies.get("text/html")),
        "expected": message.expected(),
    }


def _about(message: Message) -> dict[str, Any]:
    source = message.source
    if isinstance(source, TemplateSource):
        template = source.template
        return {
            "issuer": template.brand.issuer, "country": template.brand.country, "channel": template.channel,
            "trap": template.trap, "format_source": f"sandbox/{template.name}", "confidence_in_format": "seen",
        }  # fmt: skip
    sample: dict[str, Any] = source.sample if isinstance(source, CorpusSource) else {}
    return {key: sample.get(key) for key in ("issuer", "country", "channel", "trap", "format_source", "confidence_in_format")}


def _lf(text: str | None) -> str | None:
    return text.replace("\r\n", "\n") if text is not None else None
