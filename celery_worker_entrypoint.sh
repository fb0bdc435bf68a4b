#!/bin/sh
# A Celery worker, once database, migrations and broker are there. By environment:
#   WORKER_CONCURRENCY  processes (16)          CELERY_POOL    prefork, threads or solo (prefork)
#   CELERY_QUEUES       taken from in turn      LOG_LEVEL      DEBUG, INFO, WARNING or ERROR (INFO)
#   WAIT_SECONDS        before it gives up (60)
# Further arguments are Celery's.
set -eu
cd "$(dirname "$0")"
. container/wait_for_services.sh
every=celery_first,celery,celery_listing,celery_pages,celery_dispatch
queues=${CELERY_QUEUES:-$every}
# Celery would make a queue of any name, and wait there for ever.
for queue in $(echo "$queues" | tr , ' '); do
  case ,$every, in
    *",$queue,"*) ;;
    *)
      echo "fincoach: CELERY_QUEUES names $queue; there are $every" >&2
      exit 2
      ;;
  esac
done
# Celery's own answer is its usage; eventlet and gevent are not installed.
case ${CELERY_POOL:-prefork} in
  prefork | threads | solo) ;;
  *)
    echo "fincoach: CELERY_POOL=$CELERY_POOL is none of prefork, threads and solo" >&2
    exit 2
    ;;
esac
wait_for_services database migrations broker
# Workers have nothing to tell each other: without mingle and gossip eight of them do not greet each other through the broker. Its banner is no JSON.
exec celery --quiet -A app.celery_app worker --pool "${CELERY_POOL:-prefork}" \
  --queues "$queues" --loglevel "${LOG_LEVEL:-INFO}" \
  --without-mingle --without-gossip "$@"
