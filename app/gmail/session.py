"""One mailbox's authorised exchanges: the token is put on here, and renewed once when Gmail no longer takes it."""

from dataclasses import dataclass

from app import metrics
from app.errors import GrantRevoked, TransientFault
from app.gmail.codec import BATCH_CONTENT_TYPE
from app.gmail.credentials import TokenSource
from app.gmail.discovery import Call
from app.gmail.transport import Answer, Transport


@dataclass(slots=True)
class Session:
    tokens: TokenSource
    transport: Transport
    timeout_seconds: float
    _token: str | None = None

    def call(self, call: Call) -> Answer:
        """One call, replayed once with a fresh token after a 401. Raises GrantRevoked when that is refused as well."""
        answer = self._send(call.method, call.url, None, self.timeout_seconds)
        if answer.status != 401:
            return answer
        self.renew()
        answer = self._send(call.method, call.url, None, self.timeout_seconds)
        if answer.status == 401:
            raise GrantRevoked("http_401")
        return answer

    def post_batch(self, url: str, body: bytes, seconds: float) -> Answer:
        return self._send("POST", url, body, min(seconds, self.timeout_seconds))

    def authorise(self) -> None:
        """Have a token at hand, so that what fails afterwards is the wire and not its source."""
        self._usable_token()

    def renew(self) -> None:
        """Ask for a newer token than the one last sent."""
        self._token = self.tokens.refresh(self._token or "")
        self._usable_token()

    def _send(self, method: str, url: str, body: bytes | None, seconds: float) -> Answer:
        headers = {"Authorization": f"Bearer {self._usable_token()}"}
        if body is not None:
            headers["Content-Type"] = BATCH_CONTENT_TYPE
        with metrics.exchange("single" if body is None else "batch") as exchange:
            answer = self.transport.send(method, url, headers=headers, body=body, seconds=seconds)
            exchange.status = str(answer.status)
        return answer

    def _usable_token(self) -> str:
        if self._token is None:
            self._token = self.tokens.access_token()
        # The HTTP library would quote a bad header in its error, and the error would end in a log.
        if not self._token or not self._token.isascii() or not self._token.isprintable():
            raise TransientFault("bad_token")
        return self._token
