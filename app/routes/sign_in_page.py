"""The page for somebody whose sign-in did not work: what is missing, and the way back."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from string import Template

from fastapi.responses import HTMLResponse

from app.errors import AppError

_LOGIN = "/api/v1/auth/google/login"
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}
_PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title · FinCoach Sync</title>
<link rel="icon" type="image/svg+xml" href="/static/icon.svg">
<link rel="stylesheet" href="/static/sign-in.css">
</head>
<body>
<main>
<p class="brand"><img src="/static/icon.svg" alt="" width="28" height="28">FinCoach Sync</p>
<h1>$title</h1>
<p>$text</p>
<p><a class="button" href="$href">$way</a></p>
<p class="end">Nothing was stored. Code: <code>$code</code></p>
</main>
</body>
</html>
""")


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    text: str
    way: str = "Try again"
    href: str = _LOGIN


_BEGIN_AGAIN = _Words(
    "This sign-in cannot be used",
    "A sign-in can be used once, within ten minutes, in the browser that began it. Please begin again.",
    "Sign in",
)
_WORDS = {
    "missing_gmail_scope": _Words(
        "The box for Gmail was not ticked",
        "Google's page asks whether FinCoach may view your email messages. Without that there is nothing to read payments from."
        " FinCoach only reads, keeps no mail, and you can take it back at any time.",
        "Back to Google to tick it",
        f"{_LOGIN}?consent=true",
    ),
    "consent_denied": _Words(
        "Google did not grant access",
        "Either you cancelled, or your organisation does not admit FinCoach. You can come back at any time.",
    ),
    "state_unknown": _BEGIN_AGAIN,
    "state_foreign": _BEGIN_AGAIN,
    "state_used": _BEGIN_AGAIN,
    "state_expired": _BEGIN_AGAIN,
    "code_refused": _BEGIN_AGAIN,
    "other_account": _Words(
        "That is another Google account",
        "You are signed in, and your mailbox is not replaced by somebody else's. To use the other account, sign out first.",
        "Connect my own mailbox",
    ),
    "email_taken": _Words(
        "This address belongs to another Google account here",
        "An address can change hands, so what is known of it is shown to nobody but the account it was stored for.",
        "Use another account",
    ),
    "no_refresh_token": _Words(
        "Google gave no lasting access",
        "Take FinCoach out of the list at myaccount.google.com/connections, then come back.",
        "Sign in",
        f"{_LOGIN}?consent=true",
    ),
}


def sign_in_page(error: AppError, headers: Mapping[str, str]) -> HTMLResponse:
    """With the error's status. What went wrong inside us is for the log: the page says that it did, and the code."""
    words = _WORDS.get(error.code) or _Words(error.title, "It is not your doing. Please try again in a moment.")
    page = _PAGE.substitute(
        title=escape(words.title),
        text=escape(words.text),
        way=escape(words.way),
        href=escape(words.href),
        code=escape(error.code),
    )
    return HTMLResponse(page, error.status, {**_HEADERS, **headers})
