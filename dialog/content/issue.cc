#include "dialog/content/issue.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"

namespace firstvisit {
namespace {

auto WhereOf(const Issue& issue) {
  return std::tie(issue.place.file, issue.place.line, issue.place.column);
}

bool Same(const Issue& a, const Issue& b) {
  return WhereOf(a) == WhereOf(b) && a.message == b.message;
}

}  // namespace

std::string Format(const Issue& issue) {
  std::string where = issue.place.file;
  if (issue.place.line > 0) {
    absl::StrAppend(&where, ":", issue.place.line, ":", issue.place.column);
  }
  return absl::StrCat(
      where,
      issue.severity == Issue::Severity::kError ? ": error: " : ": warning: ",
      issue.message);
}

void Issues::Error(Place place, std::string message) {
  issues_.push_back(
      {Issue::Severity::kError, std::move(place), std::move(message)});
  ++errors_;
}

void Issues::Warning(Place place, std::string message) {
  issues_.push_back(
      {Issue::Severity::kWarning, std::move(place), std::move(message)});
}

std::vector<Issue> Issues::Sorted() const {
  std::vector<Issue> sorted = issues_;
  std::stable_sort(
      sorted.begin(), sorted.end(),
      [](const Issue& a, const Issue& b) { return WhereOf(a) < WhereOf(b); });
  sorted.erase(std::unique(sorted.begin(), sorted.end(), Same), sorted.end());
  return sorted;
}

}  // namespace firstvisit
