"""How much is tried: `make test` takes a share of it, `make chaos` all, and adds up the faults that were survived."""

import json
import os
from pathlib import Path

# A file to write them to is what `make chaos` names.
_BOOK = os.environ.get("CHAOS_COUNTS")
FULL = _BOOK is not None
SEED = int(os.environ.get("CHAOS_SEED", "7"))
EXAMPLES = int(os.environ.get("CHAOS_EXAMPLES", "12"))


def count(kind: str, faults: int) -> None:
    if _BOOK is not None:
        with Path(_BOOK).open("a", encoding="utf-8") as lines:
            lines.write(json.dumps({"kind": kind, "faults": faults}) + "\n")
