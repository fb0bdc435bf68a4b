"""A person with a browser: cookies at our API, forms at the sandbox's pages, and redirects followed one by one."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

import urllib3
from fastapi.testclient import TestClient

from tests.integration.gmail.conftest import Sandbox

READONLY = "https://www.googleapis.com/auth/gmail.readonly"
HOME = "http://localhost:8000"
LOGIN = "/api/v1/auth/google/login"
PAGE = {"Accept": "text/html"}


class GooglePages:
    """Sign-in pages that are filled in without a browser."""

    def __init__(self, root: str) -> None:
        self._root = root.rstrip("/")
        self._http = urllib3.PoolManager(retries=False)

    def answer(self, url: str, email: str, scope: str = READONLY, decision: str = "allow") -> str:
        """Choose the account and decide; gives the address that the person is sent back to."""
        answer = self._http.request("GET", url, redirect=False)
        if answer.status == 200 and "Choose an account" in answer.data.decode():
            answer = self._submit(answer.data.decode(), account=email)
        if answer.status == 200:
            answer = self._submit(answer.data.decode(), scope=scope, decision=decision)
        assert answer.status == 302, answer.data.decode()
        return str(answer.headers["Location"])

    def _submit(self, page: str, **fields: str) -> urllib3.BaseHTTPResponse:
        form = page[page.rindex("<form") :]
        action = unescape(re.findall(r'action="([^"]+)"', form)[0])
        hidden = {name: unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)}
        return self._http.request("POST", self._root + action, fields=hidden | fields, encode_multipart=False, redirect=False)


@dataclass
class Browser:
    """`api` keeps the cookies."""

    api: TestClient
    pages: GooglePages

    @classmethod
    def new(cls, app: Any, sandbox: Sandbox, base_url: str = HOME) -> "Browser":
        api = TestClient(app, base_url=base_url, follow_redirects=False, raise_server_exceptions=False, headers=PAGE)
        return cls(api, GooglePages(sandbox.root))

    def leave(self, path: str = LOGIN) -> str:
        """Google's address that our login leads to."""
        answer = self.api.get(path)
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    def back_from_google(self, email: str, path: str = LOGIN, **answers: str) -> str:
        return self.pages.answer(self.leave(path), email, **answers)

    def sign_in(self, email: str, path: str = LOGIN, **answers: str) -> Any:
        """The whole way; gives our answer to the callback, after the second trip if there is one."""
        answer = self.api.get(self.back_from_google(email, path, **answers))
        where = answer.headers.get("location", "/")
        return self.api.get(self.pages.answer(where, email, **answers)) if where.startswith("http") else answer

    def me(self) -> Any:
        return self.api.get("/api/v1/auth/me", headers={"Accept": "application/json"})

    def act(self, method: str, path: str, **headers: str) -> Any:
        """As a page of ours would: with the origin and the token."""
        token = self.me().json().get("csrf_token", "")
        return self.api.request(method, path, headers={"Origin": HOME, "X-CSRF-Token": token, **headers})
