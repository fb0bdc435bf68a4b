"""The error tree. Each class says its HTTP status, its public code and whether trying again can help.

AppError
├── NotFound            user_not_found · job_not_found · transaction_not_found · erasure_not_found · webhook_not_found
├── BadRequest          invalid_cursor · unknown_scope · unknown_event · webhook_target
├── Conflict            not_connected · email_taken · other_mailbox · other_account · missing_gmail_scope
├── SignInRefused       state_unknown · state_used · state_expired · state_foreign · consent_denied · code_refused ·
│                       identity_refused · no_refresh_token
├── Unauthorized        missing_key · invalid_key · not_signed_in
├── Forbidden           missing_scope · foreign_origin · csrf_token
├── MailGone            the mail has left the mailbox
├── BodyTooLarge        body_too_large
├── TooManyRequests     too_many_requests (Retry-After)
├── Unavailable         database_unavailable (Retry-After)
├── ConfigurationError  one line for the operator, exit 2
└── GmailError
    ├── Throttled       429, 403 quota: wait, the attempt does not count (the API answers 503 with Retry-After)
    ├── ProjectStopped  403 dailyLimitExceeded: nobody may go on
    ├── GrantRevoked    invalid_grant, insufficientPermissions: the person must reconnect (the API answers 409)
    ├── MailboxGone     Google says this mailbox does not exist or has no Gmail
    ├── HistoryExpired  404 on history.list: fall back to a date query
    ├── GmailRefused    400 invalidArgument and the like: our request was wrong, again is no use
    └── TransientFault  5xx, time-outs, resets, torn answers: try again, three times
"""

from typing import ClassVar


class AppError(Exception):
    """`title` is one sentence for a person; `detail` may name ids, never mail text or secrets."""

    status: ClassVar[int] = 500
    code: str = "internal_error"
    title: str = "Something went wrong on our side"
    retryable: ClassVar[bool] = False

    def __init__(self, detail: str = "", *, code: str | None = None) -> None:
        super().__init__(detail or self.title)
        self.detail = detail
        if code is not None:
            self.code = code


class NotFound(AppError):
    status = 404
    code = "not_found"
    title = "There is nothing with this id"


class Conflict(AppError):
    status = 409
    code = "conflict"
    title = "The request does not fit the present state"


class BadRequest(AppError):
    status = 400
    code = "bad_request"
    title = "The request cannot be understood"


class MailGone(AppError):
    status = 410
    code = "mail_gone"
    title = "The mail is no longer in the mailbox"


class SignInRefused(AppError):
    """Somebody came back from Google with something we do not take. Nothing was written but that they tried."""

    status = 400
    code = "sign_in_refused"
    title = "Signing in did not work"


class Unauthorized(AppError):
    status = 401
    code = "missing_key"
    title = "A valid key is needed"


class Forbidden(AppError):
    status = 403
    code = "missing_scope"
    title = "The key does not allow this"


class BodyTooLarge(AppError):
    status = 413
    code = "body_too_large"
    title = "The request's body is too large"


class TooManyRequests(AppError):
    status = 429
    code = "too_many_requests"
    title = "Too many requests; come back after Retry-After"
    retryable = True

    def __init__(self, detail: str = "", *, retry_after_seconds: float) -> None:
        super().__init__(detail)
        self.retry_after_seconds = retry_after_seconds


class Unavailable(AppError):
    status = 503
    code = "database_unavailable"
    title = "The database cannot be reached; try again shortly"
    retryable = True
    retry_after_seconds: ClassVar[int] = 5


class DatabaseFault(AppError):
    """`detail` names the SQLSTATE and the constraint, never a row's values."""


class ConfigurationError(AppError):
    code = "configuration_error"
    title = "A setting is wrong"


class GmailError(AppError):
    status = 502
    code = "gmail_error"
    title = "Gmail did not do what was asked"


class Throttled(GmailError):
    """`retry_after_seconds` is what Gmail asked for, or None when it did not say."""

    status = 503
    code = "throttled"
    title = "Gmail asks to wait"
    retryable = True

    def __init__(self, detail: str = "", *, retry_after_seconds: float | None = None, code: str | None = None) -> None:
        super().__init__(detail, code=code)
        self.retry_after_seconds = retry_after_seconds


class ProjectStopped(GmailError):
    code = "project_stopped"
    title = "The Google project has used up its day"


class GrantRevoked(GmailError):
    status = 409
    code = "needs_reconnect"
    title = "The mailbox must be connected again"


class MailboxGone(GmailError):
    code = "mailbox_gone"
    title = "Google knows no such mailbox"


class HistoryExpired(GmailError):
    code = "history_expired"
    title = "The history cursor is too old"


class GmailRefused(GmailError):
    code = "gmail_refused"
    title = "Gmail refused the request"


class TransientFault(GmailError):
    code = "transient"
    title = "Gmail could not be reached or answered with an error of its own"
    retryable = True
