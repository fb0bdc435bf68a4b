"""How a mail looks: brands, the HTML shells around a body, and the body markup as text and as HTML.

A shell is a file of `mails/shells/`: what surrounds a real mail's words (resets, media queries, preheader, banner, small print),
and `$content` in the middle.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template as Dollars

_FOLDER = Path(__file__).parent / "mails" / "shells"
_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class Brand:
    """An issuer as its mails show it. `region` chooses the name lists, `legal` is the small print of its footer."""

    issuer: str
    site: str
    country: str = "IN"
    region: str = "IN"
    zone: str = "Asia/Kolkata"
    currency: str = "INR"
    colour: str = "#004c8f"
    accent: str = "#ed232a"
    helpline: str = ""
    legal: str = ""


@dataclass(frozen=True, slots=True)
class Shell:
    """A furniture file and how each kind of block is written inside it."""

    file: str
    paragraph: str
    heading: str
    table: str
    row: str
    small: str
    button: str


_SMALL = '<p style="font-size:10px;line-height:15px;color:#9a9a9a;margin:0 0 8px 0">{}</p>'
_BUTTON = (
    '<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" bgcolor="$colour" '
    'style="border-radius:4px;padding:12px 28px"><a href="https://www.$site/go?c=view" target="_blank" '
    'style="color:#ffffff;text-decoration:none;font-weight:bold">{}</a></td></tr></table>'
)
SHELLS = {
    # Rows of label and value, as most Indian and American banks write them.
    "bank": Shell(
        "bank.html",
        '<p style="margin:0 0 14px 0;font-size:14px;line-height:21px;color:#333333">{}</p>',
        '<h1 style="margin:0 0 16px 0;font-size:20px;line-height:26px;color:$colour">{}</h1>',
        '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px 0">{}</table>',
        '<tr><td class="lbl" style="padding:6px 0;color:#717171;width:40%">{}</td>'
        '<td class="val" align="right" style="padding:6px 0;font-weight:bold;color:#222222">{}</td></tr>',
        _SMALL,
        _BUTTON,
    ),
    # A label above its value, each a div.
    "stacked": Shell(
        "stacked.html",
        '<div style="padding:6px 0;font-size:14px;line-height:20px;color:#333333">{}</div>',
        '<div style="padding:6px 0 12px 0;font-size:18px;font-weight:bold;color:$colour">{}</div>',
        '<div style="background:#f7f2f4;padding:16px;border-radius:6px">{}</div>',
        '<div style="color:#777777;font-size:12px">{}</div>\r\n'
        '<div style="color:#333333;font-size:15px;padding-bottom:10px">{}</div>\r\n',
        _SMALL,
        _BUTTON,
    ),
    # Old markup: font tags, a bordered table, little else.
    "legacy": Shell(
        "legacy.html",
        '<p><font face="Verdana" size="2">{}</font></p>',
        '<p><font face="Verdana" size="3"><b>{}</b></font></p>',
        '<table border="0" cellpadding="4">{}</table>',
        '<tr><td valign="top"><font face="Verdana" size="2">{}</font></td>'
        '<td><font face="Verdana" size="2"><b>{}</b></font></td></tr>',
        '<p><font face="Verdana" size="1" color="#888888">{}</font></p>',
        '<p><a href="https://www.$site/go"><font face="Verdana" size="2">{}</font></a></p>',
    ),
    # Receipts of shops, apps and wallets.
    "receipt": Shell(
        "receipt.html",
        '<p style="margin:0 0 12px 0;font:400 15px/22px Helvetica,Arial,sans-serif;color:#1f1f1f">{}</p>',
        '<p style="margin:0 0 18px 0;font:700 26px/32px Helvetica,Arial,sans-serif;color:#111111">{}</p>',
        '<table class="lines" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">{}</table>',
        '<tr class="line"><td align="left" style="padding:9px 0;border-bottom:1px solid #eeeeee;'
        'font:400 14px/20px Helvetica,Arial,sans-serif;color:#545454">{}</td><td align="right" style="padding:9px 0;'
        'border-bottom:1px solid #eeeeee;font:400 14px/20px Helvetica,Arial,sans-serif;color:#1f1f1f">{}</td></tr>',
        _SMALL,
        _BUTTON,
    ),
    # Marketing and newsletters: many stories and pictures below the message.
    "campaign": Shell(
        "campaign.html",
        '<p style="margin:0 0 16px 0;font:400 16px/25px Georgia,serif;color:#333333">{}</p>',
        '<h1 style="margin:0 0 18px 0;font:700 30px/36px Georgia,serif;color:$colour">{}</h1>',
        '<table role="presentation" width="100%" cellpadding="8" cellspacing="0" border="0">{}</table>',
        "<tr><td>{}</td><td><b>{}</b></td></tr>",
        _SMALL,
        _BUTTON,
    ),
    # What people write by hand: a few divs.
    "plain": Shell(
        "plain.html", '<div dir="ltr">{}</div><div><br></div>', "<div><b>{}</b></div>", "<table>{}</table>",
        "<tr><td>{}</td><td>{}</td></tr>", "<div><font size=1>{}</font></div>", "<div><a>{}</a></div>",
    ),
}  # fmt: skip


def _blocks(body: str) -> Iterator[tuple[str, list[str]]]:
    """(kind, lines) of each block; kind is the sign it starts with, or empty for a paragraph."""
    for block in re.split(r"\n\s*\n", body.strip()):
        lines = [line.strip() for line in block.splitlines()]
        sign = lines[0][0] if lines[0][:2] in ("# ", "! ", "- ", "| ") or lines[0][0] == "[" else ""
        yield sign, lines


def _cells(line: str) -> tuple[str, str]:
    label, value = (cell.strip() for cell in line.strip("|").split("|"))
    return label, value


def to_text(body: str) -> str:
    """The text part: no preheader, tables as `label  value`, CRLF line ends."""
    parts = []
    for sign, lines in _blocks(body):
        if sign == "|":
            parts.append("\r\n".join("  ".join(_cells(line)) for line in lines))
        elif sign != "!":
            parts.append("\r\n".join(line.strip("[]").removeprefix("# ").removeprefix("- ") for line in lines))
    return _BOLD.sub(r"\1", "\r\n\r\n".join(parts)) + "\r\n"


def _markup(text: str) -> str:
    return _BOLD.sub(r"<b>\1</b>", html.escape(text, quote=False))


def _block_html(shell: Shell, sign: str, lines: list[str]) -> str:
    if sign == "|":
        return shell.table.format("".join(shell.row.format(*map(_markup, _cells(line))) for line in lines))
    kinds = {"#": shell.heading, "-": shell.small, "[": shell.button, "": shell.paragraph}
    bare = [line.strip("[]").removeprefix("# ").removeprefix("- ") for line in lines]
    return kinds[sign].format("<br>\r\n".join(map(_markup, bare)))


@cache
def _furniture(file: str) -> Dollars:
    """`@include name` lines become that file's text: the resets and badges which all mailers copy from each other."""
    text = (_FOLDER / file).read_text(encoding="utf-8")
    text = re.sub(r"^@include (\S+)\n", lambda found: (_FOLDER / found[1]).read_text(encoding="utf-8"), text, flags=re.MULTILINE)
    return Dollars(text.replace("\n", "\r\n"))


def to_html(body: str, brand: Brand, shell: Shell) -> str:
    blocks = list(_blocks(body))
    preheader = " ".join(line for sign, lines in blocks if sign == "!" for line in lines)[2:]
    content = "\r\n".join(_block_html(shell, sign, lines) for sign, lines in blocks if sign != "!")
    words = {
        "brand": brand.issuer, "site": brand.site, "colour": brand.colour, "accent": brand.accent,
        "helpline": brand.helpline, "legal": "<br>\r\n".join(map(_markup, brand.legal.split("\n"))),
    }  # fmt: skip
    inner = Dollars(content).safe_substitute(words)
    return _furniture(shell.file).substitute(words, content=inner, preheader=_markup(preheader))
