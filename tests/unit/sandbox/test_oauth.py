"""Signing in: the pages, the codes, the tokens and what they open."""

import base64
import hashlib
import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from google.auth import jwt

from sandbox.grants import EMAIL, FULL, GMAIL
from sandbox.oauth_values import Client
from sandbox.wire import Answer
from tests.unit.sandbox.house import ADDRESS, House, house, value

READONLY = f"{GMAIL}readonly"
CALLBACK = "http://localhost:8000/callback"
VERIFIER = "a" * 64
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
DAY = 86_400
AUTH = "/o/oauth2/v2/auth"


def asked(**changes: str) -> dict[str, str]:
    """An authorization request; a change to the empty string leaves the parameter out."""
    usual = {
        "client_id": "app", "redirect_uri": CALLBACK, "response_type": "code", "scope": f"openid email {READONLY}",
        "state": "s-1",
        "access_type": "offline", "code_challenge": CHALLENGE, "code_challenge_method": "S256",
    }  # fmt: skip
    return {name: given for name, given in (usual | changes).items() if given}


def begin(sandbox: House, **changes: str) -> Answer:
    return sandbox.page("GET", f"{AUTH}?{urlencode(asked(**changes))}")


def decide(sandbox: House, ticked: list[str], decision: str = "allow", **changes: str) -> dict[str, str]:
    """Where the person is sent back to, as its parameters."""
    form = {"request": urlencode(asked(**changes)), "account": ADDRESS, "scope": ticked, "decision": decision}
    answer = sandbox.page("POST", f"{AUTH}/decision", form)
    return back(answer)


def back(answer: Answer) -> dict[str, str]:
    assert answer.status == 302
    target = dict(answer.headers)[b"location"].decode()
    assert target.startswith(CALLBACK)
    return {name: values[0] for name, values in parse_qs(urlsplit(target).query).items()}


def exchange(sandbox: House, code: str, **changes: str) -> Answer:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": CALLBACK,
        "client_id": "app",
        "code_verifier": VERIFIER,
    }
    return sandbox.page("POST", "/token", {name: given for name, given in (form | changes).items() if given})


def refresh(sandbox: House, token: str, **more: str) -> Answer:
    return sandbox.page("POST", "/token", {"grant_type": "refresh_token", "refresh_token": token, "client_id": "app", **more})


def connected(sandbox: House, ticked: list[str] | None = None, **changes: str) -> Any:
    return value(exchange(sandbox, decide(sandbox, [READONLY] if ticked is None else ticked, **changes)["code"]))


@pytest.fixture
def sandbox() -> House:
    return house()


