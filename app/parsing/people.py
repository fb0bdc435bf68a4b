"""Who a mail is from and to, as far as that may be remembered."""

from app.domain.mail import Mail
from app.domain.reading import Reading, Verdict
from app.parsing.brands import FREE_MAIL
from app.parsing.suffixes import organisation
from app.parsing.trust import original_domain, sender, split_address


def money_sender(mail: Mail, reading: Reading) -> str | None:
    """The registered domain of a sender of mail about money; None for everybody else.

    Kept to know which banks are read badly. Whom a person corresponds with, and what they subscribe to, is not kept: a notice has a
    sender only when it comes from an issuer known by name.
    """
    if reading.verdict is Verdict.NOTICE and reading.issuer is None:
        return None
    domain = organisation(original_domain(mail) or sender(mail)[1])
    return domain[:100] if domain and domain not in FREE_MAIL else None


def owner_name(mail: Mail) -> str:
    """The display name the mail is addressed to, perhaps empty."""
    return split_address(mail.header("to"))[0]
