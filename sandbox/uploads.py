"""How a mail comes with a call: base64url in JSON, or as bytes to an `/upload/` address, alone or beside its JSON."""

import re
from base64 import urlsafe_b64decode

from sandbox.bodies import json_object
from sandbox.calls import Call, Json
from sandbox.discovery import Route
from sandbox.errors import GoogleError, invalid
from sandbox.reading import cut, pieces
from sandbox.words import parameters, unbase64

_BASE64URL = re.compile(r"[A-Za-z0-9_+/-]*={0,2}")
_LIMIT = 50 * 1024 * 1024


def incoming(call: Call) -> tuple[bytes, Json]:
    """The mail, and the message resource that came with it. Raises GoogleError."""
    raw, resource = given(call)
    if not raw:
        raise invalid("'raw' RFC822 payload message string or uploading message via /upload/* URL required")
    if len(raw) > _LIMIT:
        raise GoogleError(413, "Request Entity Too Large", "uploadTooLarge")
    return raw, _message(call, resource)


def given(call: Call) -> tuple[bytes, Json]:
    """The mail, empty when none came, and the resource of the call, which may be a draft around the message."""
    if call.uploaded:
        return call.uploaded
    if call.route.upload:
        return _uploaded(call)
    resource = call.json()
    return unpacked(_message(call, resource).get("raw") or ""), resource


def _message(call: Call, resource: Json) -> Json:
    message: Json = (resource.get("message") or {}) if call.route.request == "Draft" else resource
    return message


def unpacked(text: str) -> bytes:
    """A mail in base64url. Raises GoogleError."""
    # Padding may be missing, and the other alphabet is taken as well.
    if not _BASE64URL.fullmatch(text) or len(text.rstrip("=")) % 4 == 1:
        raise invalid("Invalid value at 'raw' (TYPE_BYTES), Base64 decoding failed", "raw")
    bare = text.rstrip("=").replace("+", "-").replace("/", "_")
    return urlsafe_b64decode(bare + "=" * (-len(bare) % 4))


def _uploaded(call: Call) -> tuple[bytes, Json]:
    kind = call.arguments.one("uploadType", "media")
    if kind == "media":
        return call.request.body, {}
    if kind == "multipart":
        return _related(call.route, call.request.headers.get("content-type", ""), call.request.body)
    raise GoogleError(501, f"The sandbox does not serve uploadType={kind}.", "notImplemented")


def _related(route: Route, content_type: str, body: bytes) -> tuple[bytes, Json]:
    """multipart/related: the resource as JSON, then the mail, which some libraries send in base64."""
    boundary = parameters(content_type).get("boundary", "")
    found = [cut(piece) for piece in pieces(body, boundary)] if boundary else []
    if len(found) != 2:
        raise GoogleError(400, "Failed to parse multipart upload: two parts are expected.", "badContent")
    (_, resource), (headers, mail) = found
    encoded = any(name.lower() == "content-transfer-encoding" and value.strip().lower() == b"base64" for name, value in headers)
    return unbase64(mail) if encoded else mail, json_object(resource, route.request)
