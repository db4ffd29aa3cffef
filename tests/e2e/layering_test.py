"""The promises of ARCHITECTURE.md about who may touch what, kept.

Each rule is a function from the sources (path -> text) to its findings. It is
tried twice: on a planted fault, which it must find, and on the source tree,
where it must find none.
"""

import os
import re
import unittest

# This file is a link in the run-time files; what it links to is the source.
_ROOT = os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.realpath(__file__))))

_CODE = ('.h', '.cc')
_TEXT = _CODE + ('.bazel', '.bzl', '.css', '.html', '.js', '.json', '.md',
                 '.proto', '.py', '.sh', '.textproto', '.txt', '.yaml', '')
_NOT_OURS = ('.git', 'node_modules')

_INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')

# dialog/ is pure but for these rooms: they hold the store, the service and the
# author's verbs, and util/ the clock.
_IMPURE_ROOMS = ('authoring', 'service', 'session', 'util')
_IMPURE_INCLUDES = re.compile(
    r'^(absl/synchronization/|absl/time/clock\.h|boost/asio|chrono$|'
    r'condition_variable$|cstdio$|fcntl\.h|filesystem$|fstream$|grpc|iostream$|'
    r'libpq|mutex$|sqlite3\.h|sys/|thread$|unistd\.h)')

# Spelt in two so that this file does not find itself.
_UNFINISHED = re.compile(r'\b(TO' r'DO|FIX' r'ME|X' r'XX)\b')
_MACHINE_PATH = re.compile(r'(?<![\w.:/}~-])/(home|root|Users|work)/\w')
_WALL_CLOCK = re.compile(
    r'\babsl::Now\b|\bsystem_clock::now\b|\bGetCurrentTimeNanos\b|'
    r'\b(?:std::|::)time\(|\bgettimeofday\(|\bCLOCK_REALTIME\b')


def _find(sources, expression, extensions, allowed=lambda path: False):
  """Returns "path:line: text" for each line that matches."""
  findings = []
  for path in sorted(sources):
    if os.path.splitext(path)[1] not in extensions or allowed(path):
      continue
    for number, line in enumerate(sources[path].splitlines(), 1):
      if expression.search(line):
        findings.append('%s:%d: %s' % (path, number, line.strip()))
  return findings


def _find_includes(sources, forbidden):
  """Returns findings for includes with forbidden(path, header)."""
  findings = []
  for path in sorted(sources):
    if os.path.splitext(path)[1] not in _CODE:
      continue
    for number, line in enumerate(sources[path].splitlines(), 1):
      match = _INCLUDE.match(line)
      if match and forbidden(path, match.group(1)):
        findings.append('%s:%d: %s' % (path, number, line.strip()))
  return findings


def front_end_sees_engine(sources):
  return _find_includes(
      sources, lambda path, header: path.startswith('assistant/') and
      path != 'assistant/firstvisit.cc' and header.startswith('dialog/') and
      not header.startswith('dialog/util/'))


def engine_sees_front_end(sources):
  return _find_includes(
      sources, lambda path, header: path.startswith('dialog/') and header.
      startswith('assistant/'))


def re2_outside_pattern(sources):
  return _find_includes(
      sources, lambda path, header: header.startswith('re2/') and not re.match(
          r'dialog/understanding/pattern\.', path))


def wall_clock_outside_clock(sources):
  return _find(sources, _WALL_CLOCK, _CODE,
               lambda path: re.match(r'dialog/util/clock\.', path))


def impure_rooms(sources):

  def forbidden(path, header):
    parts = path.split('/')
    return (parts[0] == 'dialog' and parts[1] not in _IMPURE_ROOMS and
            not path.endswith('_test.cc') and _IMPURE_INCLUDES.match(header))

  return _find_includes(sources, forbidden)


def unfinished_work(sources):
  return _find(sources, _UNFINISHED, _TEXT)


def machine_paths(sources):
  return _find(sources, _MACHINE_PATH, _TEXT)


def _read_tree():
  """Returns path -> text of all sources, from the workspace root."""
  sources = {}
  for folder, folders, files in os.walk(_ROOT):
    folders[:] = [
        name for name in folders
        if name not in _NOT_OURS and not name.startswith('bazel-')
    ]
    for name in files:
      path = os.path.join(folder, name)
      if os.path.splitext(name)[1] not in _TEXT or os.path.islink(path):
        continue
      with open(path, encoding='utf-8', errors='replace') as file:
        sources[os.path.relpath(path, _ROOT)] = file.read()
  return sources


class LayeringTest(unittest.TestCase):

  @classmethod
  def setUpClass(cls):
    cls.tree = _read_tree()

  def check(self, rule, path, fault, allowed_path=None):
    """Holds the rule against a planted fault, then against the tree."""
    planted = rule({path: '// Text.\n%s\n' % fault})
    self.assertEqual(planted, ['%s:2: %s' % (path, fault)])
    if allowed_path:
      self.assertEqual(rule({allowed_path: fault}), [])
    findings = rule(self.tree)
    self.assertEqual(findings, [], '\n' + '\n'.join(findings))

  def test_the_tree_was_read(self):
    self.assertIn('WORKSPACE', self.tree)
    self.assertIn('tests/e2e/layering_test.py', self.tree)

  def test_front_ends_know_the_engine_by_its_api_alone(self):
    self.check(front_end_sees_engine, 'assistant/terminal/chat.cc',
               '#include "dialog/interview.h"', 'assistant/firstvisit.cc')

  def test_the_engine_knows_no_front_end(self):
    self.check(engine_sees_front_end, 'dialog/service/server.cc',
               '#include "assistant/channel.h"')

  def test_one_file_touches_re2(self):
    self.check(re2_outside_pattern, 'dialog/understanding/number.cc',
               '#include <re2/re2.h>', 'dialog/understanding/pattern.cc')

  def test_one_file_asks_for_the_time(self):
    self.check(wall_clock_outside_clock, 'dialog/session/retention.cc',
               'absl::Time now = absl::Now();', 'dialog/util/clock.cc')

  def test_pure_rooms_touch_no_file_socket_or_lock(self):
    self.check(impure_rooms, 'dialog/policy/policy.cc', '#include <fstream>',
               'dialog/session/sqlite_store.cc')

  def test_nothing_is_left_unfinished(self):
    self.check(unfinished_work, 'dialog/interview.h', '// TO' 'DO: more')

  def test_no_path_of_some_machine(self):
    self.check(machine_paths, 'README.md', 'cd /ho' 'me/ada/firstvisit')


if __name__ == '__main__':
  unittest.main()
