"""Values that look like a person's and are nobody's: digits turned into others, names into sample names."""

import re

# A digit becomes another one, a zero stays: the shape of a number, its groups and its length remain.
TURNED = str.maketrans("123456789", "471839265")
ADDRESS = re.compile(r"[\w.+\-]{1,64}@[\w.\-]{2,80}")
EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def invented(hole: str, value: str) -> str:
    """What stands in a sample for a real value of that hole; days and times are no secret."""
    if hole in {"date", "datetime", "time", "status"}:
        return value
    if hole == "words":
        return "Sam"
    if hole in {"counterparty", "merchant"}:
        return invented_name(value)
    if hole == "vpa":
        return f"sample.traders@{value.partition('@')[2]}"
    return turned(value)


def turned(text: str) -> str:
    """The same text with other digits and nobody's addresses."""
    return ADDRESS.sub("user@example.com", text).translate(TURNED)


def invented_name(name: str) -> str:
    if EAST_ASIAN.search(name):
        return "サンプル商店"
    if "@" in name:
        return f"sample.traders@{name.partition('@')[2]}"
    return "SAMPLE TRADERS" if name.isupper() else "Sample Traders"
