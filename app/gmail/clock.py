"""What time is it at Google?"""

from datetime import datetime
from email.utils import parsedate_to_datetime

from app.config import Settings
from app.gmail.transport import PooledTransport, Transport


def server_time(settings: Settings, transport: Transport | None = None) -> datetime | None:
    """By the Date header of any answer of the Gmail API, in whole seconds; None when it sends none. Raises TransientFault."""
    wire = transport or PooledTransport()
    answer = wire.send("GET", settings.gmail_api_root, headers={}, body=None, seconds=settings.gmail_timeout_seconds)
    try:
        return parsedate_to_datetime(answer.headers["date"])
    except (KeyError, ValueError):
        return None
