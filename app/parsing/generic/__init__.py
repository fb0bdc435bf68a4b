"""The general reader: what mails of any issuer have in common, for senders and sentences nobody has described yet."""
