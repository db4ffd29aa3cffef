#include "dialog/util/nearest_name.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "absl/strings/str_cat.h"

namespace firstvisit {
namespace {

// How many slips of the hand apart: a letter put in, taken out or replaced, or
// two neighbours swapped (optimal string alignment).
size_t Distance(absl::string_view a, absl::string_view b) {
  std::vector<size_t> before(b.size() + 1);  // two rows up
  std::vector<size_t> above(b.size() + 1);
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
  }
  return row.back();
}

// Names are short; anything longer is no misspelling and not worth comparing.
constexpr size_t kLongest = 64;

}  // namespace

std::string NearestName(absl::string_view name,
                        const std::vector<std::string>& known) {
  std::string nearest;
  if (name.size() > kLongest) return nearest;
  size_t best = std::max<size_t>(name.size() / 3, 1) + 1;
  for (const std::string& candidate : known) {
    if (candidate.size() > kLongest) continue;
    const size_t distance = Distance(name, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string DidYouMean(absl::string_view name,
                       const std::vector<std::string>& known) {
  const std::string nearest = NearestName(name, known);
  if (nearest.empty()) return "";
  return absl::StrCat("; did you mean `", nearest, "`?");
}

}  // namespace firstvisit
