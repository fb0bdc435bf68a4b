"""Gmail on localhost: the same wire, quotas and faults, and mailboxes whose truth is known."""
