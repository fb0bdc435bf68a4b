"""The Celery tasks: doorbells that call one service each."""
