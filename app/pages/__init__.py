"""Pages for people. Their assets are served from here or from a wheel: no page asks another host for anything."""