class TestPages:
    def test_a_person_chooses_an_account_and_ticks_what_is_granted(self, sandbox: House) -> None:
        chooser = begin(sandbox).body.decode()
        assert "to continue to <b>app</b>" in chooser
        assert ADDRESS in chooser
        request = unescape(re.findall(r'name="request" value="([^"]*)"', chooser)[0])
        page = sandbox.page("POST", f"{AUTH}/account", {"request": request, "account": ADDRESS}).body.decode()
        assert re.findall(r'type="checkbox" name="scope" value="([^"]*)" checked', page) == [READONLY]
        assert "View your email messages and settings" in page

    def test_pages_forbid_inline_code(self, sandbox: House) -> None:
        answer = begin(sandbox)
        assert b"script-src 'self'" in dict(answer.headers)[b"content-security-policy"]
        assert not re.search(rb"<style|<script(?! type=\"module\" src)| style=| on\w+=", answer.body)

    def test_a_hint_skips_the_chooser_unless_it_is_asked_for(self, sandbox: House) -> None:
        assert b"Select what app can access" in begin(sandbox, login_hint=ADDRESS).body
        assert b"Choose an account" in begin(sandbox, login_hint=ADDRESS, prompt="select_account").body
        assert b"Choose an account" in begin(sandbox, login_hint="nobody@x").body

    def test_an_address_is_taken_in_any_case(self, sandbox: House) -> None:
        request = unescape(re.findall(r'name="request" value="([^"]*)"', begin(sandbox).body.decode())[0])
        page = sandbox.page("POST", f"{AUTH}/account", {"request": request, "account": "User1@Sandbox.TEST"}).body.decode()
        assert f'name="account" value="{ADDRESS}"' in page
        assert "View your email messages" in begin(sandbox, login_hint="USER1@sandbox.test").body.decode()
        assert sandbox.call("profile", f"sandbox-{ADDRESS.upper()}").status == 200
        for spelling in (ADDRESS, ADDRESS.upper(), ADDRESS):
            assert value(refresh(sandbox, f"sandbox-refresh-{spelling}"))["access_token"]

    def test_an_address_nobody_has_is_complained_of(self, sandbox: House) -> None:
        page = sandbox.page("POST", f"{AUTH}/account", {"request": urlencode(asked()), "account": "<b>@x"}).body
        assert b"no mailbox of that address" in page
        assert b"<b>@x" not in page

    @pytest.mark.parametrize(
        ("changes", "error"),
        [
            ({"client_id": ""}, b"invalid_request"),
            ({"redirect_uri": "http://example.com/"}, b"redirect_uri_mismatch"),
            ({"redirect_uri": "javascript:alert(1)"}, b"redirect_uri_mismatch"),
            ({"redirect_uri": "https://["}, b"redirect_uri_mismatch"),
            ({"redirect_uri": f"{CALLBACK}#fragment"}, b"redirect_uri_mismatch"),
            ({"redirect_uri": f"{CALLBACK}\r\nSet-Cookie: a=b"}, b"redirect_uri_mismatch"),
            ({"response_type": "token"}, b"unsupported_response_type"),
            ({"scope": "https://www.googleapis.com/auth/drive"}, b"invalid_scope"),
            ({"scope": ""}, b"invalid_scope"),
            ({"code_challenge_method": "S512"}, b"invalid_request"),
        ],
    )
    def test_a_request_nobody_can_be_sent_back_from_is_blocked(
        self, sandbox: House, changes: dict[str, str], error: bytes
    ) -> None:
        answer = begin(sandbox, **changes)
        assert answer.status == 400
        assert b"Access blocked" in answer.body
        assert error in answer.body

    def test_a_registered_client_is_held_to_its_redirect_uris(self, sandbox: House) -> None:
        sandbox.service.oauth.clients["app"] = Client("app", "The App", "secret", (CALLBACK,))
        assert b"to continue to <b>The App</b>" in begin(sandbox).body
        assert begin(sandbox, redirect_uri=f"{CALLBACK}/").status == 400

    def test_refusing_gives_no_code(self, sandbox: House) -> None:
        sent = decide(sandbox, [READONLY], "deny")
        assert (sent["error"], sent["state"]) == ("access_denied", "s-1")
        assert "code" not in sent

    def test_silence_needs_an_earlier_consent(self, sandbox: House) -> None:
        quiet = {"prompt": "none", "login_hint": ADDRESS}
        assert back(begin(sandbox, **quiet))["error"] == "interaction_required"
        connected(sandbox)
        assert "code" in back(begin(sandbox, **quiet))


