#!/bin/sh
# The API. It takes imports while its broker is away, so it waits for the database alone.
set -eu
cd "$(dirname "$0")/.."
. container/wait_for_services.sh
case ${API_WORKERS:-1} in
  0 | *[!0-9]*)
    echo "fincoach: API_WORKERS=$API_WORKERS is not a number of processes" >&2
    exit 2
    ;;
esac
wait_for_services database migrations
# Several processes count together.
if [ "${API_WORKERS:-1}" -gt 1 ] && [ -z "${METRICS_FOLDER:-}" ]; then
  METRICS_FOLDER=$(mktemp -d)
  export METRICS_FOLDER
fi
# An event stream would keep the server from ending.
exec uvicorn app.main:create_app --factory --host "${API_HOST:-0.0.0.0}" --port 8000 --workers "${API_WORKERS:-1}" \
  --log-config container/uvicorn_logs.json --no-access-log --timeout-graceful-shutdown 5 "$@"
