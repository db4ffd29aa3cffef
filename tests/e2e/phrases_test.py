"""The list of the engine's sentences against the code that says them.

dialog/content/phrases.cc tells the content check which phrases a Wording must
have. A phrase that is said and not listed would come out empty one day; one
that is listed and not said is work for translators and for nobody else.
"""

import os
import re
import unittest

# This file is a link in the run-time files; what it links to is the source.
_ROOT = os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
_LIST = os.path.join('dialog', 'content', 'phrases.cc')

_SAID = re.compile(r'\b(?:Say|SayPhrase|Phrase)\(\s*(?:\w+,\s*)?"([a-z_]+)"')
_LITERAL = re.compile(r'"([a-z_]+)"')
_LISTED = re.compile(r'\{"([a-z_]+)",\s*\{')


def said(code):
  """The phrases that some code surely says."""
  return set(_SAID.findall(code))


def listed():
  with open(os.path.join(_ROOT, _LIST), encoding='utf-8') as file:
    return set(_LISTED.findall(file.read()))


def engine_code():
  """All code that may say a phrase: the prover speaks as a client does."""
  code = []
  for folder, _, names in os.walk(os.path.join(_ROOT, 'dialog')):
    if os.path.basename(folder) == 'proof':
      continue
    for name in names:
      path = os.path.join(folder, name)
      if (name.endswith('.cc') and not name.endswith('_test.cc') and
          os.path.relpath(path, _ROOT) != _LIST):
        with open(path, encoding='utf-8') as file:
          code.append(file.read())
  return '\n'.join(code)


class PhrasesTest(unittest.TestCase):

  def test_calls_are_recognised(self):
    self.assertEqual(
        said('notices = {Say("skipped")};\n'
             'SayPhrase("expired", true);\n'
             'Phrase(wording, "please_confirm", {});\n'
             'wording.Phrase("yes").text();\n'
             'Phrase(id); Heading("other");'),
        {'skipped', 'expired', 'please_confirm', 'yes'})

  def test_every_phrase_that_is_said_is_listed(self):
    found = said(engine_code())
    self.assertGreater(len(found), 40)
    self.assertEqual(sorted(found - listed()), [])

  def test_every_phrase_that_is_listed_is_said(self):
    # Units and their "_one" are put together from the unit of a range.
    literals = set(_LITERAL.findall(engine_code()))
    unsaid = [phrase for phrase in listed() - literals
              if not phrase.startswith('unit_')]
    self.assertEqual(sorted(unsaid), [])


if __name__ == '__main__':
  unittest.main()
