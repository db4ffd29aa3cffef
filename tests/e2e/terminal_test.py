"""The conversation on a terminal: editing, colours, width, Ctrl-C and Ctrl-D."""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import tempfile
import termios
import time
import unittest

COMMAND = os.path.abspath("assistant/firstvisit")
SECONDS = 30


class Terminal:
    """firstvisit on a pseudo-terminal."""

    def __init__(self, folder, *words, columns=80, **variables):
        self.shown = ""
        environment = {
            "PATH": os.environ["PATH"], "HOME": folder, "TERM": "xterm",
            "LANG": "C", "FIRSTVISIT_STORE": "sqlite:%s/v.db" % folder}
        environment.update(variables)
        self.process, self.screen = pty.fork()
        if self.process == 0:
            os.execve(COMMAND, [COMMAND, *words], environment)
        size = struct.pack("HHHH", 24, columns, 0, 0)
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, size)

    def read_until(self, text):
        """Returns what is shown up to `text`, which must come."""
        end = time.monotonic() + SECONDS
        while text not in self.shown:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.screen], [], [], left)[0]:
                raise AssertionError("%r never came in %r" % (text, self.shown))
            try:
                seen = os.read(self.screen, 4096)
            except OSError:
                seen = b""
            if not seen:
                raise AssertionError("%r never came in %r" % (text, self.shown))
            self.shown += seen.decode("utf-8", "replace")
        before, _, self.shown = self.shown.partition(text)
        return before + text

    def type(self, text):
        os.write(self.screen, text.encode("utf-8"))

    def exit_code(self):
        """Reads to the end; returns the exit code."""
        end = time.monotonic() + SECONDS
        try:
            while select.select([self.screen], [], [],
                                max(0, end - time.monotonic()))[0]:
                seen = os.read(self.screen, 4096)
                if not seen:
                    break
                self.shown += seen.decode("utf-8", "replace")
            else:
                os.kill(self.process, signal.SIGKILL)
        except OSError:
            pass  # the other end is closed
        os.close(self.screen)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


class TerminalTest(unittest.TestCase):

    def setUp(self):
        self.folder = tempfile.mkdtemp(dir="/tmp")
        self.addCleanup(shutil.rmtree, self.folder)

    def chat(self, *words, **variables):
        return Terminal(self.folder, "chat", *words, **variables)

    def test_quick_replies_and_editing(self):
        terminal = self.chat()
        shown = terminal.read_until("3 Not sure")
        self.assertIn("1 Yes", shown)
        terminal.read_until("> ")
        terminal.type("1\n")
        terminal.read_until("booking number")
        terminal.read_until("> ")
        # "Adx", the cursor one back, delete "x"'s neighbour anew: "Ada".
        terminal.type("Adx\x7fa\n")
        terminal.read_until("chest pain")
        terminal.read_until("> ")
        terminal.type("/back\n")
        terminal.read_until("booking number")
        terminal.read_until("> ")
        terminal.type("\x1b[A\x1b[A\n")  # the line before the last: "Ada"
        terminal.read_until("chest pain")
        terminal.read_until("> ")
        terminal.type("\x04")
        self.assertEqual(terminal.exit_code(), 3)

    def test_ctrl_c_and_ctrl_d_leave_with_the_way_back(self):
        for key in ("\x03", "\x04"):
            terminal = self.chat()
            terminal.read_until("> ")
            terminal.type(key)
            self.assertEqual(terminal.exit_code(), 3)
            self.assertRegex(terminal.shown, r"--resume=\s*[0-9a-f]{32}")

    def test_ctrl_d_typed_ahead_is_not_lost(self):
        terminal = self.chat()
        terminal.type("\x04")
        self.assertEqual(terminal.exit_code(), 3)

    def test_a_resumed_visit_goes_on(self):
        terminal = self.chat()
        terminal.read_until("> ")
        terminal.type("yes\n")
        terminal.read_until("booking number")
        terminal.read_until("> ")
        terminal.type("\x04")
        terminal.exit_code()
        visit = re.search(r"--resume=([0-9a-f]{32})", terminal.shown).group(1)
        terminal = self.chat("--resume=" + visit)
        terminal.read_until("booking number")
        terminal.read_until("> ")
        terminal.type("\x04")
        self.assertEqual(terminal.exit_code(), 3)

    def test_an_emergency_is_shown_in_its_colour(self):
        terminal = self.chat()
        terminal.read_until("> ")
        terminal.type("yes\n")
        terminal.read_until("> ")
        terminal.type("Ada\n")
        terminal.read_until("> ")
        terminal.type("yes, my chest hurts\n")
        self.assertEqual(terminal.exit_code(), 0)
        self.assertIn("\033[1;97;41mCall", terminal.shown)

    def test_no_colour_where_it_is_not_wanted(self):
        for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            terminal = self.chat(**variables)
            shown = terminal.read_until("3 Not sure")
            self.assertIsNone(re.search(r"\033\[[0-9;]*m", shown), shown)
            terminal.type("\x04")
            terminal.exit_code()

    def test_text_keeps_to_a_narrow_window(self):
        terminal = self.chat(columns=40, NO_COLOR="1")
        shown = terminal.read_until("3 Not sure")
        for line in shown.split("\r\n"):
            self.assertLessEqual(len(line), 40, line)
        terminal.type("\x04")
        terminal.exit_code()

    def test_letters_beyond_ascii_can_be_typed(self):
        terminal = self.chat()
        terminal.read_until("> ")
        terminal.type("yes\n")
        terminal.read_until("> ")
        terminal.type("Zoë Núñez\n")
        terminal.read_until("chest pain")
        terminal.read_until("> ")
        terminal.type("\x04")
        terminal.exit_code()
        terminal = Terminal(self.folder, "sessions")
        terminal.exit_code()
        self.assertIn("Zoë Núñez", terminal.shown)


if __name__ == "__main__":
    unittest.main()
