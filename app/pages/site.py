"""The pages people look at: an empty frame each, filled by scripts of ours from the API. No page holds anybody's data.

Nothing is asked of another host, no script or style stands in the page, and no string becomes markup (Trusted Types).
"""

from functools import partial
from importlib import metadata
from pathlib import Path

from fastapi import APIRouter, FastAPI, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

router = APIRouter(include_in_schema=False)
_LOOK = ["GET", "HEAD"]
_HERE = Path(__file__).parent
_CHARTS = ("XStatic-D3", "xstatic/pkg/d3/data")
_PLACES = (
    ("sync", "/sync", "Sync"),
    ("spending", "/spending", "Spending"),
    ("operations", "/operations", "Operations"),
)
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
_templates = Environment(
    loader=FileSystemLoader(_HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def _page(name: str) -> Response:
    html = _templates.get_template(f"{name}.html").render(page=name, places=_PLACES)
    return HTMLResponse(html, headers=_HEADERS)


for _name, _path in (("home", "/"), *((name, path) for name, path, _ in _PLACES)):
    router.add_api_route(_path, partial(_page, _name), methods=_LOOK)


class _Files(StaticFiles):
    """Kept by the browser, and asked after each time: a new release is seen at once, and an old file costs no bytes."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers.setdefault("Cache-Control", "no-cache")
        return response


def mount_static(app: FastAPI) -> None:
    """Our own few files and the chart library out of its wheel, packed on their way. No secret is among them."""
    app.mount("/static/charts", GZipMiddleware(_Files(directory=_charts())), name="charts")
    app.mount("/static", GZipMiddleware(_Files(directory=_HERE / "static")), name="static")


def _charts() -> Path:
    """Found without importing the wheel's package."""
    wheel, folder = _CHARTS
    return Path(str(metadata.distribution(wheel).locate_file(folder)))
