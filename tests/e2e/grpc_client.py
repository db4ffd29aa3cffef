"""A gRPC client in another language, for tests: the service as its own process,
and the public API over it, from the .proto files alone.

    with Service(folder) as service:
        turn = service.intake.StartSession(
            service.api.StartSessionRequest(request_id="1"))
"""

import glob
import importlib
import os
import resource
import signal
import subprocess
import sys
import tempfile
import types

import grpc

COMMAND = "assistant/firstvisit"
START_SECONDS = 60


def _stubs():
    """Python modules made from the public .proto files by protoc."""
    out = tempfile.mkdtemp()
    subprocess.run(
        [
            "/usr/bin/protoc", "--proto_path=proto", "--python_out=" + out,
            "--grpc_out=" + out,
            "--plugin=protoc-gen-grpc=/usr/bin/grpc_python_plugin",
        ] + glob.glob("proto/firstvisit/v1/*.proto")
        + glob.glob("proto/google/rpc/*.proto"),
        check=True,
    )
    sys.path.insert(0, out)
    # The installed package `google` would hide ours.
    import google
    google.__path__.append(os.path.join(out, "google"))
    # The messages of the package, whichever of its files they stand in.
    api = types.SimpleNamespace()
    for file in ("assessment", "explanation", "intake", "turn", "visit"):
        module = importlib.import_module("firstvisit.v1.%s_pb2" % file)
        vars(api).update(vars(module))
    return (api,
            importlib.import_module("firstvisit.v1.intake_pb2_grpc"),
            importlib.import_module("google.rpc.error_details_pb2"),
            importlib.import_module("google.rpc.status_pb2"))


api, _intake_grpc, _details, _status = _stubs()


def error_info(error):
    """The google.rpc.ErrorInfo of a grpc.RpcError."""
    for key, value in error.trailing_metadata():
        if key == "grpc-status-details-bin":
            for detail in _status.Status.FromString(value).details:
                info = _details.ErrorInfo()
                if detail.Unpack(info):
                    return info
    return None


class Service:
    """`firstvisit serve` on a unix socket, with an SQLite store."""

    def __init__(self, folder, *flags):
        self.folder = folder
        self.address = "unix:" + os.path.join(folder, "s")
        self.flags = list(flags)
        self.descriptors = None  # so many at most; None: as many as there are
        self.api = api

    def __enter__(self):
        self.process = self.spawn()
        self.channel = grpc.insecure_channel(self.address)
        grpc.channel_ready_future(self.channel).result(timeout=START_SECONDS)
        self.intake = _intake_grpc.IntakeStub(self.channel)
        return self

    def __exit__(self, *unused):
        self.channel.close()
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def spawn(self):
        """The process alone, which may fail to start."""
        store = "sqlite:" + os.path.join(self.folder, "sessions.db")
        return subprocess.Popen(
            [COMMAND, "serve", "--grpc_listen=" + self.address,
             "--store=" + store] + self.flags,
            stderr=subprocess.PIPE, text=True, preexec_fn=self._limit)

    def _limit(self):
        if self.descriptors:
            resource.setrlimit(resource.RLIMIT_NOFILE,
                               (self.descriptors, self.descriptors))

    def refusal(self):
        """Exit code and standard error of a service that does not start."""
        process = self.spawn()
        _, problem = process.communicate(timeout=START_SECONDS)
        return process.returncode, problem

    def raw(self, method, request):
        """Bytes to bytes."""
        return self.channel.unary_unary(method)(request)

    def stop(self):
        """Exit code after SIGTERM."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=START_SECONDS)
