// Tests: date_figures_test.cc.

#include "dialog/understanding/date_figures.h"

#include "absl/strings/ascii.h"

namespace firstvisit {
namespace {

struct Figures {
  int value = 0;
  int digits = 0;
};

Figures ReadFigures(absl::string_view text, int& at) {
  Figures figures;
  while (at < static_cast<int>(text.size()) && figures.digits < 5 &&
         absl::ascii_isdigit(text[at])) {
    figures.value = figures.value * 10 + (text[at++] - '0');
    ++figures.digits;
  }
  return figures;
}

bool Mark(absl::string_view text, int at) {
  if (at >= static_cast<int>(text.size())) return false;
  return text[at] == '/' || text[at] == '-' || text[at] == '.';
}

bool MakeDay(int year, int month, int day, absl::CivilDay& date) {
  if (month < 1 || month > 12 || day < 1) return false;
  date = absl::CivilDay(year, month, day);
  return date.month() == month && date.day() == day;
}

}  // namespace

bool ReadDate(absl::string_view text, int at, absl::CivilDay today,
              absl::CivilDay& date, int& end) {
  const Figures first = ReadFigures(text, at);
  if (!Mark(text, at)) return false;
  const char mark = text[at++];
  const Figures second = ReadFigures(text, at);
  if (!Mark(text, at) || text[at] != mark) return false;
  ++at;
  const Figures third = ReadFigures(text, at);
  end = at;
  if (second.digits < 1 || second.digits > 2) return false;
  if (first.digits == 4 && third.digits >= 1 && third.digits <= 2) {
    return MakeDay(first.value, second.value, third.value, date);
  }
  if (first.digits < 1 || first.digits > 2) return false;
  if (third.digits != 2 && third.digits != 4) return false;
  int year = third.value;
  if (third.digits == 2) {
    const int century = static_cast<int>(today.year()) / 100 * 100;
    year += century;
    if (year > today.year()) year -= 100;
  }
  absl::CivilDay other;
  const bool swapped = MakeDay(year, first.value, second.value, other);
  const bool plain = MakeDay(year, second.value, first.value, date);
  if (swapped && other <= today && (!plain || date > today)) date = other;
  return plain || swapped;
}

}  // namespace firstvisit
