"""The use cases. `sync` is the story of an import, readable from top to bottom."""
