"""Where access tokens come from."""

from typing import Protocol


class TokenSource(Protocol):
    """One connection's tokens. The services implement it over the database, so that a refresh is stored once, under a row lock."""

    def access_token(self) -> str:
        """A token that should still hold. May raise GrantRevoked or TransientFault."""
        ...

    def refresh(self, rejected: str) -> str:
        """A newer token than the one Gmail rejected; another worker may have fetched it already."""
        ...
