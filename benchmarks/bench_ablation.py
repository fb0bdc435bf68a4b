"""What each part of the reader is worth: issuers' formats only, the general reader only, both.

`python benchmarks/bench_ablation.py [CORPUS.jsonl …] [--misses general]` prints a line a corpus and reader; with
`--misses` also every mail that reader got wrong.
"""

import argparse
import sys
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from app.parsing.reader import read  # noqa: E402  the repository is put on the path first
from benchmarks.accuracy import Read, Score, samples_of, score  # noqa: E402

READERS: dict[str, Read] = {
    "formats only": partial(read, general=False),
    "general only": partial(read, formats=False),
    "both": read,
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpus", nargs="*", type=Path, default=sorted((ROOT / "tests" / "corpus").rglob("*.jsonl")))
    arguments.add_argument("--misses", choices=[name.split()[0] for name in READERS], help="list what this reader got wrong")
    given = arguments.parse_args()
    table = Table(title="Share of labelled mails read right")
    for heading in ("corpus", "reader", "mails", "precision", "recall", "traps", "exact"):
        table.add_column(heading, justify="left" if heading in {"corpus", "reader"} else "right")
    for name, read_one in READERS.items():
        whole = Score()
        for path in given.corpus:
            found = score(list(samples_of(path)), read_one)
            whole.add(found)
            _row(table, path.name, name, found)
        _row(table, "all", name, whole)
        table.add_section()
        if given.misses and name.startswith(given.misses):
            print("\n".join(whole.misses))
    Console(width=110).print(table)


def _row(table: Table, corpus: str, reader: str, found: Score) -> None:
    shares = (found.precision, found.recall, found.trap_share, found.exact_share)
    table.add_row(corpus, reader, str(found.expected + found.traps), *(f"{share:.3f}" for share in shares))


if __name__ == "__main__":
    main()
