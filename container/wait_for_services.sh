# shellcheck shell=sh
# Sourced by the entrypoints: `wait_for_services database migrations broker` comes back when all of these are there. If they are
# not after WAIT_SECONDS (60), or can never be, the process ends with a line that says which, why, and what to do.

wait_for_services() {
  seconds=${WAIT_SECONDS:-60}
  case $seconds in
    '' | *[!0-9]*)
      echo "fincoach: WAIT_SECONDS=$seconds is not a whole number of seconds" >&2
      exit 2
      ;;
  esac
  # A wrong setting is said at once, not when the waiting is over.
  python -m app doctor --quiet settings || exit $?
  deadline=$(($(date +%s) + seconds))
  for part in "$@"; do
    case $part in
      database) _wait_for_port DATABASE_URL "${DATABASE_URL:-}" 5432 "PostgreSQL" ;;
      broker) _wait_for_port CELERY_BROKER_URL "${CELERY_BROKER_URL:-}" 6379 "Redis" ;;
    esac
  done
  # Somebody listens: whether it is the right one, lets us in and is migrated is asked by the service's own code.
  left=$((deadline - $(date +%s)))
  [ "$left" -gt 0 ] || left=0
  python -m app doctor --quiet --wait "$left" "$@" || exit $?
}

# Name of the setting, the URL, the port when it names none, and what should listen there.
_wait_for_port() {
  # Without netcat the service's own code does the waiting.
  command -v nc >/dev/null 2>&1 || return 0
  place=${2#*://}
  query=${place#*\?}
  place=${place%%[/?]*}
  place=${place##*@}
  # Without a host (a default, or a socket named in the query) there is no port to knock at.
  [ -n "$place" ] && [ "$query" = "${query#*host=}" ] || return 0
  case $place in
    \[*\]:*) host=${place%\]:*} host=${host#\[} port=${place##*\]:} ;;
    \[*\]) host=${place#\[} host=${host%\]} port=$3 ;;
    *:*) host=${place%:*} port=${place##*:} ;;
    *) host=$place port=$3 ;;
  esac
  until nc -z -w 2 "$host" "$port" >/dev/null 2>&1; do
    if [ "$(date +%s)" -ge "$deadline" ]; then
      echo "fincoach: no $4 at $host:$port ($1) after $seconds s; start it, or correct $1" >&2
      exit 1
    fi
    sleep 1
  done
}
