"""The system libraries that targets may name, as @system//:NAME.

Each takes its flags from the pkg-config modules listed. A library that is not
there breaks only the targets that depend on it, and says which package it is
in; see third_party/README.md.
"""

SYSTEM_LIBRARIES = {
    # All of Abseil that the project uses, under one name: the linker drops
    # what a binary does not need (--as-needed).
    "absl": [
        "absl_bind_front",
        "absl_btree",
        "absl_civil_time",
        "absl_cleanup",
        "absl_cord",
        "absl_flags_parse",
        "absl_flags_usage",
        "absl_flat_hash_map",
        "absl_flat_hash_set",
        "absl_function_ref",
        "absl_hash",
        "absl_inlined_vector",
        "absl_random_random",
        "absl_span",
        "absl_status",
        "absl_statusor",
        "absl_str_format",
        "absl_strings",
        "absl_synchronization",
        "absl_time",
        "absl_variant",
    ],
    "edit": ["libedit"],
    "gmock": ["gmock"],
    "gtest": ["gtest"],
    "gtest_main": ["gmock_main"],
    "grpc++": ["grpc++"],
    "grpc++_reflection": ["grpc++", "-lgrpc++_reflection"],
    "icu": ["icu-i18n", "icu-uc"],
    "protobuf": ["protobuf"],
    "sodium": ["libsodium"],
    "spdlog": ["spdlog"],
    "sqlite3": ["sqlite3"],
    "z3": ["z3"],
}
