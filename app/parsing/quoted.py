"""What a mail repeats of an older one it answers: told before, and no news."""

import re

from app.parsing.needles import Needles

Row = tuple[str, ...]
ANSWER = re.compile(r"(?:re|aw|sv|antw|rv|rif|odp|ynt)\s?:", re.I)
# One word of each way to begin a quotation: looked for first, for most mails answer nobody.
HINTS = Needles(
    (
        "wrote",
        "riginal",
        "escribió",
        "escreveu",
        "écrit",
        "origine",
        "schrieb",
        "rsprüngliche",
        "scritto",
        "schreef",
        "orspronkelijk",
        "skrev",
    )
)
BEGINS = re.compile(
    r"(?:on|el|em|le|am|il|op|den|på)\b.{4,160}(?:wrote|escribió|escreveu|a écrit|schrieb.{0,80}|ha scritto|schreef.{0,80}|skrev.{0,80})\s?:$"
    r"|[-_]{2,}\s?(?:original message|mensaje original|mensagem original|message d'origine|ursprüngliche nachricht"
    r"|messaggio originale|oorspronkelijk bericht)\s?[-_]{2,}"
)
# A mailer may break the line that names whom it quotes.
MOST_LINES = 2


def without_quoted(rows: tuple[Row, ...], text: str, subject: str) -> tuple[Row, ...]:
    """The rows above the first quotation; `text` is the same with a row a line. What was passed on is another thing: its sender has no more to say."""
    answer = ANSWER.match(subject) is not None
    if not answer and not HINTS.present(text):
        return rows
    lowered = [line.lower().replace("’", "'") for line in text.split("\n")]
    for at in range(len(lowered)):
        if any(BEGINS.match(" ".join(lowered[at : at + count])) for count in range(1, MOST_LINES + 1)):
            rows = rows[:at]
            answer = True
            break
    return tuple(row for row in rows if not row[0].startswith(">")) if answer else rows
