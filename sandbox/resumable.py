"""Resumable uploads: a session is opened with the message resource, then the mail comes in one piece or several."""

import re
import secrets
from dataclasses import replace

from sandbox.calls import Call, Json, Method
from sandbox.delivered import Upload
from sandbox.errors import GoogleError
from sandbox.wire import Answer

_RANGE = re.compile(r"bytes (?:(?P<first>\d{1,12})-(?P<last>\d{1,12})|\*)/(?P<total>\d{1,12}|\*)")
_MOST = 20  # sessions of one mailbox that are open at once; a further one ends the oldest


def resumable(method: Method) -> Method:
    """The method, for mail that comes whole and for mail that comes by a session."""

    def answered(call: Call) -> Json | Answer | None:
        if not call.route.upload or call.arguments.one("uploadType") != "resumable":
            return method(call)
        upload_id = call.arguments.one("upload_id")
        return _go_on(call, method, upload_id) if upload_id else _begin(call)

    return answered


def _begin(call: Call) -> Answer:
    sessions = call.mailbox.uploads
    upload_id = secrets.token_urlsafe(24)
    sessions[upload_id] = Upload(call.json())
    if len(sessions) > _MOST:
        del sessions[next(iter(sessions))]
    request = call.request
    location = f"http://{request.headers.get('host', 'localhost')}{request.path}?{request.query}&upload_id={upload_id}"
    return Answer(200, b"", headers=((b"location", location.encode()), (b"x-guploader-uploadid", upload_id.encode())))


def _go_on(call: Call, method: Method, upload_id: str) -> Json | Answer | None:
    session = call.mailbox.uploads.get(upload_id)
    if session is None:
        raise GoogleError(404, "Upload session not found.", "notFound")
    if not _take(session, call.request.headers.get("content-range", ""), call.request.body):
        return _incomplete(session)
    del call.mailbox.uploads[upload_id]
    return method(replace(call, uploaded=(bytes(session.data), session.resource)))


def _take(session: Upload, content_range: str, body: bytes) -> bool:
    """Is the mail whole now? A piece that does not begin where the last one ended is asked for again."""
    if not content_range:
        session.data[:] = body
        return True
    found = _RANGE.fullmatch(content_range)
    if found is None:
        raise GoogleError(400, "Failed to parse Content-Range header.", "badRequest")
    if found["first"] is not None and int(found["first"]) == len(session.data):
        session.data += body
    return found["total"] != "*" and len(session.data) == int(found["total"])


def _incomplete(session: Upload) -> Answer:
    headers = ((b"range", f"bytes=0-{len(session.data) - 1}".encode()),) if session.data else ()
    return Answer(308, b"", headers=headers)
