#include "dialog/content/clinic_loader.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "dialog/content/texts.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

std::string Found(const std::string& text) {
  const LoadedClinic loaded = LoadClinic({"clinic.textproto", text});
  std::string found;
  for (const Issue& issue : loaded.issues) {
    absl::StrAppend(&found, Format(issue), "\n");
  }
  EXPECT_EQ(loaded.clinic.has_value(), found.empty());
  return found;
}

TEST(ClinicLoaderTest, TheExampleIsSound) {
  const LoadedClinic loaded = LoadClinic(ExampleClinicText());
  EXPECT_TRUE(loaded.issues.empty());
  ASSERT_TRUE(loaded.clinic.has_value());
  EXPECT_FALSE(loaded.clinic->name().empty());
}

TEST(ClinicLoaderTest, EveryFieldMayBeLeftOut) { EXPECT_EQ(Found(""), ""); }

TEST(ClinicLoaderTest, EachIllFormedFieldIsReportedAtItsPlace) {
  EXPECT_EQ(Found("name: \"A\\nB\"\n"
                  "country: \"Ireland\"\n"
                  "emergency_number: \"one one two\"\n"
                  "  phone: \"01632 960123\"\n"),
            "clinic.textproto:1:1: error: `name` must be one line of plain "
            "text\n"
            "clinic.textproto:2:1: error: `Ireland` is no ISO 3166-1 country "
            "code; write two capital letters, as in IE\n"
            "clinic.textproto:3:1: error: `one one two` is no emergency "
            "number; write its digits alone, as in 112\n"
            "clinic.textproto:4:3: error: `01632 960123` is no E.164 phone "
            "number; write + and digits alone, as in +441632960123\n");
}

TEST(ClinicLoaderTest, PhonesAreE164) {
  const auto sound = [](const char* phone) {
    return Found(absl::StrCat("phone: \"", phone, "\"")).empty();
  };
  EXPECT_TRUE(sound("+441632960123"));
  EXPECT_TRUE(sound("+123456789012345"));
  EXPECT_FALSE(sound("+1234567890123456"));
  EXPECT_FALSE(sound("+0441632960123"));
  EXPECT_FALSE(sound("441632960123"));
  EXPECT_FALSE(sound("+44 1632 960123"));
  EXPECT_FALSE(sound("+"));
}

TEST(ClinicLoaderTest, EmergencyNumbersAreDigits) {
  const auto sound = [](const char* number) {
    return Found(absl::StrCat("emergency_number: \"", number, "\"")).empty();
  };
  EXPECT_TRUE(sound("999"));
  EXPECT_TRUE(sound("15"));
  EXPECT_FALSE(sound("1"));
  EXPECT_FALSE(sound("+112"));
  EXPECT_FALSE(sound("1234567"));
}

TEST(ClinicLoaderTest, AnUnknownFieldIsReported) {
  EXPECT_EQ(Found("nmae: \"A\""),
            "clinic.textproto:1:5: error: Message type "
            "\"firstvisit.content.v1.Clinic\" has no field named \"nmae\".\n");
}

}  // namespace
}  // namespace firstvisit
