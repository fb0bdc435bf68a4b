"""Google's own libraries sign in to the sandbox: google-auth-oauthlib through the consent page, google-auth for the identity."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
import urllib3
from google.auth.exceptions import RefreshError
from google.auth.transport import requests
from google.oauth2 import id_token
from google_auth_oauthlib.flow import Flow

from tests.integration.gmail.conftest import Sandbox

ADDRESS = "user2@sandbox.test"
SCOPES = ["openid", "https://www.googleapis.com/auth/userinfo.email", "https://www.googleapis.com/auth/gmail.readonly"]
CALLBACK = "http://localhost:8000/callback"


class Browser:
    """A person: follows nothing by itself, fills in forms."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._root = sandbox.root.rstrip("/")
        self._http = urllib3.PoolManager(retries=False)

    def open(self, url: str) -> str:
        return self._http.request("GET", url).data.decode()

    def submit(self, page: str, **fields: str) -> urllib3.BaseHTTPResponse:
        """The last form of a page that a person would fill in."""
        form = page[page.rindex("<form") :]
        action = unescape(re.findall(r'action="([^"]+)"', form)[0])
        hidden = {name: unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)}
        return self._http.request("POST", self._root + action, fields=hidden | fields, encode_multipart=False, redirect=False)


@pytest.fixture
def flow(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Flow:
    # oauthlib insists on https but for whoever says that they know: this is loopback.
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    monkeypatch.setenv("OAUTHLIB_RELAX_TOKEN_SCOPE", "1")
    client = {
        "client_id": "library-test", "client_secret": "x", "auth_uri": f"{sandbox.root}o/oauth2/v2/auth",
        "token_uri": f"{sandbox.root}token",
    }  # fmt: skip
    made: Flow = Flow.from_client_config({"web": client}, SCOPES, redirect_uri=CALLBACK)
    return made


def consent(sandbox: Sandbox, flow: Flow, scope: str = SCOPES[2]) -> str:
    """The address the person is sent back to."""
    browser = Browser(sandbox)
    where, _ = flow.authorization_url(access_type="offline", prompt="consent")
    assert "code_challenge_method=S256" in where
    page = browser.submit(browser.open(where), account=ADDRESS).data.decode()
    return browser.submit(page, scope=scope, decision="allow").headers["Location"]


def test_the_library_gets_its_tokens_and_a_verified_identity(sandbox: Sandbox, flow: Flow) -> None:
    flow.fetch_token(authorization_response=consent(sandbox, flow))
    credentials = flow.credentials
    claims = id_token.verify_token(credentials.id_token, requests.Request(), "library-test", f"{sandbox.root}oauth2/v1/certs")
    assert claims["email"] == ADDRESS
    before = credentials.token
    credentials.refresh(requests.Request())
    assert credentials.token != before
    person = urllib3.request("GET", f"{sandbox.root}v1/userinfo", headers={"Authorization": f"Bearer {credentials.token}"}).json()
    assert person["sub"] == claims["sub"]


def test_revoked_in_the_middle(sandbox: Sandbox, flow: Flow) -> None:
    flow.fetch_token(authorization_response=consent(sandbox, flow))
    sandbox.revoke(ADDRESS)
    try:
        with pytest.raises(RefreshError, match="invalid_grant"):
            flow.credentials.refresh(requests.Request())
    finally:
        sandbox.revoke(ADDRESS, restore=True)


def test_an_unticked_box_is_seen_in_what_comes_back(sandbox: Sandbox, flow: Flow) -> None:
    sent = parse_qs(urlsplit(consent(sandbox, flow, scope="")).query)
    assert sent["scope"] == [" ".join(SCOPES[:2])]


def test_rotated_refresh_tokens_reach_the_library(sandbox: Sandbox, flow: Flow) -> None:
    flow.fetch_token(authorization_response=consent(sandbox, flow))
    credentials = flow.credentials
    first = credentials.refresh_token
    sandbox.ask("POST", "oauth", {"rotate_refresh_tokens": True})
    try:
        credentials.refresh(requests.Request())
    finally:
        sandbox.ask("POST", "oauth", {"rotate_refresh_tokens": False})
    assert credentials.refresh_token != first
