#include "dialog/content/nearest_name.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <numeric>

#include "absl/strings/str_cat.h"

namespace firstvisit {
namespace {

// How many letters have to be put in, taken out or replaced (Levenshtein).
size_t Distance(absl::string_view a, absl::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
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
