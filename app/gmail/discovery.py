"""Google's description of the Gmail API, from the document inside google-api-python-client: no network, once per process."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from googleapiclient.discovery import build_from_document
from googleapiclient.http import HttpRequest

_DOCUMENT = "discovery_cache/documents/gmail.v1.json"
_PLACEHOLDER = "MESSAGE_ID"
_PAGE_SIZE = 500
_MAILBOX = "me"
_LABELLED = "message(id,labelIds)"


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    url: str


class Description:
    """Builds the calls this product makes. Parameters are checked against the document by the library."""

    def __init__(self, root: str) -> None:
        # `client_options.api_endpoint` would leave the batch address alone, so the root itself is replaced. The library wants
        # an `http` object or it looks for credentials; nothing is ever sent through this one.
        document = {**_document(), "rootUrl": root}
        service = build_from_document(document, http=object())
        self._users = service.users()
        self._messages = self._users.messages()
        self._history = self._users.history()
        self.batch_url = f"{root}batch/gmail/v1"
        self._message_path = self._template(root)

    def profile(self) -> Call:
        return _call(self._users.getProfile(userId=_MAILBOX, fields="emailAddress,historyId"))

    def list_messages(self, query: str, page_token: str | None) -> Call:
        return _call(
            self._messages.list(
                userId=_MAILBOX, q=query, maxResults=_PAGE_SIZE, pageToken=page_token, fields="messages/id,nextPageToken"
            )
        )

    def list_history(self, start_history_id: int, page_token: str | None) -> Call:
        return _call(
            self._history.list(
                userId=_MAILBOX,
                startHistoryId=str(start_history_id),
                historyTypes=["messageAdded", "labelRemoved"],
                maxResults=_PAGE_SIZE,
                pageToken=page_token,
                fields=f"history(messagesAdded/{_LABELLED},labelsRemoved({_LABELLED},labelIds)),nextPageToken,historyId",
            )
        )

    def message_path(self, message_id: str) -> str:
        """The path inside a batch. Filled into a template: building a request costs more than reading the mail."""
        return self._message_path.replace(_PLACEHOLDER, message_id)

    def _template(self, root: str) -> str:
        request = self._messages.get(userId=_MAILBOX, id=_PLACEHOLDER, format="full", fields="id,internalDate,payload")
        return "/" + str(request.uri).removeprefix(root)


@cache
def describe(root: str) -> Description:
    return Description(root)


@cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads((files("googleapiclient") / _DOCUMENT).read_text(encoding="utf-8"))
    return document


def _call(request: HttpRequest) -> Call:
    return Call(str(request.method), str(request.uri))
