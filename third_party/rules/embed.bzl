"""Compiles files into a C++ library, so that a binary needs none beside it.

    load("//third_party/rules:embed.bzl", "embed_files")

    embed_files(
        name = "knee_pain_files",
        srcs = glob(["knee_pain/*.textproto"]),
        function = "KneePainFiles",
    )

makes the library :knee_pain_files with the header <package>/knee_pain_files.h:

    namespace firstvisit {
    EmbeddedFiles KneePainFiles();  // see third_party/rules/embedded_file.h
    }

Paths in the table are those below the package, e.g. "knee_pain/tips.textproto".
"""

def _embed_impl(ctx):
    package = ctx.label.package + "/"
    header_name = package + ctx.label.name[:-len("_gen")] + ".h"
    guard = "FIRSTVISIT_%s_" % header_name.upper().replace("/", "_").replace(".", "_")

    ctx.actions.write(ctx.outputs.header, """\
#ifndef {guard}
#define {guard}

#include "third_party/rules/embedded_file.h"

namespace firstvisit {{

// The files of {label}.
EmbeddedFiles {function}();

}}  // namespace firstvisit

#endif  // {guard}
""".format(guard = guard, label = ctx.label, function = ctx.attr.function))

    arguments = ctx.actions.args()
    arguments.add_all([ctx.outputs.source, header_name, ctx.attr.function])
    files = {file.short_path: file for file in ctx.files.srcs}
    for path in sorted(files):
        if not path.startswith(package):
            fail("%s lies outside the package of %s" % (path, ctx.label))
        arguments.add(path[len(package):])
        arguments.add(files[path])
    ctx.actions.run(
        executable = ctx.executable._embed,
        arguments = [arguments],
        inputs = ctx.files.srcs,
        outputs = [ctx.outputs.source],
        mnemonic = "Embed",
    )

_embed = rule(
    implementation = _embed_impl,
    attrs = {
        "srcs": attr.label_list(allow_files = True, mandatory = True),
        "function": attr.string(mandatory = True),
        "header": attr.output(mandatory = True),
        "source": attr.output(mandatory = True),
        "_embed": attr.label(
            default = "//third_party/rules:embed",
            cfg = "exec",
            executable = True,
        ),
    },
)

def embed_files(name, srcs, function, **kwargs):
    """Makes a cc_library that holds the bytes of files.

    Args:
      name: the target; its header is NAME.h.
      srcs: the files, of this package.
      function: the C++ function that returns them.
      **kwargs: handed on to the cc_library (visibility, testonly, ...).
    """
    _embed(
        name = name + "_gen",
        srcs = srcs,
        function = function,
        header = name + ".h",
        source = name + ".cc",
        testonly = kwargs.get("testonly", False),
        visibility = ["//visibility:private"],
    )
    native.cc_library(
        name = name,
        srcs = [name + ".cc"],
        hdrs = [name + ".h"],
        deps = ["//third_party/rules:embedded_file"],
        **kwargs
    )
