"""The built command, as a program in another language sees it over gRPC."""

import os
import shutil
import socket
import sqlite3
import tempfile
import unittest

import grpc

from tests.e2e.grpc_client import Service, api, error_info

REPLY = "/firstvisit.v1.Intake/Reply"
HEALTH = "/grpc.health.v1.Health/Check"
REFLECTION = "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"
# On the wire: HealthCheckResponse.status, and the request to list services.
SERVING = b"\x08\x01"
NOT_SERVING = b"\x08\x02"
LIST_SERVICES = b"\x3a\x00"
# More turns than an interview can take.
MOST_TURNS = 120


def written_answers():
    """What the client says, by question id."""
    with open("tests/e2e/answers.txt", encoding="utf-8") as lines:
        return dict(line.rstrip("\n").split(": ", 1) for line in lines)


def make_folder(test):
    """A fresh folder for one test; in /tmp, as sockets have short paths."""
    folder = tempfile.mkdtemp(dir="/tmp")
    test.addCleanup(shutil.rmtree, folder)
    return folder


def start(service, request_id="start", **fields):
    return service.intake.StartSession(
        api.StartSessionRequest(request_id=request_id, **fields))


def reply(service, turn, text):
    return service.intake.Reply(api.ReplyRequest(
        session=turn.session, request_id="after-%d" % turn.turn,
        expected_turn=turn.turn, text=text))


class GrpcClientTest(unittest.TestCase):

    def setUp(self):
        self.folder = make_folder(self)

    def test_finishes_an_interview(self):
        answers = written_answers()
        with Service(self.folder) as service:
            turn = start(service, channel=api.Channel(no_groups=True))
            while turn.state in (api.ASKING, api.CONFIRMING):
                self.assertLess(turn.turn, MOST_TURNS)
                self.assertIn(turn.question.id, answers)
                turn = reply(service, turn, answers[turn.question.id])
            self.assertEqual(turn.state, api.DONE)
            self.assertTrue(turn.assessment.complete)
            self.assertTrue(turn.assessment.referral.doctor.text)
            for audience in ("CLIENT", "THERAPIST"):
                report = service.intake.GetReport(api.GetReportRequest(
                    session=turn.session, audience=audience, format="TEXT"))
                self.assertIn("doctor", report.body)
                self.assertEqual(report.assessment.triage,
                                 turn.assessment.triage)
            listed = service.intake.ListSessions(api.ListSessionsRequest())
            self.assertEqual([s.session for s in listed.sessions],
                             [turn.session])
            self.assertEqual(listed.sessions[0].state, api.DONE)

    def test_a_repeated_request_gets_the_same_bytes(self):
        with Service(self.folder) as service:
            turn = start(service)
            request = api.ReplyRequest(
                session=turn.session, request_id="r", text="yes")
            first = service.raw(REPLY, request.SerializeToString())
            self.assertEqual(
                service.raw(REPLY, request.SerializeToString()), first)
            request.text = "no"
            with self.assertRaises(grpc.RpcError) as caught:
                service.intake.Reply(request)
            self.assertEqual(caught.exception.code(),
                             grpc.StatusCode.ALREADY_EXISTS)

    def test_a_killed_service_goes_on_where_it_was(self):
        with Service(self.folder) as service:
            turn = reply(service, start(service), "yes")
            service.process.kill()
        with Service(self.folder) as service:
            self.assertEqual(reply(service, turn, "Ada").turn, turn.turn + 1)

    def test_a_session_keeps_its_content(self):
        with Service(self.folder) as service:
            turn = reply(service, start(service), "yes")
        content = os.path.join(self.folder, "content")
        os.mkdir(content)
        for name in os.listdir("dialog/content/knee_pain"):
            with open("dialog/content/knee_pain/" + name,
                      encoding="utf-8") as old:
                text = old.read() + "\n# A later version.\n"
            with open(os.path.join(content, name), "w",
                      encoding="utf-8") as new:
                new.write(text)
        with Service(self.folder, "--content=" + content) as service:
            self.assertEqual(reply(service, turn, "Ada").content_hash,
                             turn.content_hash)
            self.assertNotEqual(start(service, "again").content_hash,
                                turn.content_hash)

    def test_text_that_is_not_utf8_is_refused_with_its_field(self):
        with Service(self.folder) as service:
            turn = start(service)
            request = api.ReplyRequest(
                session=turn.session, request_id="r", text="caf#")
            wire = request.SerializeToString().replace(b"caf#", b"caf\xe9")
            with self.assertRaises(grpc.RpcError) as caught:
                service.raw(REPLY, wire)
            self.assertEqual(caught.exception.code(),
                             grpc.StatusCode.INVALID_ARGUMENT)
            info = error_info(caught.exception)
            self.assertEqual(info.reason, "NOT_UTF8")
            self.assertEqual(info.metadata["field"], "text")

    def test_an_answer_of_a_megabyte_is_refused_and_loses_nothing(self):
        with Service(self.folder) as service:
            turn = start(service)
            with self.assertRaises(grpc.RpcError) as caught:
                reply(service, turn, "x" * 1_000_000)
            self.assertEqual(caught.exception.code(),
                             grpc.StatusCode.INVALID_ARGUMENT)
            self.assertEqual(reply(service, turn, "yes").turn, 2)

    def test_tells_its_health_and_what_it_serves(self):
        with Service(self.folder) as service:
            self.assertEqual(service.raw(HEALTH, b""), SERVING)
            listed = service.channel.stream_stream(REFLECTION)(
                iter([LIST_SERVICES]))
            self.assertIn(b"firstvisit.v1.Intake", next(listed))

    def test_sigterm_ends_it_cleanly(self):
        with Service(self.folder) as service:
            start(service)
            service.process.terminate()
            # Calls still work while health checks fail already.
            states = set()
            try:
                while NOT_SERVING not in states:
                    states.add(service.raw(HEALTH, b""))
                start(service, "late")
            except grpc.RpcError as error:
                self.fail("the service ended without a word: %s" % error)
            self.assertEqual(service.process.wait(timeout=15), 0)
            self.assertFalse(os.path.exists(service.address[len("unix:"):]))


    def test_a_service_gone_deaf_ends_so_that_it_is_started_again(self):
        """gRPC stops listening for good when descriptors run out once."""
        service = Service(self.folder)
        service.descriptors = 100
        with service:
            turn = start(service)
            callers = []
            for _ in range(2 * service.descriptors):
                caller = socket.socket(socket.AF_UNIX)
                caller.setblocking(False)
                caller.connect_ex(service.address[len("unix:"):])
                callers.append(caller)
            _, log = service.process.communicate(timeout=120)
            for caller in callers:
                caller.close()
            self.assertEqual(service.process.returncode, 1, log)
            self.assertIn(" error deaf ", log)
        with Service(self.folder) as service:
            self.assertEqual(reply(service, turn, "yes").turn, 2)


