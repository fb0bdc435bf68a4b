"""Every route is asked what its OpenAPI allows and what it forbids, with a key and without: there is no 5xx, and nothing is
answered that the document does not tell of."""

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import positive_data_acceptance

from app.config import Settings
from app.routes import events
from app.services import connections
from tests.integration.api.test_access import OF_A_BROWSER, OPEN, ROUTES
from tests.integration.services.scripted_gmail import ScriptedGmail

Operation = APIOperation[Any, Any, Any, Any]
BEYOND_THE_DOCUMENT = {"invalid_cursor", "state_unknown", "unknown_zone", "too_many_days", "unknown_category", "webhook_target"}
EXAMPLES = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),  # one database and one application for all examples, on purpose
)


def in_order(schema: schemathesis.BaseSchema) -> Iterator[Operation]:
    """What takes somebody away comes last."""
    found = list(schema.get_all_operations())
    operations = [one.ok() for one in found if isinstance(one, Ok)]
    assert len(operations) == len(found)
    paths = {path for _, path in ROUTES} | {*OPEN, *OF_A_BROWSER}
    assert {one.label.split()[1] for one in operations} == paths
    yield from sorted(operations, key=lambda one: ("disconnect" in one.label, one.label.startswith("DELETE"), one.label))


def ask(operation: Operation, person: uuid.UUID, headers: dict[str, str]) -> None:
    @EXAMPLES
    @given(case=operation.as_strategy())
    def keeps_its_word(case: Any) -> None:
        if case.meta is None or case.meta.generation.mode is GenerationMode.POSITIVE:
            for named in (case.path_parameters, case.query):
                if named and "user_id" in named:
                    named["user_id"] = str(person)
        response = case.call(headers=headers, allow_redirects=False)
        # Strings that we or the world gave out, and what two of them mean together: the document cannot say more of them.
        not_ours = response.status_code == 400 and response.json()["code"] in BEYOND_THE_DOCUMENT
        case.validate_response(response, excluded_checks=[positive_data_acceptance] if not_ours else None)

    keeps_its_word()


@pytest.mark.parametrize("with_key", [True, False], ids=["with a key", "without"])
def test_every_route_keeps_its_word(
    admin: TestClient,
    person: uuid.UUID,
    with_key: bool,
    app_settings: Callable[..., Settings],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app_settings(
        GOOGLE_SANDBOX_ROOT="http://127.0.0.1:9", GOOGLE_CLIENT_ID="fuzz", RATE_LIMIT_KEY="1000000", RATE_LIMIT_STRANGER="1000000"
    )
    # The port is the seam: a mailbox that is there and empty.
    monkeypatch.setattr(connections, "open_mailbox", lambda _: ScriptedGmail())
    # A stream of ten minutes is as good after a moment.
    monkeypatch.setattr(events, "STREAM_SECONDS", 0.05)
    headers = {"Authorization": admin.headers["Authorization"]} if with_key else {}
    schema = schemathesis.openapi.from_asgi("/openapi.json", admin.app)
    schema.config.generation.update(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
    for operation in in_order(schema):
        ask(operation, person, headers)
