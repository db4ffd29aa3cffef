#!/usr/bin/env bash
# Proves ./run and ./test from nothing: makes a fresh Debian 12 in a folder, adds
# git and ca-certificates, clones this repository's last commit into it, and
# there runs
#
#   ./run chat < answers.txt
#   ./test
#
# and both again, which must then take seconds. Prints the times; exits 0 when
# the conversation ended, all tests passed and the second time was quick.
#
#   sudo tests/e2e/bare_machine.sh [--keep] [--answers FILE] [--folder FOLDER]
#
# --keep leaves the machine in its folder, --answers takes another file than
# answers.txt beside this script, and --folder names where machines are made
# (about 6 GB; by default /var/tmp).
#
# Needs root and debootstrap. Package sources, their keys and certificates, and
# npm's registry are taken over from this machine. All mounts and processes live
# in namespaces of their own and are gone when the script ends, however it ends.
set -euo pipefail

readonly SECONDS_OF_A_SECOND_RUN=60

self=$(readlink -f "${BASH_SOURCE[0]}")
repository=$(dirname "$self")/../..

say() { printf '\n== %s\n' "$*"; }
die() {
  printf 'bare_machine: %s\n' "$*" >&2
  exit 1
}

# --- Outside: makes the machine and removes it.

# Debian's own mirror as this machine uses it; empty if it has none for bookworm.
mirror() {
  apt-get indextargets --format '$(REPO_URI) $(RELEASE)' \
    'Created-By: Packages' | awk '$2 == "bookworm" { print $1; exit }'
}

# Hands this machine's package sources and what they rest on to the new one.
take_over_sources() {
  local machine=$1
  rm -f "$machine/etc/apt/sources.list"
  cp -a /etc/apt/sources.list* "$machine/etc/apt/"
  cp -a /etc/apt/trusted.gpg.d "$machine/etc/apt/"
  cp -a /usr/share/keyrings "$machine/usr/share/"
  apt-config dump |
    grep -E '^Acquire::(https?::|Check-|Retries)' \
      >"$machine/etc/apt/apt.conf.d/99taken-over" || true
  mkdir -p "$machine/usr/local/share"
  cp -a /usr/local/share/ca-certificates "$machine/usr/local/share/"
  cp -L /etc/resolv.conf /etc/hosts "$machine/etc/"
}

make_machine() {
  local machine=$1
  say 'A fresh Debian 12'
  debootstrap --variant=minbase bookworm "$machine" $(mirror) >"$machine.log" ||
    { tail -n 20 "$machine.log" >&2; die 'debootstrap failed'; }
  rm -f "$machine.log"
  take_over_sources "$machine"
  git -C "$repository" bundle create -q "$machine/firstvisit.bundle" HEAD
  cp "$answers" "$machine/answers.txt"
}

outside() {
  local keep='' folder=/var/tmp
  answers=$(dirname "$self")/answers.txt
  while (($#)); do
    case $1 in
      --keep) keep=1 ;;
      --answers) answers=${2-} && shift ;;
      --folder) folder=${2-} && shift ;;
      *) die "unknown argument $1; see the head of $self" ;;
    esac
    shift
  done
  [[ -r $answers ]] || die "cannot read the answers in '$answers'"
  ((EUID == 0)) || die 'only root may make a machine: use sudo'
  command -v debootstrap >/dev/null || die 'please install debootstrap'

  machine=$(mktemp -d "$folder/bare_machine.XXXXXX")
  chmod 755 "$machine"
  if [[ $keep ]]; then
    trap 'say "The machine is kept in $machine"' EXIT
  else
    # --one-file-system: should a mount have stayed, it is not emptied.
    trap 'rm -rf --one-file-system "$machine" "$machine.log"' EXIT
  fi
  make_machine "$machine"

  # When the first process of a PID namespace ends, all others in it do.
  unshare --mount --pid --fork --kill-child "$self" --inside "$machine"
}

# --- Inside: in namespaces of its own, mounts and works.

# Runs a command in the machine, with little more in its environment than a
# login shell has there.
inside_run() {
  local registry
  registry=$(npm config get registry 2>/dev/null) || registry=
  env -i HOME=/root LANG=C.UTF-8 CI=true \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    ${http_proxy:+http_proxy="$http_proxy"} \
    ${https_proxy:+https_proxy="$https_proxy"} \
    ${registry:+npm_config_registry="$registry"} \
    NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
    chroot "$machine" /bin/bash -c "$1"
}

# Runs and times a command in the clone; sets `elapsed`.
timed() {
  local start=$SECONDS status=0
  say "$1"
  inside_run "cd /firstvisit && $1" >"$log" 2>&1 || status=$?
  elapsed=$((SECONDS - start))
  tail -n 15 "$log"
  printf -- '-- exit status %d after %d s\n' "$status" "$elapsed"
  times+=("$(printf '%5d s  %s' "$elapsed" "$1")")
  ((status == 0)) || { cat "$log" >&2; die "'$1' failed"; }
}

both() {
  timed './run chat < /answers.txt'
  chat_seconds=$elapsed
  timed './test < /dev/null'
  test_seconds=$elapsed
  [[ $(tail -n 1 "$log") =~ ^[1-9][0-9]*\ passed,\ 0\ failed ]] ||
    die "./test did not end with 'N passed, 0 failed'"
}

inside() {
  machine=$1
  log=$(mktemp "$machine/tmp/log.XXXXXX")
  times=()
  mount --make-rprivate /
  mount -t proc proc "$machine/proc"
  mount --rbind /dev "$machine/dev"

  say 'git and ca-certificates, and a clone'
  inside_run 'export DEBIAN_FRONTEND=noninteractive
    apt-get -q update && apt-get -q install -y --no-install-recommends \
      git ca-certificates && git clone -q /firstvisit.bundle /firstvisit' \
    >"$log" 2>&1 || { tail -n 20 "$log" >&2; die 'no clone'; }

  both
  both
  say 'Times'
  printf '%s\n' "${times[@]}"
  ((chat_seconds <= SECONDS_OF_A_SECOND_RUN &&
    test_seconds <= SECONDS_OF_A_SECOND_RUN)) ||
    die "the second time took longer than $SECONDS_OF_A_SECOND_RUN s"
}

if [[ ${1-} == --inside ]]; then
  inside "$2"
else
  outside "$@"
fi
