"""Bring the database to the newest revision; one at a time, however many ask."""

from alembic.command import upgrade
from alembic.util import CommandError
from sqlalchemy.exc import DBAPIError

from app.errors import DatabaseFault
from app.services import doctor
from app.storage import schema


class Unmigrated(DatabaseFault):
    code = "unmigrated"
    title = "The database could not be migrated"


def migrate(wait_seconds: float) -> str | None:
    """The revision it is at in the end. Raises Unmigrated, in one line that says why not."""
    _require(doctor.examine(["database"], wait_seconds))
    found = doctor.examine(["migrations"])
    if any(finding.state == "fail" and not finding.passing for finding in found):
        _require(found)
    try:
        upgrade(schema.config(), "head")
    except (DBAPIError, CommandError) as error:
        # The first line: what the server says, without the statement and its values.
        said = str(error.orig if isinstance(error, DBAPIError) else error).strip()
        raise Unmigrated(said.partition("\n")[0]) from None
    return schema.head()


def _require(findings: list[doctor.Finding]) -> None:
    for finding in findings:
        if finding.state == "fail":
            raise Unmigrated(str(finding))
