#include "dialog/wording/sentence.h"

#include "absl/strings/str_cat.h"

namespace firstvisit {

std::string Fill(absl::string_view text, const Fillings& fillings) {
  std::string filled;
  while (!text.empty()) {
    const size_t open = text.find('{');
    const size_t close = text.find('}', open);
    if (open == text.npos || close == text.npos) break;
    absl::StrAppend(&filled, text.substr(0, open));
    const absl::string_view name = text.substr(open + 1, close - open - 1);
    bool known = false;
    for (const auto& filling : fillings) {
      if (filling.first != name) continue;
      absl::StrAppend(&filled, filling.second);
      known = true;
      break;
    }
    if (!known) absl::StrAppend(&filled, text.substr(open, close - open + 1));
    text.remove_prefix(close + 1);
  }
  absl::StrAppend(&filled, text);
  return filled;
}

Fillings ClinicFillings(const content::v1::Clinic& clinic,
                        const LocaleWording& wording) {
  return {{"emergency_number",
           clinic.emergency_number().empty()
               ? wording.Phrase("emergency_number_unknown").text()
               : clinic.emergency_number()},
          {"clinic", clinic.name()},
          {"phone", clinic.phone()},
          {"hours", clinic.hours()},
          {"takes_over", clinic.takes_over()}};
}

Sentence Phrase(const LocaleWording& wording, absl::string_view id,
                const Fillings& fillings) {
  const content::v1::LineWording& line = wording.Phrase(id);
  Sentence sentence;
  sentence.id = absl::StrCat("phrase.", id);
  sentence.text = Fill(line.text(), fillings);
  sentence.voice =
      line.voice().empty() ? sentence.text : Fill(line.voice(), fillings);
  return sentence;
}

std::string Ssml(absl::string_view voice) {
  std::string ssml = "<speak>";
  for (const char c : voice) {
    switch (c) {
      case '&':
        ssml += "&amp;";
        break;
      case '<':
        ssml += "&lt;";
        break;
      case '>':
        ssml += "&gt;";
        break;
      case '\n':
        ssml += ' ';
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20) ssml += c;
    }
  }
  return ssml + "</speak>";
}

void WriteMessage(const Sentence& sentence, bool interruptible,
                  v1::Message& message) {
  message.set_prompt_id(sentence.id);
  message.set_text(sentence.text);
  // The spoken form is the shorter one by the authors' rule, and keeps every
  // distinction and warning.
  message.set_short_text(sentence.voice);
  message.set_ssml(Ssml(sentence.voice));
  message.set_interruptible(interruptible);
}

void AddMessage(const Sentence& sentence, bool interruptible,
                v1::Turn& turn) {
  if (sentence.text.empty()) return;
  WriteMessage(sentence, interruptible, *turn.add_messages());
}

std::string Join(const std::vector<std::string>& parts,
                 const LocaleWording& wording) {
  if (parts.empty()) return "";
  std::string first = parts[0];
  for (size_t i = 1; i + 1 < parts.size(); ++i) {
    absl::StrAppend(&first, ", ", parts[i]);
  }
  if (parts.size() == 1) return first;
  return Fill(wording.Phrase("list_and").text(),
              {{"first", first}, {"last", parts.back()}});
}

}  // namespace firstvisit
