"""The small files some mails carry."""

import base64
from datetime import datetime

from sandbox.mime import Part

# One transparent pixel, standing in for a logo.
_GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


def picture(content_id: str) -> Part:
    headers = (
        ("Content-Type", 'image/gif; name="masthead.gif"'),
        ("Content-Transfer-Encoding", "base64"),
        ("Content-ID", f"<{content_id}>"),
        ("Content-Disposition", 'inline; filename="masthead.gif"'),
    )
    return Part("image/gif", headers, _GIF, filename="masthead.gif")


def statement(issuer: str, at: datetime) -> Part:
    name = f"Statement_{at:%b%Y}.pdf"
    headers = (
        ("Content-Type", f'application/pdf; name="{name}"'),
        ("Content-Transfer-Encoding", "base64"),
        ("Content-Disposition", f'attachment; filename="{name}"'),
    )
    return Part("application/pdf", headers, _pdf(f"{issuer} statement, {at:%B %Y}"), filename=name)


def _pdf(line: str) -> bytes:
    """The smallest page that viewers open: one line of Helvetica."""
    words = line.encode("latin-1", "replace").replace(b"(", b"").replace(b")", b"")
    content = b"BT /F1 14 Tf 72 760 Td (" + words + b") Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    out, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%bendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 6\n0000000000 65535 f \n%btrailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (table, len(out))