class RefusalTest(unittest.TestCase):
    """A service that cannot start says why, in one line, and what to do."""

    def setUp(self):
        self.folder = make_folder(self)

    def refuse(self, service, *words):
        code, problem = service.refusal()
        self.assertEqual(code, 1, problem)
        self.assertEqual(len(problem.splitlines()), 1, problem)
        for word in words:
            self.assertIn(word, problem)

    def test_an_address_in_use(self):
        with Service(self.folder) as first:
            self.refuse(Service(self.folder), first.address, "--grpc_listen")
            self.assertEqual(first.raw(HEALTH, b""), SERVING)
        with socket.create_server(("127.0.0.1", 0)) as taken:
            service = Service(self.folder)
            service.address = "127.0.0.1:%d" % taken.getsockname()[1]
            self.refuse(service, service.address, "--grpc_listen")

    def test_an_address_that_strangers_could_reach(self):
        service = Service(self.folder)
        service.address = "0.0.0.0:50051"
        self.refuse(service, service.address, "--grpc_listen")

    def test_a_data_folder_that_cannot_be_written(self):
        service = Service(self.folder)
        service.flags = ["--store=sqlite:/proc/sessions.db"]
        self.refuse(service, "/proc/sessions.db", "--store")

    def test_a_database_of_a_newer_version(self):
        with Service(self.folder) as service:
            turn = start(service)
            service.stop()
        path = os.path.join(self.folder, "sessions.db")
        database = sqlite3.connect(path)
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.execute("PRAGMA user_version = 99")
        self.refuse(Service(self.folder), path, "newer First Visit")
        database.execute("PRAGMA user_version = %d" % version)
        database.close()
        with Service(self.folder) as service:
            self.assertEqual(reply(service, turn, "yes").turn, 2)

    def test_a_content_folder_that_is_missing(self):
        missing = os.path.join(self.folder, "missing")
        self.refuse(Service(self.folder, "--content=" + missing), missing,
                    "--content")

    def test_a_content_that_is_broken_is_named_by_place(self):
        path = os.path.join(self.folder, "broken.textproto")
        with open(path, "w", encoding="utf-8") as broken:
            broken.write("questions {\n  idd: \"x\"\n}\n")
        code, problem = Service(
            self.folder, "--content=" + self.folder).refusal()
        self.assertEqual(code, 1, problem)
        self.assertIn(path + ":", problem)
        self.assertIn("error", problem)


if __name__ == "__main__":
    unittest.main(verbosity=2)
