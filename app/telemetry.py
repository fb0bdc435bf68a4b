"""Traces to an OpenTelemetry collector and faults to Sentry, if a setting names them. Else nothing is imported and nothing costs.

Both get names, ids and times. A fault goes without the local variables of its frames, for they hold somebody's mail.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from app.redaction import redact

if TYPE_CHECKING:
    from opentelemetry.trace import Tracer

# A carrier's key is a header of HTTP and of a Celery message.
TRACE_HEADERS = ("traceparent", "tracestate")
_FLUSH_MILLISECONDS = 3000


@dataclass(slots=True)
class _On:
    tracer: "Tracer | None" = None
    provider: Any = None
    faults: bool = False


_on = _On()


def start(*, service: str, version: str, traces_endpoint: str = "", sentry_dsn: str = "") -> None:
    """Once in each process, in a child after its fork: both send from threads of their own."""
    if traces_endpoint:
        _start_traces(service, version, traces_endpoint)
    if sentry_dsn:
        _start_faults(service, version, sentry_dsn)


def stop() -> None:
    """Send what is still held and be off again."""
    if _on.provider is not None:
        _on.provider.force_flush(_FLUSH_MILLISECONDS)
        _on.provider.shutdown()
    if _on.faults:
        import_module("sentry_sdk").init()
    _on.tracer = _on.provider = None
    _on.faults = False


def _start_traces(service: str, version: str, endpoint: str) -> None:
    exporters = import_module("opentelemetry.exporter.otlp.proto.http.trace_exporter")
    sdk = import_module("opentelemetry.sdk.trace")
    export = import_module("opentelemetry.sdk.trace.export")
    resources = import_module("opentelemetry.sdk.resources")
    resource = resources.Resource.create({"service.name": service, "service.version": version})
    _on.provider = sdk.TracerProvider(resource=resource)
    _on.provider.add_span_processor(export.BatchSpanProcessor(exporters.OTLPSpanExporter(endpoint=endpoint, timeout=5)))
    _on.tracer = _on.provider.get_tracer("fincoach", version)


def _start_faults(service: str, version: str, dsn: str) -> None:
    import_module("sentry_sdk").init(
        dsn=dsn,
        release=version,
        server_name=service,
        # Its integrations would read requests, statements and log lines; we tell it of faults ourselves.
        default_integrations=False,
        auto_enabling_integrations=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        before_send=_cleaned,
    )
    _on.faults = True


def _cleaned(event: Any, _: Any) -> Any:
    return redact(None, "", event)


@contextmanager
def span(name: str, *, parent: Mapping[str, str] | None = None, **ids: str) -> Iterator[None]:
    """A span of the trace at hand, or of the one whose headers `parent` holds."""
    if _on.tracer is None:
        yield
        return
    context = import_module("opentelemetry.propagate").extract(parent) if parent is not None else None
    with _on.tracer.start_as_current_span(name, context=context, attributes=dict(ids)):
        yield


def inject(headers: MutableMapping[str, str]) -> None:
    """Put the trace at hand on headers, for whoever answers the bell."""
    if _on.tracer is not None:
        import_module("opentelemetry.propagate").inject(headers)


def capture(error: BaseException, **ids: str) -> None:
    """A fault nobody foresaw."""
    if _on.faults:
        import_module("sentry_sdk").capture_exception(error, tags=ids)
