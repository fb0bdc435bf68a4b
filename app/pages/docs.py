"""Swagger UI at /docs and ReDoc at /redoc, with the assets of the fastapi-offline wheel."""

from importlib.util import find_spec
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles

router = APIRouter(include_in_schema=False)

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>FinCoach Sync API</title>
<link rel="icon" type="image/svg+xml" href="/static/icon.svg">
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
    head='<link rel="stylesheet" href="/static/vendor/swagger-ui.css">',
    body='<div id="swagger-ui"></div>\n<script src="/static/vendor/swagger-ui-bundle.js"></script>\n'
    '<script src="/static/swagger.js"></script>',
)
_REDOC = _PAGE.format(
    head='<link rel="stylesheet" href="/static/redoc.css">',
    body='<redoc spec-url="/openapi.json"></redoc>\n<script src="/static/vendor/redoc.standalone.js"></script>',
)


@router.get("/")
def home() -> RedirectResponse:
    return RedirectResponse("/docs")


@router.get("/docs")
def swagger() -> HTMLResponse:
    return HTMLResponse(_SWAGGER, headers=_HEADERS)


@router.get("/redoc")
def redoc() -> HTMLResponse:
    return HTMLResponse(_REDOC, headers=_HEADERS)


def mount_static(app: FastAPI) -> None:
    """Our own few files, and the vendor's out of the wheel (found without importing it)."""
    spec = find_spec("fastapi_offline")
    if spec is None or spec.origin is None:
        raise RuntimeError("the fastapi-offline wheel is not installed")
    app.mount("/static/vendor", StaticFiles(directory=Path(spec.origin).parent / "static"), name="vendor")
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
