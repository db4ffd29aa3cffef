#include "dialog/session/page_token.h"

#include <limits>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "dialog/session/store_errors.h"

namespace firstvisit {
namespace {

constexpr absl::string_view kPrefix = "below-";

}  // namespace

std::string PageTokenBelow(std::int64_t number) {
  return absl::StrCat(kPrefix, number);
}

absl::StatusOr<std::int64_t> NumberOfPageToken(absl::string_view token) {
  if (token.empty()) return std::numeric_limits<std::int64_t>::max();
  std::int64_t number = 0;
  if (!absl::ConsumePrefix(&token, kPrefix) ||
      !absl::SimpleAtoi(token, &number) || number <= 0) {
    return BadPageToken();
  }
  return number;
}

}  // namespace firstvisit
