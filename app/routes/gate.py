"""At the gate: who comes in is counted, and is known to those who keep the record."""

import ipaddress
from dataclasses import dataclass
from uuid import UUID

from fastapi import Request

from app.config import get_settings
from app.services import limits

_VISITOR = "visitor"
_CONCERNS = "concerns"


@dataclass(frozen=True, slots=True)
class Visitor:
    """A caller who was let in: a service key, a person, or with neither somebody on this machine in the local mode."""

    key_id: UUID | None = None
    user_id: UUID | None = None

    @property
    def actor(self) -> str:
        return "key" if self.key_id else "person" if self.user_id else "local"


def let_in(request: Request, visitor: Visitor) -> None:
    """Raises TooManyRequests."""
    setattr(request.state, _VISITOR, visitor)
    settings = get_settings()
    if visitor.key_id is not None:
        limits.take(f"key:{visitor.key_id}", settings.rate_limit_key)
    elif visitor.user_id is not None:
        count_person(visitor.user_id)
    else:
        limits.take("local", settings.rate_limit_key)


def count_person(user_id: UUID) -> None:
    """Raises TooManyRequests."""
    limits.take(f"user:{user_id}", get_settings().rate_limit_user)


def turn_away(request: Request) -> None:
    """Count one who showed nothing good, by address. Raises TooManyRequests."""
    limits.take(f"address:{_address(request)}", get_settings().rate_limit_stranger)


def to_google(request: Request) -> None:
    """Count a trip to Google or back, by address: each writes a row before anybody is known. Raises TooManyRequests."""
    limits.take(f"sign-in:{_address(request)}", get_settings().rate_limit_sign_in)


def concerns(request: Request, *user_ids: UUID) -> None:
    """Whose data it was, where the request itself does not say."""
    setattr(request.state, _CONCERNS, user_ids)


def visitor_of(state: dict[str, object]) -> tuple[Visitor | None, tuple[UUID, ...]]:
    """Who was let in, and whom it concerned, as far as it was said."""
    visitor, concerned = state.get(_VISITOR), state.get(_CONCERNS)
    return visitor if isinstance(visitor, Visitor) else None, concerned if isinstance(concerned, tuple) else ()


def _address(request: Request) -> str:
    """Somebody with IPv6 has a whole network of addresses: they count as one."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    return host if address.version == 4 else str(ipaddress.ip_network(f"{address}/64", strict=False))
