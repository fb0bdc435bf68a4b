"""`python -m app`: the commands for a developer and an operator. Each imports what it needs when it runs: all start quickly.

Exit codes: 0 done, 1 it did not work out, 2 bad input or a wrong setting, said in one line.
"""

import sys

import typer

from app.cli import keys, local, mailboxes, operations, reading
from app.cli.manners import refuse
from app.errors import AppError, ConfigurationError, GmailError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="FinCoach Sync")
app.add_typer(keys.app, name="keys")
for subject in (local, reading, mailboxes, operations):
    app.add_typer(subject.app)


def main() -> None:
    """Run the command line; what a person can mend is one line on stderr and exit 2."""
    try:
        app(prog_name="python -m app")
    except ConfigurationError as error:
        refuse(str(error), 2)
    except GmailError as error:
        refuse(f"{error.title} ({error.detail})", 1)
    except AppError as error:
        refuse(str(error), 1 if error.retryable or error.status >= 500 else 2)
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): not an error. Keep the interpreter from flushing into the closed pipe.
        sys.stdout = None
