"""Swagger UI at /docs and ReDoc at /redoc, with the assets of the fastapi-offline wheel."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fastapi import APIRouter, FastAPI, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

router = APIRouter(include_in_schema=False)
_LOOK = ["GET", "HEAD"]

_ICON = "/static/icon.svg"
_LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg"
_NOTHING = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>FinCoach Sync API</title>
<link rel="icon" type="image/svg+xml" href="{icon}">
{head}
</head>
<body>
{body}
</body>
</html>
"""
# Whatever a vendor's script may want of another host (ReDoc: its maker's logo) is not asked for. Both write styles of their own.
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_SWAGGER = _PAGE.format(
    icon=_ICON,
    head='<link rel="stylesheet" href="/static/vendor/swagger-ui.css"><link rel="stylesheet" href="/static/swagger.css">',
    body='<div id="swagger-ui"></div>\n<script src="/static/vendor/swagger-ui-bundle.js"></script>\n'
    '<script src="/static/swagger.js"></script>',
)
_REDOC = _PAGE.format(
    icon=_ICON,
    head='<link rel="stylesheet" href="/static/redoc.css">',
    body='<redoc spec-url="/openapi.json"></redoc>\n<script src="/static/vendor/redoc.standalone.js"></script>',
)


@router.api_route("/docs", methods=_LOOK)
def swagger() -> HTMLResponse:
    return HTMLResponse(_SWAGGER, headers=_HEADERS)


@router.api_route("/redoc", methods=_LOOK)
def redoc() -> HTMLResponse:
    return HTMLResponse(_REDOC, headers=_HEADERS)


@router.api_route("/static/vendor/redoc.standalone.js", methods=_LOOK)
def redoc_script() -> Response:
    """The wheel's own, but with nothing for its maker's logo, which lies on another host."""
    return Response(_redoc_script(), media_type="text/javascript", headers={"Cache-Control": "max-age=3600"})


@cache
def _redoc_script() -> str:
    return (_vendor() / "redoc.standalone.js").read_text(encoding="utf-8").replace(_LOGO, _NOTHING)


def mount_static(app: FastAPI) -> None:
    """The vendor's files out of the wheel."""
    app.mount("/static/vendor", StaticFiles(directory=_vendor()), name="vendor")


def _vendor() -> Path:
    """Found without importing the wheel's package."""
    spec = find_spec("fastapi_offline")
    if spec is None or spec.origin is None:
        raise RuntimeError("the fastapi-offline wheel is not installed")
    return Path(spec.origin).parent / "static"
