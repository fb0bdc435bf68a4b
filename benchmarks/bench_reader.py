"""What reading a mail costs, on the sandbox's mails: `python benchmarks/bench_reader.py [MAILS] [--install]`.

By stage, for mails of issuers whose format matched, and in the general reader alone; beside BeautifulSoup with one pattern and
beside the npm package transaction-sms-parser, which gets the cleaned text for nothing. `--install` puts these two into
.local/peers, which git ignores; without them (or without Node) their lines are left out. Milliseconds are CPU a mail, the best
of some rounds.

No mail is read twice: the reader has met others of the same designs, as a worker has. What a mail costs whose design, header,
footer and rows it never met stands in lines of its own.
"""

import argparse
import gc
import importlib
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from shutil import which
from typing import TypeVar

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".local" / "peers"
sys.path.insert(0, str(ROOT))
sys.path.append(str(PEERS))

from app.domain.mail import Mail  # noqa: E402  the repository is put on the path first
from app.domain.reading import Reading  # noqa: E402
from app.parsing import clean, markup, parse  # noqa: E402
from app.parsing.clean import read_page  # noqa: E402
from app.parsing.designs import Designs  # noqa: E402
from app.parsing.reader import read  # noqa: E402
from app.parsing.ready import make_ready  # noqa: E402
from app.parsing.repeats import Repeats  # noqa: E402
from app.parsing.rfc822 import mail_from_bytes  # noqa: E402

Item = TypeVar("Item")
Result = TypeVar("Result")
PACKAGES = ("beautifulsoup4==4.15.0", "soupsieve==4.1.3")
NODE_PACKAGE = "transaction-sms-parser@3.3.0"
NODE = """
const { getTransactionInfo } = require("transaction-sms-parser");
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
let best = Infinity;
for (let round = 0; round < 3; round++) {
  const begin = process.cpuUsage();
  for (const text of texts) getTransactionInfo(text);
  const used = process.cpuUsage(begin);
  best = Math.min(best, used.user + used.system);
}
console.log(best / 1000 / texts.length);
"""
MONEY = re.compile(r"(?:Rs\.?|INR|₹|\$|£|€)\s*([\d,]+(?:\.\d{1,2})?)")
MOVED = re.compile(r"\b(?:debited|credited|paid|spent|withdrawn|received|charged)\b", re.I)


ROUNDS = 2
Timed = list[tuple[float, Result]]


def timed(work: Callable[[Item], Result], items: Sequence[Item]) -> Timed[Result]:
    """What each takes, in milliseconds, and gives."""
    out: Timed[Result] = []
    for item in items:
        begin = time.process_time()
        result = work(item)
        out.append((1000 * (time.process_time() - begin), result))
    return out


def measure(work: Callable[[Item], object], rounds: Sequence[Sequence[Item]]) -> float | None:
    """Milliseconds an item, of the quickest round; each has items of its own."""
    return quickest([timed(work, items) for items in rounds])


def quickest(rounds: Sequence[Timed[Result]]) -> float | None:
    """None where no round had anything to do."""
    return min((sum(cost for cost, _ in taken) / len(taken) for taken in rounds if taken), default=None)


def by_format(reading: Reading) -> bool:
    return (reading.format or "generic") not in {"generic", "schema.org"}


def cold(work: Callable[[Mail], object], mails: Sequence[Mail]) -> float | None:
    """Milliseconds a mail of which nothing has been met before."""
    taken: Timed[object] = []
    for mail in mails:
        clean.DESIGNS = Designs(clean.DESIGNS.by_parser, clean.DESIGNS.planner)
        markup.TOPS, markup.ROWS = Repeats(markup.TOPS.make), Repeats(markup.ROWS.make, markup.ROWS.lead)
        taken += timed(work, [mail])
    return quickest([taken])


def install() -> None:
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--upgrade", "--target", str(PEERS), *PACKAGES]
    subprocess.run(pip, check=True)
    if npm := which("npm"):
        subprocess.run([npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(PEERS), NODE_PACKAGE], check=True)
    importlib.invalidate_caches()


def soup_and_pattern() -> Callable[[Mail], object] | None:
    try:
        from bs4 import BeautifulSoup  # noqa: PLC0415  only there when asked for
    except ModuleNotFoundError:
        return None

    def look(mail: Mail) -> object:
        text = BeautifulSoup(mail.html, "html.parser").get_text(" ") if mail.html else mail.text or ""
        return MONEY.search(text) if MOVED.search(text) else None

    return look


def in_node(mails: Sequence[Mail]) -> float | None:
    """The npm package's ms a mail, or None when it or Node is not there."""
    node = which("node")
    if node is None or not (PEERS / "node_modules" / "transaction-sms-parser").is_dir():
        return None
    texts = json.dumps([read_page(mail).text.replace("\n", " ") for mail in mails])
    done = subprocess.run([node, "-e", NODE], input=texts, capture_output=True, text=True, check=True, cwd=PEERS)
    return float(done.stdout)


def sandbox_mails(count: int) -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "sandbox", "--dump", folder, "--users", "1", "--mails", str(count), "--seed", "11"]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        return [path.read_bytes() for path in sorted(Path(folder).glob("*.eml"))]


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("mails", type=int, nargs="?", default=400)
    arguments.add_argument("--install", action="store_true", help="fetch the peers into .local/peers first")
    given = arguments.parse_args()
    if given.install:
        install()
    slices = 3 * ROUNDS + 1
    raw = sandbox_mails(given.mails * slices)
    # In turn, so that the first holds mails of the issuers of all others.
    met, *others = [[mail_from_bytes(one) for one in raw[at::slices]] for at in range(slices)]
    # As in a worker: all patterns are compiled, and mails of the same issuers were read.
    make_ready()
    for mail in met:
        parse(mail)
    # A worker's parent does so, too, before it forks.
    gc.freeze()
    cleaned, whole, alone = (others[at::3] for at in range(3))
    reading = [timed(parse, mails) for mails in whole]
    formats = [
        [one for one, mail in zip(taken, mails, strict=True) if mail.html and by_format(one[1])]
        for taken, mails in zip(reading, whole, strict=True)
    ]
    html = [mail for mail in met if mail.html]
    costs: dict[str, float | None] = {
        "decode MIME": measure(mail_from_bytes, [raw[::slices]]),
        "clean the text": measure(read_page, cleaned),
        "read, cleaning included": quickest(reading),
        "read by a format (HTML mails)": quickest(formats),
        "read by the general reader alone": measure(partial(read, formats=False), alone),
        "clean an HTML mail of a new design": cold(read_page, html),
        "read an HTML mail of a new design": cold(parse, html),
    }
    if look := soup_and_pattern():
        costs["BeautifulSoup and one pattern"] = measure(look, cleaned)
    costs["transaction-sms-parser, given the text"] = in_node(met)
    _show(costs, f"{given.mails} mails each, {sum(map(len, raw)) / len(raw) / 1000:.1f} kB on average")


def _show(costs: dict[str, float | None], title: str) -> None:
    own = costs["read, cleaning included"] or 1.0
    table = Table(title=title)
    for heading in ("work", "ms CPU a mail", "times reading"):
        table.add_column(heading, justify="left" if heading == "work" else "right")
    for name, cost in costs.items():
        if cost is not None:
            table.add_row(name, f"{cost:.3f}", f"{cost / own:.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()
