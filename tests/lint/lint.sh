#!/usr/bin/env bash
# Checks of the sources that Bazel does not run, because they need npm or Bazel
# itself. Prints one line a check, as tests/support/tally.py reads it, and the
# findings to stderr:
#
#   passed lint/protos
#   failed lint/layers
#   skipped lint/protos: the linter could not be fetched
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
root=$here/../..

# Runs a check that writes its findings to stdout: none means passed.
check() {
  local name=$1 findings status=0
  shift
  findings=$("$@" </dev/null) || status=$?
  if ((status == 0)) && [[ -z $findings ]]; then
    echo "passed $name"
  else
    printf '%s\n' "$name: $findings" >&2
    echo "failed $name"
  fi
}

# Fetches the linters unless those that the lock file names are here.
fetch() {
  [[ $here/node_modules/.package-lock.json -nt $here/package-lock.json ]] ||
    (cd "$here" && npm ci --ignore-scripts) </dev/null >&2
}

protos() { (cd "$root" && "$here/node_modules/.bin/buf" lint); }

# A front end reaches the engine only through the API: of all paths between
# them, those that start at the command alone are meant.
layers() {
  (cd "$root" && bazel query --noshow_progress --ui_event_filters=-info '
    let engine = //dialog/... except //dialog/util/... in
    let front = //assistant/... except //assistant:firstvisit in
    $front intersect allpaths($front, $engine)')
}

if fetch; then
  check lint/protos protos
else
  echo "skipped lint/protos: the linter could not be fetched with npm"
fi
check lint/layers layers
