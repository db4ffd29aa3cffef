"""Counts test cases and ends ./test with "N passed, N failed".

    tally.py --bazel_status=N --events=FILE --checks=FILE

Reads the build event file that Bazel writes (one JSON object a line) and the
test.xml of each test named there, so that a test binary with forty cases counts
forty. A test that ends badly without a failed case (a crash, a time-out) counts
as one failure, and so does each target that did not build. Checks that Bazel
does not run come as lines "passed NAME", "failed NAME" or "skipped NAME: WHY".

Exits 0 only when something passed and nothing failed.
"""

import argparse
import json
import sys
import urllib.parse
import urllib.request
import xml.etree.ElementTree

# The exit codes of `bazel test` whose reasons are in the events.
_ALL_PASSED = 0
_SOME_FAILED = 3


class Tally:
  """How many cases passed, failed and were skipped, and which failed."""

  def __init__(self):
    self.passed = 0
    self.skipped = 0
    self.failures = []

  def line(self):
    """Returns the closing line."""
    text = '%d passed, %d failed' % (self.passed, len(self.failures))
    return text + (', %d skipped' % self.skipped if self.skipped else '')

  def add_case(self, name, case):
    """Counts one <testcase> element."""
    if case.find('failure') is not None or case.find('error') is not None:
      self.failures.append(name)
    elif (case.get('status') == 'notrun' or case.get('result') == 'skipped' or
          case.find('skipped') is not None):
      self.skipped += 1
    else:
      self.passed += 1

  def add_test(self, label, status, xml_text):
    """Counts the cases of one run of a test; xml_text is None if lost."""
    before = len(self.failures)
    if xml_text is not None:
      try:
        root = xml.etree.ElementTree.fromstring(xml_text)
      except xml.etree.ElementTree.ParseError:
        self.failures.append(label + ' (its test.xml is broken)')
        return
      for case in root.iter('testcase'):
        self.add_case('%s %s' % (label, case.get('name')), case)
    elif status == 'PASSED':
      self.passed += 1
    if status != 'PASSED' and len(self.failures) == before:
      self.failures.append('%s (%s)' % (label, status))

  def add_check(self, line):
    """Counts one line of a check that Bazel does not run."""
    verdict, _, name = line.partition(' ')
    if verdict == 'passed':
      self.passed += 1
    elif verdict == 'skipped':
      self.skipped += 1
      print('skipped: ' + name)
    else:
      self.failures.append(name or line)


def _read_xml(outputs):
  for output in outputs:
    if output.get('name') == 'test.xml':
      path = urllib.request.url2pathname(
          urllib.parse.urlparse(output['uri']).path)
      try:
        with open(path, 'rb') as file:
          return file.read()
      except OSError:
        return None
  return None


def add_events(tally, events):
  """Counts what Bazel reports: an iterable of build events."""
  results = {}  # (label, run, shard) -> the result of its last attempt
  for event in events:
    identity = event.get('id', {})
    if 'testResult' in identity:
      test = identity['testResult']
      key = (test['label'], test.get('run', 0), test.get('shard', 0))
      results[key] = event.get('testResult', {})
    elif 'targetCompleted' in identity:
      label = identity['targetCompleted']['label']
      if not event.get('completed', {}).get('success'):
        tally.failures.append(label + ' (did not build)')
  for (label, _, _), result in sorted(results.items()):
    tally.add_test(label, result.get('status', 'NO_STATUS'),
                   _read_xml(result.get('testActionOutput', [])))


def _lines(path):
  try:
    with open(path, encoding='utf-8') as file:
      return [line for line in file.read().splitlines() if line]
  except OSError:
    return []


def main():
  parser = argparse.ArgumentParser()
  parser.add_argument('--bazel_status', type=int, required=True)
  parser.add_argument('--events', required=True)
  parser.add_argument('--checks', required=True)
  args = parser.parse_args()

  tally = Tally()
  add_events(tally, [json.loads(line) for line in _lines(args.events)])
  for line in _lines(args.checks):
    tally.add_check(line)
  if not tally.failures:
    if args.bazel_status not in (_ALL_PASSED, _SOME_FAILED):
      tally.failures.append('bazel (exit code %d)' % args.bazel_status)
    elif args.bazel_status == _SOME_FAILED or not tally.passed:
      tally.failures.append('bazel (it reports failures but names none)')

  for failure in tally.failures:
    print('failed: ' + failure)
  print(tally.line())
  return 1 if tally.failures else 0


if __name__ == '__main__':
  sys.exit(main())
