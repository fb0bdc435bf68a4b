"""A name or a domain as its reader sees it, whatever letters it is written with."""

import unicodedata

from app.parsing.clean import INVISIBLE

# Cyrillic and Greek letters that are drawn as Latin ones.
DRAWN_ALIKE = str.maketrans("АВЕЗКМНОРСТУХавеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα", "ABE3KMHOPCTYXabeopcyxijsdhqwABEZHIKMNOPTYXoa")


def as_seen(text: str) -> str:
    """Wide letters are plain ones, invisible ones are none, and a Cyrillic А is an A."""
    if text.isascii():
        return text
    return INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(DRAWN_ALIKE)


def written(domain: str) -> str:
    """A domain of other letters out of its ASCII form."""
    try:
        return domain.encode("ascii").decode("idna") if "xn--" in domain else domain
    except UnicodeError:
        return domain
