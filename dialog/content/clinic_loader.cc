#include "dialog/content/clinic_loader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "dialog/content/text_place.h"

namespace firstvisit {
namespace {

bool AllDigits(absl::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return absl::ascii_isdigit(c); });
}

bool IsCountry(absl::string_view country) {
  return country.size() == 2 && absl::ascii_isupper(country[0]) &&
         absl::ascii_isupper(country[1]);
}

// Two digits (France: 15) to six; with blanks or words it could not be dialled.
bool IsEmergencyNumber(absl::string_view number) {
  return number.size() >= 2 && number.size() <= 6 && AllDigits(number);
}

// ITU-T E.164: a plus sign and 15 digits at most, the first of the country.
bool IsPhone(absl::string_view phone) {
  return phone.size() >= 8 && phone.size() <= 16 && phone[0] == '+' &&
         phone[1] != '0' && AllDigits(phone.substr(1));
}

// Line breaks and control characters would upset whatever shows it.
bool IsOneLine(absl::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](unsigned char c) { return absl::ascii_iscntrl(c); });
}

void CheckField(absl::string_view field, const std::string& value, bool sound,
                absl::string_view shape, const Spot& spot, Issues& issues) {
  if (value.empty() || sound) return;
  issues.Error(spot.at(field), absl::StrCat("`", value, "` is no ", shape));
}

void CheckLine(absl::string_view field, const std::string& value,
               const Spot& spot, Issues& issues) {
  if (IsOneLine(value)) return;
  issues.Error(spot.at(field),
               absl::StrCat("`", field, "` must be one line of plain text"));
}

}  // namespace

LoadedClinic LoadClinic(NamedText text) {
  Issues issues;
  content::v1::Clinic clinic;
  const ParsedText parsed(std::move(text), clinic, issues);
  const Spot spot = parsed.spot();
  CheckLine("name", clinic.name(), spot, issues);
  CheckLine("hours", clinic.hours(), spot, issues);
  CheckLine("takes_over", clinic.takes_over(), spot, issues);
  CheckField("country", clinic.country(), IsCountry(clinic.country()),
             "ISO 3166-1 country code; write two capital letters, as in IE",
             spot, issues);
  CheckField("emergency_number", clinic.emergency_number(),
             IsEmergencyNumber(clinic.emergency_number()),
             "emergency number; write its digits alone, as in 112", spot,
             issues);
  CheckField("phone", clinic.phone(), IsPhone(clinic.phone()),
             "E.164 phone number; write + and digits alone, as in "
             "+441632960123",
             spot, issues);
  LoadedClinic loaded;
  if (!issues.has_errors()) loaded.clinic = std::move(clinic);
  loaded.issues = issues.Sorted();
  return loaded;
}

}  // namespace firstvisit
