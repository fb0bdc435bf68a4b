#!/bin/sh
# The API. It takes imports while its broker is away, so it waits for the database alone.
set -eu
cd "$(dirname "$0")/.."
. container/wait_for_services.sh
wait_for_services database migrations
# An event stream would keep the server from ending.
exec uvicorn app.main:create_app --factory --host "${API_HOST:-0.0.0.0}" --port 8000 --workers "${API_WORKERS:-1}" \
  --no-access-log --timeout-graceful-shutdown 5 "$@"
