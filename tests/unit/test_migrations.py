"""In an upgrade the old code runs on the new tables for a while: a migration may add, and take nothing away."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

VERSIONS = sorted((Path(__file__).parents[2] / "alembic" / "versions").glob("[0-9]*.py"))
# Nobody runs what was before: 037 renamed a column, and 039 asked for one that the old code did not fill.
FIRST = 40
TAKES_AWAY = {"drop_column", "drop_table", "rename_table"}
WORDS = ("DROP COLUMN", "DROP TABLE", "RENAME ", "SET NOT NULL")


def faults(source: str) -> Iterator[str]:
    """Names of what the upgrade of a migration does to code that runs already."""
    (upgrade,) = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name == "upgrade"]
    for node in ast.walk(upgrade):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield from _of_call(node.func.attr, node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from (word for word in WORDS if word in node.value.upper())


def _of_call(name: str, call: ast.Call) -> Iterator[str]:
    given = {one.arg: ast.unparse(one.value) for one in call.keywords}
    if name in TAKES_AWAY:
        yield name
    if name == "alter_column" and ("new_column_name" in given or given.get("nullable") == "False"):
        yield name
    column = ast.unparse(call)
    filled = "server_default" in column or "Computed" in column
    if name == "add_column" and "nullable=False" in column and not filled:
        yield name


@pytest.mark.parametrize("path", [path for path in VERSIONS if int(path.name[:3]) >= FIRST], ids=lambda path: path.stem)
def test_a_migration_takes_nothing_from_the_code_that_runs(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"))) == []


def test_what_takes_away_is_found() -> None:
    found = {int(path.name[:3]): set(faults(path.read_text(encoding="utf-8"))) for path in VERSIONS}
    assert {number for number in (37, 39) if found[number]} == {37, 39}
    assert list(faults("def upgrade():\n    op.drop_column('a', 'b')\n    op.execute('alter table a rename to b')")) == [
        "drop_column",
        "RENAME ",
    ]
    assert list(faults("def upgrade():\n    op.add_column('a', sa.Column('b', sa.Integer(), nullable=False))")) == ["add_column"]


def test_migrations_are_numbered_in_one_line() -> None:
    revisions = [_assigned(path) for path in VERSIONS]
    assert [one["revision"] for one in revisions] == [path.name[:3] for path in VERSIONS]
    assert [one["down_revision"] for one in revisions] == [None, *(path.name[:3] for path in VERSIONS[:-1])]


def _assigned(path: Path) -> dict[str, str | None]:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return {
        target.id: ast.literal_eval(node.value)
        for node in body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id in ("revision", "down_revision")
    }
