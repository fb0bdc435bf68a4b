"""What reading a mail costs by stage, on the sandbox's mails: `python benchmarks/bench_reader.py [MAILS]`.

Prints milliseconds of CPU a mail and each stage's share of the whole.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from app.parsing import parse  # noqa: E402  the repository is put on the path first
from app.parsing.clean import read_page  # noqa: E402
from app.parsing.rfc822 import mail_from_bytes  # noqa: E402

Item = TypeVar("Item")


def measure(work: Callable[[Item], object], items: Sequence[Item], rounds: int = 3) -> float:
    """The best of some rounds, in ms of CPU an item."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        for item in items:
            work(item)
        best = min(best, time.process_time() - begin)
    return 1000 * best / len(items)


def main() -> None:
    count = sys.argv[1] if len(sys.argv) > 1 else "400"
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "sandbox", "--dump", folder, "--users", "1", "--mails", count, "--seed", "11"]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        raw = [path.read_bytes() for path in sorted(Path(folder).glob("*.eml"))]
    mails = [mail_from_bytes(one) for one in raw]
    stages = {
        "decode MIME": measure(mail_from_bytes, raw),
        "clean the text": measure(read_page, mails),
        "read, cleaning included": measure(parse, mails),
    }
    whole = stages["decode MIME"] + stages["read, cleaning included"]
    table = Table(title=f"{len(mails)} mails, {sum(map(len, raw)) / len(raw) / 1000:.1f} kB each on average")
    for heading in ("stage", "ms CPU a mail", "of the whole"):
        table.add_column(heading, justify="left" if heading == "stage" else "right")
    for name, cost in stages.items():
        table.add_row(name, f"{cost:.3f}", f"{cost / whole:.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()
