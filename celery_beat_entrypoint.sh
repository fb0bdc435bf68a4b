#!/bin/sh
# Celery beat, once database, migrations and broker are there. One is enough; two would only ring twice. By environment:
#   BEAT_SCHEDULE  its memory of when it last rang (/tmp/celerybeat-schedule)     LOG_LEVEL     DEBUG, INFO, WARNING or ERROR (INFO)
#   WAIT_SECONDS   before it gives up (60)
# Further arguments are Celery's.
set -eu
cd "$(dirname "$0")"
. container/wait_for_services.sh
wait_for_services database migrations broker
# No pid file: one left behind by a kill would keep beat from starting.
exec celery --quiet -A app.celery_app beat --schedule "${BEAT_SCHEDULE:-/tmp/celerybeat-schedule}" --pidfile= \
  --loglevel "${LOG_LEVEL:-INFO}" "$@"
