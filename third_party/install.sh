#!/usr/bin/env bash
# Installs those Debian packages of packages.txt that are missing.
#
#   third_party/install.sh run     what building and running takes
#   third_party/install.sh test    that, and what the tests take
#
# Names the packages before it installs them; says and does nothing when all are
# there. Writes to stderr only and leaves stdin alone, which may hold a client's
# answers.
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
list=$here/packages.txt

say() { printf '%s\n' "$*" >&2; }

# Prints the packages of the sections named, without those left out by `unless`.
wanted() {
  local section='' name word command
  while read -r name word command; do
    case $name in
      '') ;;
      '['*) section=${name//[\[\]]/} ;;
      *)
        [[ " $* " == *" $section "* ]] || continue
        if [[ $word == unless ]] && command -v "$command" >/dev/null; then
          continue
        fi
        printf '%s\n' "$name"
        ;;
    esac
  done < <(sed 's/#.*//' "$list")
}

# Prints those of the packages given that are not installed.
missing() {
  dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
    sed -n 's/^installed //p' |
    sort -u |
    comm -13 - <(printf '%s\n' "$@" | sort -u)
}

apt() {
  local as_root=()
  ((EUID == 0)) || as_root=(sudo)
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q \
    -o Dpkg::Use-Pty=0 "$@" </dev/null >&2
}

install() {
  apt install --yes --no-install-recommends "$@"
}

# Whether apt's lists of packages know all of these; they may be empty or old.
known() {
  apt-get install --simulate --no-install-recommends "$@" \
    </dev/null >/dev/null 2>&1
}

main() {
  local sections
  case ${1-} in
    run) sections=(run) ;;
    test) sections=(run test) ;;
    *)
      say "usage: third_party/install.sh run|test"
      exit 2
      ;;
  esac

  local packages
  mapfile -t packages < <(wanted "${sections[@]}")
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    command -v bazel >/dev/null && return
    say "This is not a Debian system. Please install what these Debian"
    say "packages hold, then try again: ${packages[*]}"
    exit 1
  fi

  mapfile -t packages < <(missing "${packages[@]}")
  ((${#packages[@]})) || return 0

  say "First Visit needs these packages: ${packages[*]}"
  if ((EUID != 0)) && ! command -v sudo >/dev/null; then
    say "Please install them as root, then try again:"
    say "  apt-get install ${packages[*]}"
    exit 1
  fi
  say "Installing them with apt-get."
  known "${packages[@]}" || apt update
  if ! install "${packages[@]}"; then
    # The lists may name versions that have left the archive since.
    apt update
    install "${packages[@]}"
  fi
  # A Bazel already running has looked for the libraries before they came.
  if command -v bazel >/dev/null; then
    (cd "$here/.." && bazel shutdown) </dev/null >&2
  fi
}

main "$@"
