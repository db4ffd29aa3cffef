#!/usr/bin/env bash
# Has a validator of others judge the FHIR documents of random visits in every
# locale. It comes from npm, so Bazel does not run it. Prints one line a
# check, as tests/support/tally.py reads it, and what is wrong to stderr:
#
#   passed fhir/visit.en
#   skipped fhir/documents: the validator could not be fetched with npm
#
# Needs bazel-bin/tests/e2e/fhir/fhir_documents, which `bazel test //...` builds.
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
documents=$here/../../../bazel-bin/tests/e2e/fhir/fhir_documents
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Fetches the validator unless the one that the lock file names is here.
fetch() {
  [[ $here/node_modules/.package-lock.json -nt $here/package-lock.json ]] ||
    (cd "$here" && npm ci --ignore-scripts) </dev/null >&2
}

if ! fetch; then
  echo "skipped fhir/documents: the validator could not be fetched with npm"
elif ! "$documents" "$scratch"; then
  echo "failed fhir/documents"
elif ! node "$here/validate.js" "$scratch"; then
  echo "failed fhir/validator"
fi
