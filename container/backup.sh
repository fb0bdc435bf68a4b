#!/bin/sh
# Back the database up: container/backup.sh [FOLDER]. Writes FOLDER/fincoach-TIME.dump (backups/), whole or not at all, and prints its
# name. The keys of TOKEN_ENCRYPTION_KEYS are not in it: keep them apart. Redis needs no backup; the sweeper rings again.
# ON says where PostgreSQL's programs are run; the default is the container of docker-compose.
set -eu
. "$(dirname "$0")/where_postgresql_is.sh"
folder=${1:-backups}
umask 077
mkdir -p "$folder"
file=$folder/fincoach-$(date -u +%Y%m%dT%H%M%SZ).dump
trap 'rm -f "$file.part"' EXIT
# shellcheck disable=SC2086  # several words, or none
$on pg_dump --username "$user" --format custom --no-owner "$database" >"$file.part"
# shellcheck disable=SC2086
$on pg_restore --list <"$file.part" | grep -q 'TABLE DATA public alembic_version' || {
  echo "fincoach: the dump cannot be read back, or holds no FinCoach database" >&2
  exit 1
}
mv "$file.part" "$file"
echo "$file"
