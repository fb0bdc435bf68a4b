"""Bring the database to the newest revision; one at a time, however many ask."""

from alembic.command import upgrade
from alembic.util import CommandError

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
    except CommandError as error:
        raise Unmigrated(f"a migration failed: {error}") from None
    return schema.head()


def _require(findings: list[doctor.Finding]) -> None:
    for finding in findings:
        if finding.state == "fail":
            raise Unmigrated(str(finding))
