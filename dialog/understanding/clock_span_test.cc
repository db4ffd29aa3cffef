#include "dialog/understanding/clock_span.h"

#include "dialog/understanding/knee_language.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

std::string Hours(const char* words, const char* locale = "en") {
  const auto spans = FindClockSpans(ReadKnee(words, locale));
  return spans.empty() ? "" : Span(spans[0].low, spans[0].high);
}

TEST(ClockSpanTest, CountsThroughNoon) {
  EXPECT_EQ(Hours("nine to five"), "8");
  EXPECT_EQ(Hours("8:30 till 4"), "7.5");
  EXPECT_EQ(Hours("half eight to five"), "8.5");
  EXPECT_EQ(Hours("9am to 5:30pm"), "8.5");
  EXPECT_EQ(Hours("8am-6pm"), "10");
  EXPECT_EQ(Hours("de nueve a cinco", "es"), "8");
}

TEST(ClockSpanTest, TakesOffWhatIsSaidToBeOff) {
  EXPECT_EQ(Hours("9 to 5 with an hour for lunch"), "7-8");
}

TEST(ClockSpanTest, ANumberOfHoursIsNoClock) {
  EXPECT_EQ(Hours("6 to 8 hours"), "");
  EXPECT_EQ(Hours("four to six"), "");
  EXPECT_EQ(Hours("nine"), "");
}

}  // namespace
}  // namespace firstvisit
