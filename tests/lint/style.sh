#!/usr/bin/env bash
# Style of the C++ sources.
#
#   tests/lint/style.sh             lists files that clang-format would change
#   tests/lint/style.sh fix         changes them
#   tests/lint/style.sh tidy [FILE...]   runs clang-tidy, on all .cc files or these
#
# Needs clang-format-14 and clang-tidy-14 (packages of the same names).
set -euo pipefail

cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."

list() { git ls-files --cached --others --exclude-standard "$@"; }

case ${1-check} in
  check) list '*.h' '*.cc' | xargs -r clang-format-14 --dry-run -Werror ;;
  fix) list '*.h' '*.cc' | xargs -r clang-format-14 -i ;;
  tidy)
    shift
    # The generated headers must be there.
    bazel build --noshow_progress --ui_event_filters=-info //... </dev/null
    if (($# == 0)); then mapfile -t files < <(list '*.cc'); else files=("$@"); fi
    printf '%s\0' "${files[@]}" | xargs -0 -r -n 1 -P "$(nproc)" -I FILE \
      clang-tidy-14 --quiet FILE -- -std=c++17 -I. -Ibazel-bin \
      -isystem bazel-bin/proto
    ;;
  *)
    sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
