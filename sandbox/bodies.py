"""A call's JSON, held to the schema the document gives it: an unknown name or a wrong type is refused as Google refuses it."""

import json
import re
from collections.abc import Mapping
from typing import Any

import orjson

from sandbox.discovery import document
from sandbox.errors import GoogleError, invalid

Json = dict[str, Any]
_TYPES = {"string": "TYPE_STRING", "integer": "TYPE_INT32", "boolean": "TYPE_BOOL"}
_LONG = {"int64": re.compile(r"-?[0-9]{1,18}"), "uint64": re.compile(r"[0-9]{1,19}")}
_PYTHON = {"string": str, "integer": int, "boolean": bool}


def json_object(body: bytes, schema: str) -> Json:
    """No body at all is an empty object. Raises GoogleError."""
    try:
        value = orjson.loads(body or b"{}")
    except orjson.JSONDecodeError as error:
        raise GoogleError(400, f"Invalid JSON payload received. {error.msg}.", "parseError") from error
    if not isinstance(value, dict):
        raise GoogleError(400, "Invalid JSON payload received. Root element must be a message.", "parseError")
    if schema:
        _check_object(value, document()["schemas"][schema], "")
    return value


def _check_object(value: Json, schema: Mapping[str, Any], path: str) -> None:
    properties = schema.get("properties", {})
    for name, inner in value.items():
        if name not in properties:
            place = f" at '{path}'" if path else ""
            raise invalid(f'Invalid JSON payload received. Unknown name "{name}"{place}: Cannot find field.')
        # In Google's JSON a null is a field that was not set.
        if inner is not None:
            _check(inner, properties[name], f"{path}.{name}" if path else name)


def _check(value: Any, schema: Mapping[str, Any], path: str) -> None:
    if "$ref" in schema:
        schema = document()["schemas"][schema["$ref"]]
    kind = schema["type"]
    if kind == "array":
        _check_array(value, schema, path)
    elif kind == "object":
        if not isinstance(value, dict):
            raise invalid(f"Invalid value at '{path}' (TYPE_MESSAGE), {json.dumps(value)[:200]}", path)
        _check_object(value, schema, path)
    elif schema.get("format") in _LONG:
        _check_long(value, schema["format"], path)
    elif not isinstance(value, _PYTHON[kind]) or (kind == "integer" and not _is_int32(value)):
        shown = "TYPE_BYTES" if schema.get("format") == "byte" else _TYPES[kind]
        raise invalid(f"Invalid value at '{path}' ({shown}), {json.dumps(value)[:200]}", path)
    elif "enum" in schema and value not in schema["enum"]:
        raise invalid(f"Invalid value at '{path}' (TYPE_ENUM), \"{value}\"", path)


def _is_int32(value: Any) -> bool:
    return not isinstance(value, bool) and bool(-(1 << 31) <= value < 1 << 31)


def _check_long(value: Any, form: str, path: str) -> None:
    """Sixty-four bits are text in Google's JSON; a number is taken as well."""
    if isinstance(value, bool) or not isinstance(value, int | str) or not _LONG[form].fullmatch(str(value)):
        raise invalid(f"Invalid value at '{path}' (TYPE_{form.upper()}), {json.dumps(value)[:200]}", path)


def filled(value: Any) -> Any:
    """Without what was not set: nulls, and lists of nothing."""
    if isinstance(value, dict):
        kept = {name: filled(inner) for name, inner in value.items()}
        return {name: inner for name, inner in kept.items() if inner is not None and inner != []}
    return [filled(one) for one in value if one is not None] if isinstance(value, list) else value


def _check_array(value: Any, schema: Mapping[str, Any], path: str) -> None:
    if not isinstance(value, list):
        raise invalid(f"Invalid value at '{path}' (TYPE_LIST), {json.dumps(value)[:200]}", path)
    for place, one in enumerate(value):
        _check(one, schema["items"], f"{path}[{place}]")