class TestTokens:
    def test_a_code_becomes_tokens_that_open_the_mailbox(self, sandbox: House) -> None:
        sent = decide(sandbox, [READONLY])
        assert (sent["state"], sent["scope"]) == ("s-1", f"openid {EMAIL} {READONLY}")
        given = value(exchange(sandbox, sent["code"]))
        assert (given["token_type"], given["expires_in"], given["scope"]) == ("Bearer", 3599, sent["scope"])
        assert value(sandbox.call("profile", given["access_token"]))["emailAddress"] == ADDRESS
        renewed = value(refresh(sandbox, given["refresh_token"]))
        assert "refresh_token" not in renewed
        assert sandbox.call("profile", renewed["access_token"]).status == 200

    @pytest.mark.parametrize(
        ("changes", "error"),
        [
            ({"code_verifier": ""}, "invalid_grant"),
            ({"code_verifier": "b" * 64}, "invalid_grant"),
            ({"redirect_uri": "http://localhost:8000/other"}, "redirect_uri_mismatch"),
            ({"client_id": "another"}, "unauthorized_client"),
            ({"grant_type": "password"}, "unsupported_grant_type"),
        ],
    )
    def test_a_code_is_worth_nothing_to_anybody_else(self, sandbox: House, changes: dict[str, str], error: str) -> None:
        assert value(exchange(sandbox, decide(sandbox, [READONLY])["code"], **changes))["error"] == error

    def test_a_code_is_good_once_and_for_ten_minutes(self, sandbox: House) -> None:
        code = decide(sandbox, [READONLY])["code"]
        assert exchange(sandbox, code).status == 200
        assert value(exchange(sandbox, code))["error"] == "invalid_grant"
        late = decide(sandbox, [READONLY])["code"]
        sandbox.clock.advance(600)
        assert value(exchange(sandbox, late))["error"] == "invalid_grant"

    def test_a_secret_is_asked_of_registered_clients_in_the_form_or_by_basic(self, sandbox: House) -> None:
        sandbox.service.oauth.clients["app"] = Client("app", "The App", "secret", (CALLBACK,))
        code = decide(sandbox, [READONLY])["code"]
        refused = exchange(sandbox, code)
        assert (refused.status, value(refused)["error"]) == (401, "invalid_client")
        given = value(exchange(sandbox, code, client_secret="secret"))
        basic = base64.b64encode(b"app:secret").decode()
        form = {"grant_type": "refresh_token", "refresh_token": given["refresh_token"]}
        assert sandbox.page("POST", "/token", form, authorization=f"Basic {basic}").status == 200
        assert sandbox.page("POST", "/token", form, authorization="Basic nonsense").status == 401

    def test_a_refresh_token_comes_once_unless_consent_is_asked_for_again(self, sandbox: House) -> None:
        assert "refresh_token" in connected(sandbox)
        again = back(begin(sandbox, login_hint=ADDRESS))
        assert "refresh_token" not in value(exchange(sandbox, again["code"]))
        assert b"Select what" in begin(sandbox, login_hint=ADDRESS, prompt="consent").body
        assert "refresh_token" in connected(sandbox, prompt="consent")
        assert "refresh_token" not in connected(house(), access_type="")

    def test_an_access_token_expires_by_the_sandboxs_clock(self, sandbox: House) -> None:
        token = connected(sandbox)["access_token"]
        sandbox.clock.advance(3598)
        assert sandbox.call("profile", token).status == 200
        sandbox.clock.advance(1)
        assert sandbox.call("profile", token).status == 401

    def test_a_grant_of_a_client_in_testing_ends_after_seven_days(self, sandbox: House) -> None:
        token = connected(sandbox)["refresh_token"]
        sandbox.service.grants.policy.testing = True
        assert b"ends after 7 days" in begin(sandbox, login_hint=ADDRESS, prompt="consent").body
        sandbox.clock.advance(7 * DAY - 1)
        assert refresh(sandbox, token).status == 200
        sandbox.clock.advance(1)
        assert value(refresh(sandbox, token))["error"] == "invalid_grant"
        assert value(refresh(sandbox, f"sandbox-refresh-{ADDRESS}"))["error"] == "invalid_grant"

    def test_rotation_gives_a_new_refresh_token_and_ends_the_old(self, sandbox: House) -> None:
        sandbox.service.grants.policy.rotate_refresh_tokens = True
        for first in (connected(sandbox)["refresh_token"], f"sandbox-refresh-{ADDRESS}"):
            second = value(refresh(sandbox, first))["refresh_token"]
            assert second != first
            assert value(refresh(sandbox, first))["error"] == "invalid_grant"
            assert refresh(sandbox, second).status == 200

    def test_a_refused_refresh_does_not_use_up_the_token(self, sandbox: House) -> None:
        sandbox.service.grants.policy.rotate_refresh_tokens = True
        token = connected(sandbox)["refresh_token"]
        assert value(refresh(sandbox, token, scope=FULL))["error"] == "invalid_scope"
        assert value(refresh(sandbox, token, client_id="another"))["error"] == "invalid_grant"
        assert refresh(sandbox, token).status == 200

    def test_a_refresh_can_ask_for_less_in_short_names_as_well(self, sandbox: House) -> None:
        token = connected(sandbox)["refresh_token"]
        assert set(value(refresh(sandbox, token, scope=f"openid email {READONLY}"))["scope"].split()) == {
            "openid",
            EMAIL,
            READONLY,
        }
        less = value(refresh(sandbox, token, scope="openid email"))
        assert sandbox.call("profile", less["access_token"]).status == 403
        assert sandbox.call("profile", value(refresh(sandbox, token))["access_token"]).status == 200

    def test_the_hundred_and_first_refresh_token_ends_the_first(self, sandbox: House) -> None:
        tokens = [connected(sandbox, prompt="consent")["refresh_token"] for _ in range(101)]
        assert value(refresh(sandbox, tokens[0]))["error"] == "invalid_grant"
        assert refresh(sandbox, tokens[1]).status == 200

    @pytest.mark.parametrize("kind", ["access_token", "refresh_token"])
    def test_revoking_any_token_ends_that_grant_and_no_other(self, sandbox: House, kind: str) -> None:
        given = connected(sandbox)
        assert sandbox.page("POST", "/revoke", {"token": given[kind]}).status == 200
        assert sandbox.call("profile", given["access_token"]).status == 401
        assert value(refresh(sandbox, given["refresh_token"]))["error"] == "invalid_grant"
        assert sandbox.page("POST", "/revoke", {"token": given[kind]}).status == 400
        assert sandbox.call("profile").status == 200

    def test_a_person_can_take_everything_back(self, sandbox: House) -> None:
        given = connected(sandbox)
        sandbox.service.grants.revoke(ADDRESS)
        assert sandbox.call("profile", given["access_token"]).status == 401
        assert sandbox.call("profile").status == 401
        assert value(refresh(sandbox, f"sandbox-refresh-{ADDRESS}"))["error"] == "invalid_grant"
        sandbox.service.grants.restore(ADDRESS)
        assert sandbox.call("profile").status == 200
        assert refresh(sandbox, f"sandbox-refresh-{ADDRESS}").status == 200
        assert value(refresh(sandbox, given["refresh_token"]))["error"] == "invalid_grant"

    @pytest.mark.parametrize("token", ["", "nonsense", "sandbox-nobody@x", f"Sandbox-{ADDRESS}", "ya29.a0x"])
    def test_an_unknown_token_opens_nothing(self, sandbox: House, token: str) -> None:
        answer = sandbox.call("profile", token)
        assert (answer.status, value(answer)["error"]["errors"][0]["reason"]) == (401, "authError")

    def test_expired_tokens_are_not_kept_for_ever(self, sandbox: House) -> None:
        grants = sandbox.service.grants
        for _ in range(30_000):
            grants.new_access(ADDRESS, "app", (READONLY,))
            sandbox.clock.advance(3600)
        assert len(grants._access) < 25_000


