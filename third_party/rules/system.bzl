"""A repository of the system's libraries, read from pkg-config.

    system_packages(
        name = "system",
        libraries = {"z3": ["z3"], "icu": ["icu-i18n", "icu-uc"]},
    )

makes @system//:z3 and @system//:icu. A value is a list of pkg-config modules
and, where a package ships none, of linker flags beginning with "-l". A library
that pkg-config does not know becomes a target that fails when built, so that a
machine without, say, Z3 can still build everything else.
"""

_LIBRARY = """
cc_library(
    name = "{name}",
    hdrs = glob(["include/{name}/**"]),
    defines = {defines},
    includes = {includes},
    linkopts = {linkopts},
)
"""

_MISSING = """
genrule(
    name = "{name}_missing",
    outs = ["{name}_missing.cc"],
    cmd = "echo >&2 'The library {modules} is not installed: run ./test, " +
          "or install the packages of third_party/packages.txt. If you just " +
          "did, run: bazel sync --configure'; exit 1",
)

cc_library(
    name = "{name}",
    srcs = ["{name}_missing.cc"],
)
"""

# Directories that the compiler searches anyway.
_BUILTIN_DIRECTORIES = ["/usr/include", "/usr/local/include"]

def _pkg_config(ctx, modules):
    """Returns the flags of the modules, or None if one is not installed."""
    result = ctx.execute(["pkg-config", "--cflags", "--libs"] + modules)
    if result.return_code != 0:
        return None
    return [flag for flag in result.stdout.strip().split(" ") if flag]

def _library(ctx, name, entries):
    modules = [entry for entry in entries if not entry.startswith("-l")]
    flags = _pkg_config(ctx, modules)
    if flags == None:
        return _MISSING.format(name = name, modules = " ".join(modules))
    flags = [entry for entry in entries if entry.startswith("-l")] + flags

    defines = []
    includes = []
    links = []
    for flag in flags:
        if flag.startswith("-D"):
            defines.append(flag[len("-D"):])
        elif flag.startswith("-I"):
            directory = flag[len("-I"):]
            if directory not in _BUILTIN_DIRECTORIES:
                # Bazel takes no absolute include path; a link into the
                # repository makes it a relative one.
                link = "include/%s/%d" % (name, len(includes))
                ctx.symlink(directory, link)
                includes.append(link)
        elif flag.startswith("-l") or flag.startswith("-L") or flag == "-pthread":
            links.append(flag)

    # --as-needed for these alone: Bazel's toolchain turns it off for the rest.
    linkopts = ["-Wl,--push-state,--as-needed"] + links + ["-Wl,--pop-state"]
    return _LIBRARY.format(
        name = name,
        defines = repr(defines),
        includes = repr(includes),
        linkopts = repr(linkopts),
    )

def _system_packages_impl(ctx):
    if not ctx.which("pkg-config"):
        fail("pkg-config is not installed: run ./test, or install the " +
             "packages of third_party/packages.txt")
    build = "package(default_visibility = [\"//visibility:public\"])\n"
    for name, entries in ctx.attr.libraries.items():
        build += _library(ctx, name, entries)
    ctx.file("BUILD.bazel", build)

system_packages = repository_rule(
    implementation = _system_packages_impl,
    attrs = {
        "libraries": attr.string_list_dict(
            mandatory = True,
            doc = "target name -> pkg-config modules and -l flags",
        ),
    },
    configure = True,
    environ = ["PKG_CONFIG_PATH"],
    local = True,
    doc = "The system's libraries as cc_library targets.",
)
