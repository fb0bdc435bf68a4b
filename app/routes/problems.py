"""Errors as RFC 9457 problem details: `application/problem+json` with a stable `code`."""

import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from app import telemetry
from app.errors import AppError, Throttled, TooManyRequests, Unauthorized, Unavailable

log = structlog.get_logger()

MEDIA_TYPE = "application/problem+json"


class FieldProblem(BaseModel):
    """What is wrong with one field of the request."""

    field: str = Field(examples=["months"])
    message: str = Field(examples=["Input should be less than or equal to 24"])


class Problem(BaseModel):
    """An error. `code` is stable; `title` and `detail` are for people."""

    type: str = Field("about:blank")
    title: str = Field(examples=["There is nothing with this id"])
    status: int = Field(examples=[404])
    code: str = Field(examples=["user_not_found"])
    detail: str | None = None
    errors: list[FieldProblem] | None = None
    request_id: str | None = Field(None, description="as in `X-Request-ID` and in the log", examples=["5b1e9c0d7a"])


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The error answers of a route, for OpenAPI; 401, 403, 413, 422, 429 and 503 are everybody's."""
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status in sorted({401, 403, 413, 422, 429, 503, *statuses})
    }


def add_handlers(app: FastAPI) -> None:
    app.add_exception_handler(AppError, _app_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


def _app_error(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, AppError)  # noqa: S101  what the handler is registered for
    return problem_of(error)


def problem_of(error: AppError) -> JSONResponse:
    """The answer for one of our errors, with the headers that belong to it."""
    log_fault(error)
    # What went wrong inside is for the log; a client gets only what it can act on.
    detail = error.detail if error.status < 500 else ""
    problem = Problem(title=error.title, status=error.status, code=error.code, detail=detail or None)
    return _answer(problem, headers_of(error))


def headers_of(error: AppError) -> dict[str, str]:
    """When to come back, and how to show who one is."""
    if isinstance(error, Unavailable | Throttled | TooManyRequests):
        return {"Retry-After": str(math.ceil(error.retry_after_seconds or Unavailable.retry_after_seconds))}
    return {"WWW-Authenticate": "Bearer"} if isinstance(error, Unauthorized) else {}


def log_fault(error: AppError) -> None:
    """A fault of ours is for the log."""
    if error.status >= 500:
        log.error("request_failed", code=error.code, detail=error.detail)


def _invalid(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101  what the handler is registered for
    fields = [FieldProblem(field=_field(one), message=one["msg"]) for one in error.errors()]
    title = "The request is not valid"
    return _answer(Problem(title=title, status=422, code="invalid_request", errors=fields))


def _field(error: Mapping[str, Any]) -> str:
    """`months`, `body.email` as `email`, or `body` for one that is no JSON: there the place is a number of bytes."""
    place = error["loc"]
    return str(place[0]) if error["type"] == "json_invalid" else ".".join(map(str, place[1:])) or str(place[0])


def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101  what the handler is registered for
    phrase = HTTPStatus(error.status_code).phrase
    code = phrase.lower().replace(" ", "_").replace("-", "_")
    return _answer(Problem(title=phrase, status=error.status_code, code=code), dict(error.headers or {}))


def _unexpected(_: Request, error: Exception) -> JSONResponse:
    log.error("request_failed", error=type(error).__name__)
    telemetry.capture(error, request_id=structlog.contextvars.get_contextvars().get("request_id", ""))
    return _answer(Problem(title=AppError.title, status=500, code=AppError.code))


def _answer(problem: Problem, headers: dict[str, str] | None = None) -> JSONResponse:
    problem.request_id = structlog.contextvars.get_contextvars().get("request_id")
    return JSONResponse(problem.model_dump(exclude_none=True), status_code=problem.status, headers=headers, media_type=MEDIA_TYPE)
