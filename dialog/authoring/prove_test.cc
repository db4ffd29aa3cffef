#include "dialog/authoring/prove.h"

#include <sstream>
#include <string>
#include <vector>

#include "dialog/content/texts.h"
#include "dialog/proof/knee_pain_floor.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string KneePainFloor() {
  const EmbeddedFile& file = *KneePainFloorFiles().begin();
  return std::string(file.data, file.size);
}

std::vector<NamedText> Texts() { return WithLanguages(KneePainTexts()); }

TEST(ProveTest, TheKneePainContentKeepsItsFloor) {
  ProveOptions options;
  options.agreement_sets = 100'000;
  std::ostringstream out;
  EXPECT_EQ(ProveContent(Texts(), KneePainFloor(), options, out), 0)
      << out.str();
  EXPECT_THAT(out.str(),
              AllOf(HasSubstr("not that every answer is heard"),
                    HasSubstr("\nproved\n"), Not(HasSubstr("BROKEN"))));
}

}  // namespace
}  // namespace firstvisit
