#include "dialog/content/protocol_checks.h"

#include <algorithm>
#include <map>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "dialog/content/names.h"
#include "dialog/util/nearest_name.h"

namespace firstvisit {
namespace {

using Lines = std::map<std::string, Entry<content::v1::LineWording>>;

void CheckLocales(const Entries& entries, Issues& issues) {
  constexpr absl::string_view kIllFormed =
      "the locale must be a BCP 47 tag such as \"en\" or \"es-MX\"";
  for (const auto& wording : entries.wordings) {
    if (!IsLocale(wording->locale())) {
      issues.Error(wording.spot.at("locale"), std::string(kIllFormed));
    }
  }
  for (const auto& lexicon : entries.lexicons) {
    if (!IsLocale(lexicon->locale())) {
      issues.Error(lexicon.spot.at("locale"), std::string(kIllFormed));
    }
  }
}

// A line of wording that a setting names.
void CheckLine(const std::string& id, const Lines& lines,
               absl::string_view sort, const Place& place, Issues& issues) {
  if (lines.count(id) > 0) return;
  std::vector<std::string> known;
  for (const auto& line : lines) known.push_back(line.first);
  issues.Error(place, absl::StrCat("unknown ", sort, " `", id, "`",
                                   DidYouMean(id, known)));
}

void CheckAlarm(const Entry<content::v1::Protocol>& protocol,
                const Content& content, Issues& issues) {
  const std::string& id = protocol->alarm_question();
  const Place place = protocol.spot.at("alarm_question");
  if (id.empty()) {
    return issues.Error(place,
                        "`alarm_question` is missing: the yes/no question "
                        "that confirms words of an emergency");
  }
  const QuestionIndex index = content.FindQuestion(id);
  if (index == kNoQuestion) {
    return issues.Error(place, absl::StrCat("unknown question `", id, "`"));
  }
  const Question& question = content.questions()[index];
  if (!question.yes_no() || question.spec.ask_when() != "never") {
    issues.Error(place, absl::StrCat("`", id,
                                     "` must be a yes/no question "
                                     "with ask_when: \"never\""));
  }
}

void CheckSettings(const Entry<content::v1::Protocol>& protocol,
                   const Content& content, Issues& issues) {
  Names names("protocol");
  names.Add(protocol->id(), protocol.spot.at("id"), issues);
  if (protocol->possible_from() <= 0 ||
      protocol->likely_from() <= protocol->possible_from()) {
    issues.Error(protocol.spot.at("likely_from"),
                 "the thresholds must rise: 0 < possible_from < likely_from");
  }
  const std::string& limit = protocol->default_limit();
  std::vector<std::string> limits;
  for (const Limit& known : content.limits()) limits.push_back(known.id);
  if (!limit.empty() &&
      std::find(limits.begin(), limits.end(), limit) == limits.end()) {
    issues.Error(
        protocol.spot.at("default_limit"),
        absl::StrCat("unknown limit `", limit, "`", DidYouMean(limit, limits)));
  }
  CheckAlarm(protocol, content, issues);
}

void CheckNamedWording(const Entries& entries, const Content& content,
                       const LocaleEntries& locale, Issues& issues) {
  const Entry<content::v1::Protocol>& protocol = entries.protocols.front();
  if (!protocol->default_agreement().empty()) {
    CheckLine(protocol->default_agreement(), locale.agreement, "agreement",
              protocol.spot.at("default_agreement"), issues);
  }
  for (int i = 0; i < protocol->ask_at_table_size(); ++i) {
    CheckLine(protocol->ask_at_table(i), locale.phrase, "phrase",
              protocol.spot.at("ask_at_table", i), issues);
  }
  for (size_t i = 0; i < entries.precautions.size(); ++i) {
    const Entry<content::v1::Precaution>& entry = entries.precautions[i];
    if (entry->agreement().empty() ||
        content.precautions()[i].agreement.empty()) {
      continue;
    }
    CheckLine(entry->agreement(), locale.agreement, "agreement",
              entry.spot.at("agreement"), issues);
  }
}

}  // namespace

void CheckProtocol(const Entries& entries, const Content& content,
                   const std::vector<LocaleEntries>& locales, Issues& issues) {
  CheckLocales(entries, issues);
  for (size_t i = 1; i < entries.protocols.size(); ++i) {
    issues.Error(entries.protocols[i].spot.place(),
                 absl::StrCat("a second protocol; the first stands in ",
                              entries.protocols[0].spot.place().file));
  }
  if (entries.protocols.empty()) {
    return issues.Error({"content", 0, 0},
                        "no file has a `protocol { … }`, which names the "
                        "protocol and its settings");
  }
  const Entry<content::v1::Protocol>& protocol = entries.protocols.front();
  CheckSettings(protocol, content, issues);
  if (locales.empty() || locales[0].locale != protocol->default_locale()) {
    return issues.Error(protocol.spot.at("default_locale"),
                        absl::StrCat("nothing is worded in the default locale "
                                     "`",
                                     protocol->default_locale(), "`"));
  }
  CheckNamedWording(entries, content, locales.front(), issues);
}

}  // namespace firstvisit
