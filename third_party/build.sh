#!/usr/bin/env bash
# Runs an optimised Bazel command for ./run and ./test.
#
#   third_party/build.sh build //assistant:firstvisit
#   third_party/build.sh test //...
#
# Progress and errors go to stderr; `build` is silent when there is nothing to do.
# stdin is left alone.
set -euo pipefail

cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

# Bazel keeps its work below the home folder; some services set none.
export HOME=${HOME:-~}

options=(--config=opt --noshow_loading_progress --show_result=0)
if [[ ! -t 2 ]]; then
  # Without a terminal progress comes as lines: one now and then is enough.
  options+=(--show_progress_rate_limit=10 --color=no)
fi

# Bazel has something to say even when it has nothing to do.
up_to_date() {
  bazel build "${options[@]}" --noshow_progress --check_up_to_date "$@" \
    </dev/null >/dev/null 2>&1
}

command=$1
shift
if [[ $command == build ]]; then
  up_to_date "$@" && exit
  printf 'Building First Visit. The first time takes some minutes.\n' >&2
fi
exec bazel "$command" "${options[@]}" "$@" </dev/null >&2
