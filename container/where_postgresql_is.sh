# shellcheck shell=sh
# Sourced by backup.sh and restore.sh: `$on` runs PostgreSQL's programs (ON; the container `db` when it is not set), and `$user` and
# `$database` are what to reach there (POSTGRES_USER and POSTGRES_DB; what that container was made with).
if command -v docker-compose >/dev/null 2>&1; then
  on=${ON-docker-compose exec -T db}
else
  on=${ON-docker compose exec -T db}
fi
# shellcheck disable=SC2086  # several words, or none
user=${POSTGRES_USER:-$($on printenv POSTGRES_USER </dev/null || echo fincoach)}
# shellcheck disable=SC2086
database=${POSTGRES_DB:-$($on printenv POSTGRES_DB </dev/null || echo fincoach)}
