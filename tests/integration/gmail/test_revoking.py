"""A grant that is ended over the wire is ended: its tokens open nothing any more, and ending it again is no error."""

import pytest

from app.errors import GrantRevoked, Throttled, TransientFault
from app.gmail.credentials import refresh_access_token
from app.gmail.revocation import revoke_token
from tests.integration.gmail.conftest import Sandbox

ADDRESS = "user2@sandbox.test"
TOKEN = f"sandbox-refresh-{ADDRESS}"


def test_a_revoked_grant_opens_nothing(sandbox: Sandbox) -> None:
    settings = sandbox.settings(google_revoke_url=f"{sandbox.root}revoke")
    mailbox = sandbox.client(ADDRESS)
    assert mailbox.profile().email_address == ADDRESS
    try:
        revoke_token(TOKEN, settings)
        with pytest.raises(GrantRevoked):
            refresh_access_token(TOKEN, settings)
        with pytest.raises(GrantRevoked):
            mailbox.profile()
        revoke_token(TOKEN, settings)
    finally:
        sandbox.revoke(ADDRESS, restore=True)


def test_what_is_not_google_is_told(sandbox: Sandbox) -> None:
    for path in ("nothing", "sandbox/faults"):
        with pytest.raises((TransientFault, Throttled)):
            revoke_token(TOKEN, sandbox.settings(google_revoke_url=f"{sandbox.root}{path}"))
    with pytest.raises(TransientFault):
        revoke_token(TOKEN, sandbox.settings(google_revoke_url="http://127.0.0.1:9/revoke"))
