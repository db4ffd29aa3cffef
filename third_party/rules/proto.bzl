"""C++ code from .proto files, made by the system's protoc.

    load("//third_party/rules:proto.bzl", "proto_cc_library")

    proto_cc_library(
        name = "intake",
        srcs = ["intake.proto"],
        deps = [":assessment"],
    )

    # The service's stubs apart, so that only who calls or serves links gRPC.
    proto_cc_library(
        name = "intake_grpc",
        srcs = ["intake.proto"],
        grpc = True,
        deps = [":intake"],
    )

Files live under proto/ and are named from there, in .proto files and in C++:

    import "firstvisit/v1/assessment.proto";
    #include "firstvisit/v1/intake.pb.h"
    #include "firstvisit/v1/intake.grpc.pb.h"

Besides the C++ the target carries its .proto files as run-time data, so that a
test in another language can list it under `data`.
"""

load("@bazel_tools//tools/cpp:toolchain_utils.bzl", "find_cpp_toolchain")

_ROOT = "proto"

ProtoFiles = provider(
    doc = "The .proto files of a library and of all it imports.",
    fields = {"files": "depset of File"},
)

def _generate(ctx, imports):
    """Runs protoc over the sources; returns (sources, headers)."""
    extension = ".grpc.pb" if ctx.attr.grpc else ".pb"
    sources = []
    headers = []
    for src in ctx.files.srcs:
        if not src.path.startswith(_ROOT + "/"):
            fail("%s lies outside %s/, the root of all imports" %
                 (src.path, _ROOT))
        stem = src.basename[:-len(".proto")]
        sources.append(ctx.actions.declare_file(stem + extension + ".cc"))
        headers.append(ctx.actions.declare_file(stem + extension + ".h"))

    out = ctx.bin_dir.path + "/" + _ROOT
    arguments = ctx.actions.args()
    arguments.add("--proto_path=" + _ROOT)
    if not ctx.attr.grpc:
        arguments.add("--cpp_out=" + out)
    else:
        arguments.add("--plugin=protoc-gen-grpc=/usr/bin/grpc_cpp_plugin")
        arguments.add("--grpc_out=" + out)
    arguments.add_all(ctx.files.srcs)
    ctx.actions.run(
        executable = "/usr/bin/protoc",
        arguments = [arguments],
        inputs = imports,
        outputs = sources + headers,
        mnemonic = "Protoc",
        progress_message = "Generating C++ for %{label}",
    )
    return sources, headers

def _proto_cc_library_impl(ctx):
    imports = depset(
        ctx.files.srcs,
        transitive = [dep[ProtoFiles].files for dep in ctx.attr.deps],
    )
    sources, headers = _generate(ctx, imports)

    toolchain = find_cpp_toolchain(ctx)
    features = cc_common.configure_features(
        ctx = ctx,
        cc_toolchain = toolchain,
        requested_features = ctx.features,
        unsupported_features = ctx.disabled_features + ["layering_check"],
    )
    runtime = [ctx.attr._protobuf] + ([ctx.attr._grpc] if ctx.attr.grpc else [])
    below = [dep[CcInfo] for dep in ctx.attr.deps + runtime]
    context, objects = cc_common.compile(
        name = ctx.label.name,
        actions = ctx.actions,
        feature_configuration = features,
        cc_toolchain = toolchain,
        srcs = sources,
        public_hdrs = headers,
        # As system headers, so that our warnings do not judge protoc's code.
        system_includes = [ctx.bin_dir.path + "/" + _ROOT],
        compilation_contexts = [info.compilation_context for info in below],
    )
    linking, linked = cc_common.create_linking_context_from_compilation_outputs(
        name = ctx.label.name,
        actions = ctx.actions,
        feature_configuration = features,
        cc_toolchain = toolchain,
        compilation_outputs = objects,
        linking_contexts = [info.linking_context for info in below],
    )
    return [
        CcInfo(compilation_context = context, linking_context = linking),
        ProtoFiles(files = imports),
        DefaultInfo(
            files = depset([file for file in [
                linked.library_to_link.static_library,
                linked.library_to_link.pic_static_library,
            ] if file]),
            runfiles = ctx.runfiles(transitive_files = imports),
        ),
    ]

proto_cc_library = rule(
    implementation = _proto_cc_library_impl,
    attrs = {
        "srcs": attr.label_list(
            allow_files = [".proto"],
            mandatory = True,
            doc = "The .proto files, under proto/.",
        ),
        "deps": attr.label_list(
            providers = [CcInfo, ProtoFiles],
            doc = "The proto_cc_library targets that srcs import. " +
                  "google/protobuf/*.proto need none.",
        ),
        "grpc": attr.bool(doc = "Makes the service stubs instead of the messages."),
        "_cc_toolchain": attr.label(
            default = "@bazel_tools//tools/cpp:current_cc_toolchain",
        ),
        "_grpc": attr.label(default = "@system//:grpc++"),
        "_protobuf": attr.label(default = "@system//:protobuf"),
    },
    fragments = ["cpp"],
    toolchains = ["@bazel_tools//tools/cpp:toolchain_type"],
    provides = [CcInfo],
    doc = "A C++ library of the messages and services in .proto files.",
)
