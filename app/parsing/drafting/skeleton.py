"""An issuer with one format as the text of its module; the formatter lays it out."""

import json

from app.domain.transaction import Direction, Kind
from app.parsing.formats import Format, Issuer, Layout, Sample


def module_source(issuer: Issuer) -> str:
    """The module as it goes into `app/parsing/issuers`."""
    (form,) = issuer.formats
    arrow = "IN" if form.direction is Direction.CREDIT else "OUT"
    names = ", ".join([arrow, *sorted({type(form).__name__, "Issuer", "Sample"})])
    head = [issuer.key, issuer.name, issuer.domains, issuer.country, issuer.currency]
    body = ", ".join(_quoted(value) for value in head)
    tail = ", month_first=True" if issuer.month_first else ""
    return (
        f'"""{issuer.name}."""\n\nfrom app.domain.transaction import Kind\nfrom app.parsing.formats import {names}\n\n'
        f"ISSUERS = (\n    Issuer(\n        {body},\n        (\n{_declared(form, arrow)}\n        ){tail},\n    ),\n)\n"
    )


def _declared(form: Format | Layout, arrow: str) -> str:
    told = form.sample or Sample("", "")
    fields = {"counterparty": told.counterparty, "account": told.account, "when": told.when, "reference": told.reference}
    fields |= {"subject": told.subject or None, "received": told.received}
    named = [f"{key}={_quoted(value)}" for key, value in fields.items() if value]
    if told.kind:
        named.append(f"kind=Kind.{told.kind.name}")
    sample = ", ".join([_quoted(told.text), _quoted(told.amount), *named])
    what = [form.sentence] if isinstance(form, Format) else [form.when, dict(form.labels)]
    where = ', where="subject"' if isinstance(form, Format) and form.where == "subject" else ""
    lines = [f'{type(form).__name__}("{form.name}", {arrow},', *(f"    {_quoted(one)}," for one in what)]
    lines += [f"    Kind.{Kind(form.kind).name},", f"    Sample({sample}){where}),"]
    return "\n".join(f"            {line}" for line in lines)


def _quoted(value: object) -> str:
    if isinstance(value, tuple):
        return "(" + "".join(f"{_quoted(one)}, " for one in value).rstrip(" ") + ")"
    return json.dumps(value, ensure_ascii=False)
