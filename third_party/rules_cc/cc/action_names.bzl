"""Empty: Bazel 4.2.3 loads this file by name and takes nothing from it."""
