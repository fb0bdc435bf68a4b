"""Hours as mails print them, with their zone; a full stop parts them only where a word says that they are hours."""

import re
from datetime import date, time

from app.parsing.zones import offset_minutes

ZONE = (
    r"\(?(?P<z>[+-]\d{2}:?\d{2}(?!\d)|(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|IST|SGT|HKT|JST|KST|WIBB?|WITA|WIT|PHT|MYT|ICT|PKT|GST|EAT|WAT|CAT|SAST|CEST|CET|EEST|EET|BST|WEST|WET|MSK|TRT"
    r"|AEDT|AEST|ACST|AWST|NZDT|NZST|EDT|EST|CDT|CST|MDT|MST|PDT|PST|BRT|ART|CLT|COT|PET|AKST|AKDT|HST|ET|CT|PT|MT|Z"
    r"|(?:Eastern|Central|Mountain|Pacific) Time|VN Time|hora de bras[ií]lia)(?![A-Za-z])\)?"
)
ZONE_BEHIND = re.compile(r",?\s{0,2}" + ZONE, re.I)
TIME = re.compile(
    r"(?<![\d:,/])(?<!\d\.)(?P<e>(?:午前|午後|上午|下午|오전|오후)\s?)?(?P<h>\d{1,2})(?:(?:[:h]|\sh\s"
    r"|\s?giờ\s?)(?P<i>\d{2})(?:[:.](?P<s>\d{2}))?(?:\.\d{1,6})?"
    r"|\.(?P<i2>\d{2})(?=\s?[ap]\.?\s?m|\s?(?:WIBB?|WITA|WIT|Uhr|uur)\b)|\s?[時时点點시](?:\s?(?P<i3>\d{1,2})\s?[分분])?)?(?![\d:])"
    r"\s{0,2}(?P<p>[ap]\.?\s?m\b\.?)?(?:\s{0,2}(?:Uhr|uur|hrs\.?|horas|hours|h\b|น\.|phút\b))?(?:,?\s{0,2}" + ZONE + ")?",
    re.I,
)
# "kl. 20.58", "alle 20.58": with a full stop it is an hour where a word says so, and no sum follows the word.
DOTTED_TIME = re.compile(
    r"[\s,;|·]{0,3}(?:\(\s?)?(?:(?:r|г)\.\s)?(?P<w>@|(?<![^\W\d_])(?:at|klo|klokken|klockan|kl\.?|um|om|alle ore|alle|ore"
    r"|la ora|ora|pukul|jam|a las|às|à|saat|o godzinie|o godz\.?|godz\.?|ve?|в|στις|lúc))?"
    r"[\s:]{0,2}(?<=[^\d.,])(?P<h>\d{1,2})\.(?P<i>[0-5]\d)(?:\.(?P<s>[0-5]\d))?(?![\d%]|[.,]\d)(?!\s?(?:[$€£₹₺]|kr\b|zł|lei\b"
    r"|tl\b|(?-i:(?!CES?T|EES?T|WES?T|GMT|UTC|BST|MSK|TRT)[A-Z]{3})\b))"
    r"(?:\s?(?:Uhr|uur|h)\b)?(?:,?\s{0,2}" + ZONE + ")?",
    re.I,
)
HALVES = {"午前": "a", "上午": "a", "오전": "a", "午後": "p", "下午": "p", "오후": "p"}
LONGEST_CLOCK = 24  # letters of an hour that stands alone, with its zone
Clock = tuple[time, int | None]


def parse_time(text: str, on: date) -> Clock | None:
    """The first time of day in the text; `on` is needed to know whether summer time held."""
    for found in TIME.finditer(text[:400]):
        if clock := clock_of(found, on):
            return clock
    alone = DOTTED_TIME.fullmatch(f" {text.strip()}") if len(text) < LONGEST_CLOCK else None
    return dotted_clock(alone, on) if alone else None


def dotted_clock(found: re.Match[str], on: date) -> Clock | None:
    hour = int(found["h"])
    if hour > 23:
        return None
    clock = time(hour, int(found["i"]), int(found["s"] or 0))
    return clock, offset_minutes(found["z"], on, clock) if found["z"] else None


def clock_of(found: re.Match[str], on: date) -> Clock | None:
    hour, half = int(found["h"]), HALVES.get((found["e"] or "").strip()) or (found["p"] or "").lower()[:1]
    minutes = found["i"] or found["i2"] or found["i3"]
    if minutes is None and not half:
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        clock = time(hour, int(minutes or 0), min(int(found["s"] or 0), 59))
    except ValueError:
        return None
    return clock, offset_minutes(found["z"], on, clock) if found["z"] else None
