#include "dialog/content/locale_entries.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "dialog/content/names.h"

namespace firstvisit {
namespace {

using content::v1::Wording;
using google::protobuf::RepeatedPtrField;

constexpr absl::string_view kLevelNames[] = {
    "", "ok", "caution", "doctor_first", "urgent", "emergency"};

// The names that wordings may be given for, by sort.
struct Sorts {
  Names question{"question"};
  Names group{"group"};
  Names precaution{"precaution"};
  Names limit{"limit"};
  Names cause{"cause"};
  Names tip{"tip"};
  Names technique{"technique"};
  Names area{"area"};
  Names level{"level"};
};

// Whatever is wrong with these ids is reported elsewhere, where they stand.
template <typename Items, typename IdOf>
void AddNames(const Items& items, IdOf id_of, Names& names) {
  Issues known;
  for (const auto& item : items) names.Add(id_of(item), {}, known);
}

Sorts NamesOf(const Entries& entries, const std::vector<Group>& groups) {
  const auto id = [](const auto& entry) { return entry->id(); };
  Sorts sorts;
  AddNames(entries.questions, id, sorts.question);
  AddNames(
      groups, [](const Group& group) { return group.id; }, sorts.group);
  AddNames(entries.precautions, id, sorts.precaution);
  AddNames(entries.limits, id, sorts.limit);
  AddNames(entries.causes, id, sorts.cause);
  AddNames(entries.tips, id, sorts.tip);
  AddNames(entries.techniques, id, sorts.technique);
  AddNames(entries.areas, id, sorts.area);
  AddNames(
      kLevelNames, [](absl::string_view name) { return std::string(name); },
      sorts.level);
  return sorts;
}

// Sorts the wordings of one field to their entries.
template <typename W>
void Sort(const RepeatedPtrField<W>& words, const Names& names,
          absl::string_view field, const Spot& spot,
          std::vector<Entry<W>>& sorted, Issues& issues) {
  sorted.resize(names.size(), Entry<W>{nullptr, {}});
  for (int i = 0; i < words.size(); ++i) {
    const Spot place = spot.child(field, i);
    const int position =
        names.Resolve(words.Get(i).id(), place.at("id"), issues);
    if (position < 0) continue;
    if (sorted[position].spec != nullptr) {
      issues.Error(place.at("id"),
                   absl::StrCat("`", words.Get(i).id(),
                                "` is worded twice in this locale"));
      continue;
    }
    sorted[position] = {&words.Get(i), place};
  }
}

void SortLines(const RepeatedPtrField<content::v1::LineWording>& lines,
               absl::string_view field, const Spot& spot,
               std::map<std::string, Entry<content::v1::LineWording>>& sorted,
               Issues& issues) {
  for (int i = 0; i < lines.size(); ++i) {
    const Spot place = spot.child(field, i);
    if (!sorted
             .emplace(lines.Get(i).id(),
                      Entry<content::v1::LineWording>{&lines.Get(i), place})
             .second) {
      issues.Error(place.at("id"),
                   absl::StrCat("`", lines.Get(i).id(),
                                "` is worded twice in this locale"));
    }
  }
}

void AddWording(const Entry<Wording>& entry, const Sorts& sorts,
                LocaleEntries& locale, Issues& issues) {
  const Wording& words = *entry;
  const Spot& spot = entry.spot;
  Sort(words.question(), sorts.question, "question", spot, locale.question,
       issues);
  Sort(words.group(), sorts.group, "group", spot, locale.group, issues);
  Sort(words.precaution(), sorts.precaution, "precaution", spot,
       locale.precaution, issues);
  Sort(words.limit(), sorts.limit, "limit", spot, locale.limit, issues);
  Sort(words.cause(), sorts.cause, "cause", spot, locale.cause, issues);
  Sort(words.tip(), sorts.tip, "tip", spot, locale.tip, issues);
  Sort(words.technique(), sorts.technique, "technique", spot, locale.technique,
       issues);
  Sort(words.area(), sorts.area, "area", spot, locale.area, issues);
  Sort(words.level(), sorts.level, "level", spot, locale.level, issues);
  SortLines(words.agreement(), "agreement", spot, locale.agreement, issues);
  SortLines(words.phrase(), "phrase", spot, locale.phrase, issues);
}

template <typename W>
std::vector<W> WithFallback(const std::vector<Entry<W>>& words,
                            const std::vector<Entry<W>>& fallback) {
  std::vector<W> all(words.size());
  for (size_t i = 0; i < words.size(); ++i) {
    const W* spec = words[i].spec != nullptr ? words[i].spec : fallback[i].spec;
    if (spec != nullptr) all[i] = *spec;
  }
  return all;
}

using LineMap = absl::flat_hash_map<std::string, content::v1::LineWording>;

LineMap WithFallback(
    const std::map<std::string, Entry<content::v1::LineWording>>& lines,
    const std::map<std::string, Entry<content::v1::LineWording>>& fallback) {
  LineMap all;
  for (const auto& line : lines) all[line.first] = *line.second;
  for (const auto& line : fallback) all.emplace(line.first, *line.second);
  return all;
}

}  // namespace

bool IsLocale(absl::string_view tag) {
  const std::vector<absl::string_view> parts = absl::StrSplit(tag, '-');
  for (size_t i = 0; i < parts.size(); ++i) {
    const size_t longest = i == 0 ? 3 : 8;
    if (parts[i].size() < 2 || parts[i].size() > longest) return false;
    for (const unsigned char c : parts[i]) {
      if (i == 0 ? !absl::ascii_islower(c) : !absl::ascii_isalnum(c)) {
        return false;
      }
    }
  }
  return true;
}

absl::string_view LevelName(Level level) { return kLevelNames[level]; }

std::vector<LocaleEntries> CollectLocales(const Entries& entries,
                                          absl::string_view default_locale,
                                          const std::vector<Group>& groups,
                                          Issues& issues) {
  const Sorts sorts = NamesOf(entries, groups);
  std::vector<LocaleEntries> locales;
  for (const Entry<Wording>& wording : entries.wordings) {
    auto locale = std::find_if(locales.begin(), locales.end(),
                               [&](const LocaleEntries& other) {
                                 return other.locale == wording->locale();
                               });
    if (locale == locales.end()) {
      locales.push_back({});
      locale = locales.end() - 1;
      locale->locale = wording->locale();
      locale->place = wording.spot.at("locale");
    }
    AddWording(wording, sorts, *locale, issues);
  }
  std::stable_partition(locales.begin(), locales.end(),
                        [&](const LocaleEntries& locale) {
                          return locale.locale == default_locale;
                        });
  return locales;
}

LocaleWording Worded(const LocaleEntries& locale,
                     const LocaleEntries& fallback) {
  LocaleWording words;
  words.locale = locale.locale;
  words.question = WithFallback(locale.question, fallback.question);
  words.group = WithFallback(locale.group, fallback.group);
  words.precaution = WithFallback(locale.precaution, fallback.precaution);
  words.limit = WithFallback(locale.limit, fallback.limit);
  words.cause = WithFallback(locale.cause, fallback.cause);
  words.tip = WithFallback(locale.tip, fallback.tip);
  words.technique = WithFallback(locale.technique, fallback.technique);
  words.area = WithFallback(locale.area, fallback.area);
  words.level = WithFallback(locale.level, fallback.level);
  words.agreement = WithFallback(locale.agreement, fallback.agreement);
  words.phrase = WithFallback(locale.phrase, fallback.phrase);
  return words;
}

}  // namespace firstvisit
