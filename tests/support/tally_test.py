"""The closing line of ./test says what Bazel found, never more."""

import os
import tempfile
import unittest

from tests.support import tally

_GTEST_XML = '''<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="4" failures="1">
  <testsuite name="Level" tests="4">
    <testcase name="Holds" status="run" result="completed"/>
    <testcase name="Falls" status="run" result="completed">
      <failure message="expected 1" type=""/>
    </testcase>
    <testcase name="Waits" status="run" result="skipped">
      <skipped message=""/>
    </testcase>
    <testcase name="DISABLED_Sleeps" status="notrun" result="suppressed"/>
  </testsuite>
</testsuites>'''

_ONE_PASSED = '<testsuites><testsuite><testcase name="a"/></testsuite></testsuites>'


def _result(label, status, xml_file=None, attempt=1):
  outputs = [{'name': 'test.log', 'uri': 'file:///nowhere'}]
  if xml_file:
    outputs.append({'name': 'test.xml', 'uri': 'file://' + xml_file})
  return {
      'id': {'testResult': {'label': label, 'run': 1, 'attempt': attempt}},
      'testResult': {'status': status, 'testActionOutput': outputs},
  }


def _completed(label, success):
  return {
      'id': {'targetCompleted': {'label': label}},
      'completed': {'success': True} if success else {},
  }


class TallyTest(unittest.TestCase):

  def setUp(self):
    self.folder = tempfile.TemporaryDirectory()
    self.addCleanup(self.folder.cleanup)
    self.tally = tally.Tally()

  def xml(self, text):
    path = os.path.join(self.folder.name, 'test file.xml')
    with open(path, 'w', encoding='utf-8') as file:
      file.write(text)
    return path.replace(' ', '%20')

  def test_each_case_of_a_binary_counts(self):
    tally.add_events(
        self.tally, [_result('//a:b', 'FAILED', self.xml(_GTEST_XML))])
    self.assertEqual(self.tally.line(), '1 passed, 1 failed, 2 skipped')
    self.assertEqual(self.tally.failures, ['//a:b Falls'])

  def test_crash_after_passed_cases_is_a_failure(self):
    tally.add_events(
        self.tally, [_result('//a:b', 'FAILED', self.xml(_ONE_PASSED))])
    self.assertEqual(self.tally.line(), '1 passed, 1 failed')

  def test_time_out_without_xml_is_a_failure(self):
    tally.add_events(self.tally, [_result('//a:b', 'TIMEOUT')])
    self.assertEqual(self.tally.line(), '0 passed, 1 failed')
    self.assertEqual(self.tally.failures, ['//a:b (TIMEOUT)'])

  def test_broken_xml_is_a_failure_even_if_the_test_passed(self):
    tally.add_events(self.tally, [_result('//a:b', 'PASSED', self.xml('<tes'))])
    self.assertEqual(self.tally.line(), '0 passed, 1 failed')

  def test_target_that_did_not_build_is_a_failure(self):
    tally.add_events(
        self.tally, [_completed('//a:b', True), _completed('//a:c', False)])
    self.assertEqual(self.tally.failures, ['//a:c (did not build)'])

  def test_only_the_last_attempt_counts(self):
    passed = self.xml(_ONE_PASSED)
    tally.add_events(self.tally, [
        _result('//a:b', 'FAILED', attempt=1),
        _result('//a:b', 'PASSED', passed, attempt=2),
    ])
    self.assertEqual(self.tally.line(), '1 passed, 0 failed')

  def test_checks_count_too(self):
    for line in ('passed x', 'failed y', 'skipped z: no network'):
      self.tally.add_check(line)
    self.assertEqual(self.tally.line(), '1 passed, 1 failed, 1 skipped')
    self.assertEqual(self.tally.failures, ['y'])

  def test_line_of_no_known_verdict_is_a_failure(self):
    self.tally.add_check('oops')
    self.assertEqual(self.tally.failures, ['oops'])


if __name__ == '__main__':
  unittest.main()
