"""Rings one import and prints the job until it ends: `.venv/bin/python test_celery_task.py [USER] [--months 6]`.

USER is an e-mail address or an id; without it, the user who connected a mailbox first. Worker and beat must be running, with the
same settings as here. Exit codes: 0 completed, 1 failed, 2 bad input or a wrong setting. Not a test of the suite.
"""

import argparse
import sys
import time
import uuid

from app.config import get_settings
from app.errors import AppError, NotFound, Unavailable
from app.log import configure_logging
from app.services import progress, sync, users

POLL_SECONDS = 1.0


def main() -> int:
    arguments = _arguments()
    try:
        configure_logging(get_settings().log_level)
        person = _find(arguments.user)
        started = sync.start(person.id, arguments.months)
        print(
            f"{person.email}: job {started.job_id}, task {started.task_id}{'' if started.created else ' (already in progress)'}"
        )
        return _follow(person.id)
    except AppError as error:
        print(f"{error.code}: {error}", file=sys.stderr)
        return 1 if isinstance(error, Unavailable) else 2
    except KeyboardInterrupt:
        print("\nNot watching any more; the import goes on.", file=sys.stderr)
        return 130


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Import one mailbox and watch the job.")
    parser.add_argument("user", nargs="?", help="e-mail address or id; without it, who connected first")
    parser.add_argument("--months", type=int, choices=range(1, 25), default=6, metavar="1–24")
    return parser.parse_args()


def _find(user: str | None) -> users.Person:
    """Raises NotFound."""
    if user is None:
        found = users.first_connected()
        if found is None:
            raise NotFound("nobody has connected a mailbox yet", code="user_not_found")
        return found
    try:
        return users.get(uuid.UUID(user))
    except ValueError:
        found = users.find_by_email(user)
    if found is None:
        raise NotFound(f"no user {user}", code="user_not_found")
    return found


def _follow(user_id: uuid.UUID) -> int:
    before = ""
    while True:
        now = progress.status(user_id)
        job = now.job
        line = (
            f"{now.phase:<13} {job.progress_percentage:5.1f}%  {job.processed_emails}/{job.total_emails} mails  "
            f"{job.parsed_transactions} transactions  {job.skipped_emails} skipped  {job.failed_emails} unread"
        )
        if line != before:
            print(line, flush=True)
            before = line
        if job.status in {"completed", "failed"}:
            if job.known_emails:
                print(f"{job.known_emails} mails were imported by earlier jobs and are not fetched again")
            if job.failure_code:
                print(f"failed: {job.failure_code}", file=sys.stderr)
            return 0 if job.status == "completed" else 1
        time.sleep(POLL_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
