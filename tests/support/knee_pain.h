// The knee-pain content that is compiled into the binary, loaded once a test.
//
//   const Content& content = KneePain();

#ifndef FIRSTVISIT_TESTS_SUPPORT_KNEE_PAIN_H_
#define FIRSTVISIT_TESTS_SUPPORT_KNEE_PAIN_H_

#include <memory>

#include "dialog/content/content.h"

namespace firstvisit {

// Aborts, and prints the issues, where the content does not load.
const Content& KneePain();
std::shared_ptr<const Content> SharedKneePain();

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_SUPPORT_KNEE_PAIN_H_