class TestIdentity:
    def test_an_identity_is_signed_with_a_published_key(self, sandbox: House) -> None:
        given = connected(sandbox, nonce="n-1")
        claims = jwt.decode(given["id_token"], certs=value(sandbox.page("GET", "/oauth2/v1/certs")), audience="app")  # type: ignore[no-untyped-call]
        assert (claims["iss"], claims["email"], claims["email_verified"], claims["nonce"]) == (
            "https://accounts.google.com", ADDRESS, True, "n-1",
        )  # fmt: skip
        assert re.fullmatch(r"1\d{20}", claims["sub"])
        (key,) = value(sandbox.page("GET", "/oauth2/v3/certs"))["keys"]
        assert (key["kty"], key["alg"], key["kid"]) == ("RSA", "RS256", jwt.decode_header(given["id_token"])["kid"])  # type: ignore[no-untyped-call]

    def test_a_published_key_alone_is_enough_to_verify(self, sandbox: House) -> None:
        (key,) = value(sandbox.page("GET", "/oauth2/v3/certs"))["keys"]
        modulus, exponent = (int.from_bytes(base64.urlsafe_b64decode(key[part] + "==")) for part in ("n", "e"))
        head, claims, signature = connected(sandbox)["id_token"].split(".")
        public = RSAPublicNumbers(exponent, modulus).public_key()
        signed = f"{head}.{claims}".encode()
        public.verify(base64.urlsafe_b64decode(signature + "=="), signed, padding.PKCS1v15(), hashes.SHA256())
        with pytest.raises(InvalidSignature):
            public.verify(base64.urlsafe_b64decode(signature + "=="), signed + b"x", padding.PKCS1v15(), hashes.SHA256())

    def test_keys_rotate_and_the_one_before_stays_published(self, sandbox: House) -> None:
        signer = sandbox.service.signer
        old = signer.identity({"sub": "1"})
        signer.rotate()
        assert jwt.decode(old, certs=signer.certificates())["sub"] == "1"  # type: ignore[no-untyped-call]
        signer.rotate()
        assert len(signer.key_set()["keys"]) == 2
        with pytest.raises(ValueError, match="Certificate"):
            jwt.decode(old, certs=signer.certificates())  # type: ignore[no-untyped-call]

    def test_userinfo_shows_what_the_scopes_show(self, sandbox: House) -> None:
        token = connected(sandbox)["access_token"]
        person = value(sandbox.page("GET", "/oauth2/v3/userinfo", authorization=f"Bearer {token}"))
        assert set(person) == {"sub", "email", "email_verified"}
        full = value(sandbox.page("GET", "/v1/userinfo", authorization=f"Bearer sandbox-{ADDRESS}"))
        assert full["sub"] == person["sub"]
        assert full["name"] == f"{full['given_name']} {full['family_name']}"
        assert sandbox.page("GET", "/v1/userinfo", authorization="Bearer x").status == 401

    def test_tokeninfo(self, sandbox: House) -> None:
        token = connected(sandbox)["access_token"]
        told = value(sandbox.page("GET", f"/tokeninfo?access_token={token}"))
        assert (told["aud"], told["expires_in"], told["email"]) == ("app", "3599", ADDRESS)
        assert sandbox.page("GET", "/tokeninfo?access_token=x").status == 400

    def test_the_openid_document_names_places_that_exist(self, sandbox: House) -> None:
        document = value(sandbox.page("GET", "/.well-known/openid-configuration"))
        for name, where in document.items():
            if name.endswith(("_endpoint", "_uri")):
                assert urlsplit(where).netloc == sandbox.host
                assert sandbox.service.page_name(urlsplit(where).path), where


