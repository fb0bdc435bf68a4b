"""Are the stored transactions those of the sandbox's ledgers? Printed as a table; needs none of the embedded servers."""

from collections.abc import Callable, Sequence

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from app.local.client import Client
from app.local.compare import FIELDS, TIMELESS_FIELDS, Comparison, compare, imbalances
from app.local.people import Person

EXAMPLES = 5


def verdict(client: Client, people: Sequence[Person], console: Console, check: Callable[[], None], *, again: bool) -> int:
    """Print the comparison; 0 when everything is equal and balances, else 1.

    `again`: the sandbox has dated its mails anew since some of them were imported.
    """
    fields = TIMELESS_FIELDS if again else FIELDS
    results: list[tuple[str, Comparison, tuple[str, ...]]] = []
    for person in people:
        check()
        comparison = compare(client.ledger(person.email), client.transactions(person.user_id), fields)
        results.append((person.name, comparison, imbalances(client.status(person.user_id))))
    console.print(comparison_table(results))
    return 0 if all(not one.differences and not wrong for _, one, wrong in results) else 1


def comparison_table(results: Sequence[tuple[str, Comparison, tuple[str, ...]]]) -> Group:
    """Per user: the ledger against what is stored, whether the job balances, and the first few differences."""
    table = Table(title="Stored transactions against the sandbox's ledger", box=None, pad_edge=False, title_justify="left")
    table.add_column("user")
    for name in ("ledger", "stored", "missing", "extra", "changed"):
        table.add_column(name, justify="right")
    table.add_column("balanced")
    for user, comparison, wrong in results:
        counts = [comparison.ledger, comparison.stored, *(comparison.count(what) for what in ("missing", "extra", "changed"))]
        table.add_row(user, *map(str, counts), "; ".join(wrong) or "yes", style="red" if wrong or comparison.differences else "")
    lines = [f"  {user}: {difference}" for user, comparison, _ in results for difference in comparison.differences]
    shown = lines[:EXAMPLES] + ([f"  … and {len(lines) - EXAMPLES} more"] if len(lines) > EXAMPLES else [])
    equal = not lines and not any(wrong for _, _, wrong in results)
    verdict = Text("Equal: nothing lost, nothing doubled, nothing changed.", "green") if equal else Text("Not equal.", "red")
    return Group(table, *map(Text, shown), verdict)
