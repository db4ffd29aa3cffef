#include "assistant/terminal/style.h"

#include <set>
#include <string>

#include "gtest/gtest.h"

namespace firstvisit {
namespace {

constexpr char kReport[] =
    "Please see a doctor today.\n==========================\nGo now.\n\n"
    "Tips\n----\n- One.\n- Two.\n";

TEST(StyleTest, PlainWhereColoursAreNotWelcome) {
  const Style plain(false);
  EXPECT_EQ(plain.Level(v1::EMERGENCY, "Call 112."), "Call 112.");
  EXPECT_EQ(plain.Report(kReport, v1::URGENT, 76), kReport);
}

TEST(StyleTest, EachLevelHasAColourOfItsOwn) {
  const Style style(true);
  std::set<std::string> looks;
  for (const v1::Triage level :
       {v1::OK, v1::CAUTION, v1::DOCTOR_FIRST, v1::URGENT, v1::EMERGENCY}) {
    looks.insert(style.Level(level, "x"));
  }
  EXPECT_EQ(looks.size(), 5u);
}

TEST(StyleTest, AReportsFirstHeadingHasTheLevelsColour) {
  const Style style(true);
  const std::string report = style.Report(kReport, v1::URGENT, 76);
  EXPECT_EQ(report.find(style.Level(v1::URGENT, "Please see a doctor today.")),
            0u);
  EXPECT_NE(report.find(style.Strong("Tips")), report.npos);
  EXPECT_NE(report.find("\n- One.\n"), report.npos);
}

TEST(StyleTest, ColoursEndWithTheirLine) {
  EXPECT_EQ(Style(true).Strong("a\nb\n"), "\033[1ma\033[0m\n\033[1mb\033[0m\n");
}

TEST(PrintableTest, NothingCommandsTheTerminal) {
  EXPECT_EQ(Printable("my \033[2Jknee\a\r hurts\n\tmuch"),
            "my [2Jknee hurts\n much");
  EXPECT_EQ(Printable("a\xc2\x9b"
                      "31mb"),
            "a31mb");  // C1 control
  EXPECT_EQ(Printable("a\xe2\x80\xae"
                      "b"),
            "ab");  // turns the direction
  EXPECT_EQ(Printable("\xff"), "\xef\xbf\xbd");
  EXPECT_EQ(Printable("señora 膝"), "señora 膝");
}

}  // namespace
}  // namespace firstvisit