class TestScopes:
    def test_an_unticked_box_leaves_gmail_closed(self, sandbox: House) -> None:
        given = connected(sandbox, ticked=[])
        assert given["scope"] == f"openid {EMAIL}"
        answer = sandbox.call("messages", given["access_token"])
        error = value(answer)["error"]
        assert (answer.status, error["status"], error["errors"][0]["reason"]) == (
            403,
            "PERMISSION_DENIED",
            "insufficientPermissions",
        )
        assert error["details"][0]["reason"] == "ACCESS_TOKEN_SCOPE_INSUFFICIENT"
        assert b"insufficient_scope" in dict(answer.headers)[b"www-authenticate"]

    def test_reading_does_not_allow_writing(self, sandbox: House) -> None:
        token = connected(sandbox)["access_token"]
        message = value(sandbox.call("messages", token))["messages"][0]["id"]
        assert sandbox.call(f"messages/{message}", token).status == 200
        assert sandbox.call(f"messages/{message}/trash", token, "POST").status == 403

    def test_metadata_shows_headers_only_and_cannot_search(self, sandbox: House) -> None:
        metadata = f"{GMAIL}metadata"
        token = connected(sandbox, ticked=[metadata], scope=f"openid {metadata}")["access_token"]
        message = value(sandbox.call("messages", token))["messages"][0]["id"]
        assert sandbox.call(f"messages/{message}?format=metadata", token).status == 200
        assert sandbox.call("messages?q=in:inbox", token).status == 403
        for form in ("?format=full", "?format=raw", ""):
            assert sandbox.call(f"messages/{message}{form}", token).status == 403

    def test_earlier_scopes_are_included_when_asked_for(self, sandbox: House) -> None:
        connected(sandbox)
        more = connected(sandbox, ticked=[f"{GMAIL}send"], scope=f"{GMAIL}send", include_granted_scopes="true", prompt="consent")
        assert set(more["scope"].split()) == {f"{GMAIL}send", "openid", EMAIL, READONLY}
