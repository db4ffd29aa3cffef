"""Tests written in Python.

    load("//third_party/rules:python_test.bzl", "python_test")

    python_test(
        name = "tally_test",
        size = "small",
        src = "tally_test.py",
        data = ["tally.py"],
    )

runs src with python3 from the root of the run-time files, which is also on the
module path (`from tests.support import tally`). Bazel 4's own py_test would ask
for a command `python`, which Debian 12 does not have.
"""

def python_test(name, src, data = [], args = [], **kwargs):
    """Makes a test that passes when python3 exits with 0.

    Args:
      name: the test.
      src: the Python file.
      data: files that it reads or imports.
      args: its arguments.
      **kwargs: handed on to sh_test (size, tags, ...).
    """
    native.sh_test(
        name = name,
        srcs = ["//third_party/rules:python_test.sh"],
        args = ["$(rootpath %s)" % src] + args,
        data = [src] + data,
        **kwargs
    )
