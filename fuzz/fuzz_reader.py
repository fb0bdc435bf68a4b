"""Coverage-guided fuzzing of the reader over MIME, HTML and text: `make fuzz ARGS="-max_total_time=300"`.

Needs atheris, which `make fuzz` installs below .local. A crash is an input on which an exception escapes or reading takes
too long; it is written to .local/fuzz, and a run with its path as argument repeats it. The seeds are the mails of tests/corpus.
"""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLACE = ROOT / ".local" / "fuzz"
sys.path[:0] = [str(PLACE / "packages"), str(ROOT)]

import atheris  # noqa: E402  from the folder named above

with atheris.instrument_imports(include=["app.parsing"]):
    from app.domain.mail import Mail
    from app.parsing import parse
    from app.parsing.rfc822 import mail_from_bytes

from benchmarks.accuracy import as_bytes, samples_of  # noqa: E402

MOST_SECONDS = 1.0
RECEIVED = datetime(2026, 6, 1, tzinfo=UTC)
SENDERS = ("HDFC Bank <alerts@hdfcbank.net>", "Some Bank <alerts@somebank.example>")


def one(data: bytes) -> None:
    begin = time.process_time()
    if data[:1] < b"\x80":
        parse(mail_from_bytes(data[1:]))
    else:
        text = data[2:].decode("utf-8", "surrogateescape")
        head = {"from": (SENDERS[data[0] % 2],), "subject": (text[:80],)}
        as_html = data[1:2] < b"\x80"
        parse(Mail(head, None if as_html else text, text if as_html else None, RECEIVED))
    if time.process_time() - begin > MOST_SECONDS:
        raise TimeoutError(f"{len(data)} bytes took longer than {MOST_SECONDS} s of CPU")


def seeds() -> Path:
    folder = PLACE / "seeds"
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "tests" / "corpus").rglob("*.jsonl")):
        for number, sample in enumerate(samples_of(path)):
            raw = as_bytes(sample)[:20_000]
            body = (sample["html"] or sample["text"] or "")[:20_000].encode()
            (folder / f"{path.stem}-{number}-mime").write_bytes(b"\x00" + raw)
            (folder / f"{path.stem}-{number}-body").write_bytes(b"\x80" + (b"\x00" if sample["html"] else b"\x80") + body)
    return folder


def main() -> None:
    found = PLACE / "found"
    found.mkdir(parents=True, exist_ok=True)
    again = any(Path(argument).is_file() for argument in sys.argv[1:])
    places = [] if again else [str(found), str(seeds())]
    atheris.Setup([sys.argv[0], f"-artifact_prefix={PLACE}/", *sys.argv[1:], *places], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
