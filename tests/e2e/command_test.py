"""The built command: its verbs, and what it says to bad input."""

import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import tempfile
import unittest

COMMAND = os.path.abspath("assistant/firstvisit")
ANSWERS = "tests/e2e/answers.txt"


class CommandTest(unittest.TestCase):

    def setUp(self):
        self.folder = tempfile.mkdtemp(dir="/tmp")
        self.addCleanup(shutil.rmtree, self.folder)
        self.store = "sqlite:%s/visits.db" % self.folder

    def run_command(self, *words, stdin=b"", **variables):
        """Returns (exit code, stdout, stderr) of firstvisit."""
        environment = {
            "PATH": os.environ["PATH"], "HOME": self.folder,
            "FIRSTVISIT_STORE": self.store}
        environment.update(variables)
        environment = {name: value for name, value in environment.items()
                       if value is not None}
        done = subprocess.run(
            [COMMAND, *words], input=stdin, env=environment, timeout=60,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return (done.returncode, done.stdout.decode("utf-8"),
                done.stderr.decode("utf-8"))

    def chat(self, answers, *words):
        return self.run_command("chat", *words, stdin=answers)

    def answers(self):
        with open(ANSWERS, "rb") as lines:
            return lines.read()

    def visit(self):
        """The id of a visit that has been held to its end."""
        code, out, _ = self.chat(self.answers())
        self.assertEqual(code, 0, out)
        return re.search(r"firstvisit report (\w+)", out).group(1)

    def check_one_line(self, text):
        self.assertEqual(text.count("\n"), 1, text)

    def check_refused(self, exit_code, said, *words, **variables):
        """The command says one line that has `said`, and exits so."""
        code, out, err = self.run_command(*words, **variables)
        self.assertEqual((code, out), (exit_code, ""), err)
        self.check_one_line(err)
        self.assertIn(said, err)

    # --- A visit.

    def test_a_piped_conversation_reaches_its_result(self):
        code, out, err = self.chat(self.answers())
        self.assertEqual(code, 0, out + err)
        self.assertIn("> yes\n", out)
        self.assertRegex(out, r"\(\d+ of about \d+\)")
        self.assertRegex(out, r"\n=====+\n")
        self.assertNotIn("\033", out)

    def test_the_therapist_finds_the_visit(self):
        visit = self.visit()
        code, out, _ = self.run_command("sessions")
        self.assertEqual(code, 0)
        line = out.splitlines()[1]
        self.assertIn("Ada", line)
        self.assertIn("finished", line)
        self.assertIn(visit, line)
        code, therapist, _ = self.run_command("report", visit)
        self.assertEqual(code, 0)
        self.assertIn("Ada", therapist)
        self.assertIn("three months", therapist)  # the client's words
        code, client, _ = self.run_command("report", visit, "--for=client")
        self.assertEqual(code, 0)
        self.assertNotEqual(client, therapist)
        for line in (client + therapist).splitlines():
            self.assertLessEqual(len(line), 76, line)

    def test_a_visit_left_is_resumed_where_it_was(self):
        code, out, _ = self.chat(b"yes\nAda\n")
        self.assertEqual(code, 3)
        self.assertIn("none is left for chest_breath", out)
        visit = re.search(r"--resume=([0-9a-f]{32})", out).group(1)
        code, out, _ = self.chat(self.answers(), "--resume=" + visit)
        self.assertEqual(code, 0, out)
        self.assertNotIn("> Ada", out)
        self.assertEqual(self.run_command("sessions")[1].count("\n"), 2)

    def test_a_visit_and_its_questionnaire_are_there_as_fhir(self):
        visit = self.visit()
        code, out, err = self.run_command("report", visit, "--format=fhir")
        self.assertEqual(code, 0, err)
        response = json.loads(out)
        self.assertEqual(response["resourceType"], "QuestionnaireResponse")
        self.assertEqual(response["status"], "completed")
        code, out, err = self.run_command("questionnaire", "--locale=es")
        self.assertEqual(code, 0, err)
        questionnaire = json.loads(out)
        self.assertEqual(questionnaire["resourceType"], "Questionnaire")
        self.assertEqual(response["questionnaire"].split("|")[0],
                         questionnaire["url"])
        self.assertIn("rodilla", out)

    # --- Bad answers.

    def test_an_answer_that_cannot_be_taken_loses_nothing(self):
        for answer in (b"\xff\xfe knee", b"a" * (1 << 20)):
            code, out, _ = self.chat(b"yes\n" + answer + b"\n")
            self.assertEqual(code, 1, out)
            self.assertIn("line 2", out)
            visit = re.search(r"--resume=([0-9a-f]{32})", out).group(1)
            code, out, _ = self.chat(self.answers(), "--resume=" + visit)
            self.assertEqual(code, 0, out)

    def test_an_answer_of_emoji_or_nothing_is_asked_again(self):
        answers = b"consent: yes\nage:\nage: \xf0\x9f\x98\x80\nage: 34\n"
        code, out, _ = self.chat(
            answers + self.answers().replace(b"age: 34\n", b""))
        self.assertEqual(code, 0, out)
        self.assertIn("> \U0001f600\n", out)
        visit = re.search(r"firstvisit report (\w+)", out).group(1)
        self.assertIn("34 years", self.run_command("report", visit)[1])

    # --- Bad command lines.

    def test_unknown_verbs_and_flags_are_answered_with_the_nearest(self):
        self.check_refused(2, "Did you mean chat?", "chta")
        self.check_refused(2, "Did you mean --store?", "chat", "--stroe=memory")
        self.check_refused(2, "firstvisit report ID", "report")
        self.check_refused(2, "--for is client or therapist", "report", "x",
                           "--for=me")
        self.check_refused(2, "--format is text or fhir", "report", "x",
                           "--format=pdf")
        self.check_refused(2, "--format is svg or dot", "graph",
                           "--format=png")
        self.check_refused(2, "--idle_limit", "chat", "--idle_limit=soon")
        self.check_refused(2, "--limit", "sessions", "--limit=none")
        self.check_refused(2, "--now", "assess", "--now=tomorrow")

    def test_help_for_each_verb(self):
        code, out, _ = self.run_command("help")
        self.assertEqual(code, 0)
        verbs = re.findall(r"^  (\w+)", out, re.MULTILINE)
        self.assertIn("chat", verbs)
        for verb in verbs:
            code, help_text, _ = self.run_command(verb, "--help")
            self.assertEqual(code, 0)
            self.assertIn("usage: firstvisit " + verb, help_text)
        self.assertEqual(self.run_command()[0], 2)

    # --- Bad surroundings.

    def test_content_that_cannot_be_used(self):
        self.check_refused(1, "/nowhere", "chat", "--content=/nowhere")
        content = os.path.join(self.folder, "content")
        os.mkdir(content)
        with open(os.path.join(content, "a.textproto"), "w") as file:
            file.write("question {\n  idd: 'x'\n}\n")
        code, out, err = self.run_command("check", content)
        self.assertEqual(code, 1)
        self.assertIn("a.textproto:2:", out + err)
        code, _, err = self.run_command("serve", "--content=" + content)
        self.assertEqual(code, 1)
        self.assertIn("a.textproto:2:", err)

    def test_a_store_that_cannot_be_used(self):
        self.check_refused(1, "/nowhere/a.db", "chat",
                           "--store=sqlite:/nowhere/a.db")
        self.check_refused(2, "papyrus", "chat", "--store=papyrus")
        os.mkdir(os.path.join(self.folder, "blocked"))
        blocked = os.path.join(self.folder, "blocked", "file")
        open(blocked, "w").close()
        self.check_refused(1, "--store=", "chat", FIRSTVISIT_STORE=None,
                           XDG_DATA_HOME=blocked)
        self.check_refused(1, "--store=", "chat", FIRSTVISIT_STORE=None,
                           HOME=None)

    def test_a_clinic_that_cannot_be_used(self):
        self.check_refused(1, "Cannot read /nowhere", "chat",
                           "--clinic=/nowhere")
        clinic = os.path.join(self.folder, "clinic")
        with open(clinic, "w") as file:
            file.write('name: "Ada"\nphon: "1"\n')
        self.check_refused(2, clinic + ":2:5: error", "chat",
                           "--clinic=" + clinic)

    def test_an_address_that_cannot_be_listened_on(self):
        for address in ("127.0.0.1:99999", "knee", "0.0.0.0:50051"):
            self.check_refused(1, "firstvisit: --grpc_listen=" + address,
                               "serve", "--grpc_listen=" + address)

    def test_files_of_another_kind_are_named_by_place(self):
        path = os.path.join(self.folder, "file")
        with open(path, "w") as file:
            file.write("name: 1\n")
        self.check_refused(1, "the file:1:5: error", "replay", path)
        self.check_refused(1, "population:1:5: error", "simulate",
                           "--population=" + path)
        self.check_refused(1, "Cannot read /nowhere", "prove",
                           "--floor=/nowhere")

    def test_a_store_that_is_damaged(self):
        self.chat(b"yes\n")
        path = os.path.join(self.folder, "visits.db")
        with open(path, "r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * (os.path.getsize(path) - 4096))
        code, out, err = self.run_command("sessions")
        self.assertEqual(code, 1, out)
        self.assertIn("backup", err)

    def test_a_store_of_a_newer_version_is_left_alone(self):
        self.chat(b"yes\n")
        path = os.path.join(self.folder, "visits.db")
        with sqlite3.connect(path) as database:
            database.execute("PRAGMA user_version = 9999")
        database.close()
        self.check_refused(1, "newer", "sessions")

    def test_the_default_store_is_private_and_in_the_data_folder(self):
        data = os.path.join(self.folder, "data")
        code, out, err = self.run_command(
            "sessions", FIRSTVISIT_STORE=None, XDG_DATA_HOME=data)
        self.assertEqual((code, out), (0, "Nobody has come yet.\n"), err)
        folder = os.path.join(data, "firstvisit")
        self.assertTrue(os.path.exists(os.path.join(folder, "visits.db")))
        self.assertEqual(os.stat(folder).st_mode & 0o777, 0o700)

    def test_a_port_in_use(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            address = "127.0.0.1:%d" % taken.getsockname()[1]
            code, _, err = self.run_command("serve",
                                            "--grpc_listen=" + address)
            self.assertEqual(code, 1)
            self.assertIn(address, err)

    def test_a_service_that_is_not_there(self):
        self.check_refused(1, "Is `firstvisit serve` running there?",
                           "sessions", "--target=unix:%s/no" % self.folder)

    def test_a_visit_that_is_not_there(self):
        self.check_refused(1, "There is no visit nobody-here", "report",
                           "nobody-here")

    # --- The author's verbs.

    def test_check_finds_nothing_wrong_with_what_is_built_in(self):
        code, out, err = self.run_command("check")
        self.assertEqual(code, 0, out + err)

    def test_interpret_and_assess_answer_line_by_line(self):
        code, out, _ = self.run_command(
            "interpret", "--now=2026-11-20",
            stdin=b'{"id":"1","question_id":"age","answer":"thirty"}\n')
        self.assertEqual(code, 0)
        self.assertEqual(json.loads(out)["facts"], {"age": 30})
        code, out, _ = self.run_command(
            "assess", stdin=b'{"id":"1","answers":{"chest_breath":"yes"}}\n')
        self.assertEqual(code, 0)
        self.assertEqual(json.loads(out)["triage"], "emergency")

    def test_test_shows_what_differs(self):
        path = os.path.join(self.folder, "stop.txt")
        with open(path, "w") as file:
            file.write("# Says no.\nnow: 2026-11-20\n\nClient: no\n")
        code, out, _ = self.run_command("test", path)
        self.assertEqual(code, 1)
        self.assertIn("State: declined", out)
        self.assertEqual(self.run_command("test", "--update", path)[0], 0)
        code, out, _ = self.run_command("test", path)
        self.assertEqual(code, 0, out)
        self.assertTrue(out.endswith("1 passed, 0 failed\n"), out)


if __name__ == "__main__":
    unittest.main()
