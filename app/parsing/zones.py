"""Time zones by the names mails use, as minutes from UTC. Names that mean several zones are read as banks use them."""

import re
from datetime import date, time, timedelta

FIXED = {
    "ist": 330, "sgt": 480, "hkt": 480, "pht": 480, "myt": 480, "awst": 480, "wita": 480, "jst": 540, "kst": 540, "wit": 540,
    "wib": 420, "wibb": 420, "ict": 420, "vn time": 420, "pkt": 300, "gst": 240, "msk": 180, "eat": 180, "trt": 180, "eest": 180,
    "sast": 120, "cat": 120, "cest": 120, "eet": 120, "cet": 60, "wat": 60, "bst": 60, "west": 60, "wet": 0, "utc": 0, "gmt": 0, "z": 0,
    "aest": 600, "aedt": 660, "acst": 570, "nzst": 720, "nzdt": 780, "brt": -180, "art": -180, "clt": -240, "cot": -300, "pet": -300,
    "edt": -240, "est": -300, "cdt": -300, "cst": -360, "mdt": -360, "mst": -420, "pdt": -420, "pst": -480, "akst": -540, "akdt": -480,
    "hst": -600, "hora de brasilia": -180,
}  # fmt: skip
UNITED_STATES = {
    "et": -300, "ct": -360, "mt": -420, "pt": -480,
    "eastern time": -300, "central time": -360, "mountain time": -420, "pacific time": -480,
}  # fmt: skip
NUMERIC = re.compile(r"(?:utc|gmt)?\s?([+-])(\d{1,2}):?(\d{2})?")


def offset_minutes(name: str, on: date, at: time) -> int | None:
    """Minutes from UTC of a printed zone on that day, or None for a name nobody here knows."""
    key = name.strip("() ").lower().replace("í", "i")
    if key in UNITED_STATES:
        return UNITED_STATES[key] + (60 if _summer(on, at) else 0)
    if key in FIXED:
        return FIXED[key]
    found = NUMERIC.fullmatch(key)
    if not found:
        return None
    sign, hours, minutes = found.groups()
    total = int(hours) * 60 + int(minutes or 0)
    return (total if sign == "+" else -total) if total <= 14 * 60 else None


def _summer(on: date, at: time) -> bool:
    """United States, since 2007: from 02:00 on the second Sunday of March to 02:00 on the first of November."""
    starts, ends = _sunday(on.year, 3, 2), _sunday(on.year, 11, 1)
    if on == starts:
        return at.hour >= 2
    if on == ends:
        return at.hour < 2
    return starts < on < ends


def _sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))
