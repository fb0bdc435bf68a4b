"""What a person with very many transactions waits for: `python benchmarks/bench_insights.py [TRANSACTIONS]`.

Every question of the spending page, asked of the API in this process, of a user with 100,000 transactions in two years and two
currencies beside a hundred ordinary users. Milliseconds from the request to the parsed answer.
"""

import sys
import time
import uuid
from pathlib import Path
from statistics import median, quantiles

from fastapi.testclient import TestClient
from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.services import keys
from benchmarks.house import house
from benchmarks.populate import populate_transactions

TIMES = 40
ZONE = "zone=Asia/Kolkata"
MONTH = f"{ZONE}&since=2026-10-01&until=2026-10-31"
YEAR = f"{ZONE}&since=2025-11-01&until=2026-10-31"
YEARS = f"{ZONE}&since=2024-11-01&until=2026-10-31"
LAST = "zone=Asia/Kolkata&day_from=2026-10-01&day_until=2026-10-31"
QUESTIONS = (
    "/insights/overview?",
    f"/insights/months?{ZONE}&months=6&last=2026-10",
    f"/insights/months?{ZONE}&months=24&last=2026-10",
    f"/insights/pace?{ZONE}&month=2026-10",
    f"/insights/days?{MONTH}",
    f"/insights/days?{YEAR}",
    f"/insights/categories?{MONTH}",
    f"/insights/categories?{YEARS}",
    f"/insights/categories?{YEARS}&below=food",
    f"/insights/merchants?{MONTH}",
    f"/insights/merchants?{YEARS}",
    f"/insights/accounts?{MONTH}",
    f"/insights/accounts?{YEARS}",
    "/transactions?limit=50",
    "/transactions?limit=50&search=merchant%2077",
    f"/transactions?limit=25&currency=INR&{LAST}",
    "/transactions?limit=25&currency=INR&sort=largest",
    "/transactions?limit=25&currency=USD&sort=smallest",
    f"/transactions?limit=25&currency=INR&sort=largest&{LAST}",
    "/transactions?limit=25&currency=INR&sort=largest&flow=income",
    "/transactions?limit=25&currency=INR&sort=largest&category=food",
    "/transactions?limit=25&currency=INR&sort=largest&merchant=Merchant%2077",
    "/transactions?limit=25&currency=INR&sort=largest&search=nobody",
    "/transactions?limit=25&currency=EUR&sort=largest",
)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    table = Table(title=f"Insights of a user with {count:,} transactions", title_justify="left", box=None)
    for heading, side in (("question", "left"), ("ms: median", "right"), ("p95", "right"), ("most", "right")):
        table.add_column(heading, justify="right" if side == "right" else "left")
    with house(users=1, mails=1):
        user_id = populate_transactions(count, others=2_000)
        # Imported here: the module reads the settings when it makes the Celery application.
        from app.main import create_app  # noqa: PLC0415

        key = keys.create("bench", ["transactions:read"])[1]
        with TestClient(create_app(), headers={"Authorization": f"Bearer {key}"}) as client:
            for question in QUESTIONS:
                times = measure(client, question, user_id)
                table.add_row(question, *(f"{one:.1f}" for one in (median(times), quantiles(times, n=20)[18], max(times))))
    Console(width=110).print(table)


def measure(client: TestClient, question: str, user_id: uuid.UUID) -> list[float]:
    milliseconds = []
    for _ in range(TIMES + 3):
        began = time.perf_counter()
        answer = client.get(f"/api/v1{question}&user_id={user_id}")
        answer.json()
        milliseconds.append(1000 * (time.perf_counter() - began))
        answer.raise_for_status()
    return milliseconds[3:]


if __name__ == "__main__":
    main()
