#!/bin/sh
# Runs a Python test; see python_test.bzl.
PYTHONPATH=$PWD PYTHONDONTWRITEBYTECODE=1 exec python3 "$@"
