"""Account numbers printed in full, and whether they are the reader's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.transaction import Direction

# Of two accounts in one sentence the one that is called the reader's.
YOURS = re.compile(r"\b(?:your|my|tu|su|ihr\w{0,2}|dein\w{0,2}|votre|tuo|tua|je|uw|seu|sua)\s(?:[\w.]+\s){0,4}$", re.I)
# Ten figures and more: fewer may be anything.
ACCOUNT_WORD = r"(?:a/c|acct|accounts?|cuenta|conta|konto\w{0,2}|compte|conto|rekening|tài khoản|tk|rachun\w{2,3}|hesa[bp]\w*|akaun|сч[её]т\w{0,2}|บัญชี|账户|帐户|帳戶|계좌|口座|حساب\w{0,3})"
UNMASKED = re.compile(
    rf"(?<![A-Za-zÀ-ỹ]){ACCOUNT_WORD}\s?(?:(?:no|number|num|nr|n[º°o]|nro|número|numero|nomor|số|nummer)\b\.?|番号|번호|号|號|رقم"
    rf"|เลขที่)?[\s:.#-]{{0,3}}(?P<digits>\d{{10,20}})(?!\d|[.,]\d)",
    re.I,
)
YOURS_HERE = re.compile(r"(?:您的|你的|お客様の|고객님의?\s?|ของท่าน|ของคุณ)$")
OPENS = re.compile(
    r"(?:^|\n|[.:!]\s)(?:(?:dear|hi|hello|hola|hallo|yth|estimad\w|olá|bonjour|sayın)\b[^\n,]{0,30},\s)?(?:the |la |il |das |die |o |a |le )?$",
    re.I,
)
FROM_IT = re.compile(
    r"\b(?:from|of|desde|de(?: la)?|da|do|von|vom|dal|dari(?:pada)?|từ|van|fra|från|z|din|с|со)\s(?:the )?$", re.I
)
INTO_IT = re.compile(
    r"\b(?:to|in|into|on|en(?: la)?|na|no|auf|sul?|sur(?: le)?|ke|vào|op|naar|til|till|på|în|на)\s(?:the )?$", re.I
)


BEFORE = 40  # characters before the word for an account


@dataclass(frozen=True, slots=True)
class Unmasked:
    digits: str
    before: str


def unmasked(text: str, direction: Direction) -> Iterator[Unmasked]:
    """The last four of each that the words before call the reader's, or that opens what is told."""
    whose = FROM_IT if direction is Direction.DEBIT else INTO_IT
    for found in UNMASKED.finditer(text):
        before = text[max(0, found.start() - BEFORE) : found.start()]
        if any(words.search(before) for words in (YOURS, YOURS_HERE, whose, OPENS)):
            yield Unmasked(found["digits"][-4:], before)
