"""Drafts a format from a mail, for whoever describes an issuer."""

from app.parsing.drafting.draft import Draft, NothingToDraft, draft_format

__all__ = ["Draft", "NothingToDraft", "draft_format"]
