// Cases whose level is agreed on (tests/vignettes/README.md).
//
//   for (const Case& one : Cases("tests/vignettes/public.jsonl")) …
//
// A file that cannot be read aborts the test.

#ifndef FIRSTVISIT_TESTS_VIGNETTES_CASES_H_
#define FIRSTVISIT_TESTS_VIGNETTES_CASES_H_

#include <string>
#include <vector>

#include "dialog/content/content.h"
#include "tests/support/answers.h"

namespace firstvisit {

struct Case {
  std::string id;
  std::string title;
  std::vector<Said> said;              // what a careful listener records
  std::vector<std::string> not_asked;  // questions that stay open
  std::vector<std::string> texts;      // the same in the person's words
  Level least;                         // below this it is not safe
  std::vector<Level> acceptable;
  std::vector<std::string> precautions;  // these at least
  std::vector<std::string> causes;       // these at least, possible or likely

  // Where a case and the table of safety questions do not agree, the table
  // holds; cases.cc says why.
  bool other_level = false;
  // An emergency that no question asks for: only the words tell of it.
  bool in_words_alone = false;
  bool causes_in_text_alone = false;
};

std::vector<Case> Cases(const std::string& path);

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_VIGNETTES_CASES_H_
