"""When a sandbox began, kept in a file: the ages of its mails count from there, so a restart must not move it."""

import math
from pathlib import Path


def kept(file: Path, now: float) -> float:
    """What the file says, in epoch seconds; or `now`, which it says from then on. Raises OSError and ValueError."""
    try:
        said = file.read_text(encoding="ascii", errors="replace").strip()
    except FileNotFoundError:
        return _written(file, now)
    try:
        began = float(said)
    except ValueError:
        began = math.nan
    if not 0 <= began <= now:
        raise ValueError(f"it says {said[:40]!r}, which is no moment in the past")
    return began


def _written(file: Path, now: float) -> float:
    """Whole or not at all: half a number would be another moment."""
    part = file.with_name(f"{file.name}.part")
    part.write_text(f"{now!r}\n", encoding="ascii")
    part.replace(file)
    return now
