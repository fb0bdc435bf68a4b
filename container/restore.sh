#!/bin/sh
# Put a backup in place of what the database holds: container/restore.sh FILE.dump. All or nothing. Stop api, celery_worker and
# celery_beat first, and run `python -m app migrate` afterwards. ON is as in backup.sh.
set -eu
[ $# -eq 1 ] && [ -r "$1" ] || {
  echo "fincoach: give the file of a backup that can be read" >&2
  exit 2
}
. "$(dirname "$0")/where_postgresql_is.sh"
# shellcheck disable=SC2086  # several words, or none
$on pg_restore --list <"$1" | grep -q 'TABLE DATA public alembic_version' || {
  echo "fincoach: $1 is no backup of a FinCoach database" >&2
  exit 2
}
# One transaction: what is newer than the backup goes, and what the backup holds comes, or nothing changes.
{
  echo 'SET client_min_messages = warning; DROP SCHEMA public CASCADE; CREATE SCHEMA public;'
  # shellcheck disable=SC2086
  $on pg_restore --no-owner --file - <"$1" || echo 'SELECT pg_restore_failed();'
} | $on psql --username "$user" --dbname "$database" --single-transaction --quiet --no-psqlrc --set ON_ERROR_STOP=1 --output /dev/null
echo "restored $1"
