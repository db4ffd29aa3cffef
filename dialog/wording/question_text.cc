#include "dialog/wording/question_text.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"

namespace firstvisit {
namespace {

// The telephone key "1" to "9" of a choice; none beyond.
void AddChoice(std::string value, std::string label, v1::Question& question) {
  v1::Choice* choice = question.add_choices();
  choice->set_value(std::move(value));
  choice->set_label(std::move(label));
  if (question.choices_size() <= 9) {
    choice->set_digit(absl::StrCat(question.choices_size()));
  }
}

void AddYesNo(const LocaleWording& wording, v1::Question& question) {
  AddChoice("yes", wording.Phrase("yes").text(), question);
  AddChoice("no", wording.Phrase("no").text(), question);
  AddChoice("unsure", wording.Phrase("not_sure").text(), question);
}

std::string ChoiceLabel(const content::v1::QuestionWording& words,
                        absl::string_view value) {
  for (const auto& choice : words.choice()) {
    if (choice.value() == value) return choice.label();
  }
  return std::string(value);
}

absl::string_view KeysPhrase(const v1::Question& question) {
  if (!question.members().empty()) return "keys_group";
  switch (question.kind()) {
    case v1::YES_NO:
      return "keys_yes_no";
    case v1::CHOICE:
      return "keys_choice";
    case v1::NUMBER:
      return "keys_number";
    case v1::DURATION:
      return "keys_duration";
    default:
      return "";
  }
}

}  // namespace

Asking QuestionText::Write(const OpenQuestions& open, bool rest,
                           const LocaleWording& wording) const {
  Asking asking;
  v1::Question& question = asking.question;
  Sentence prompt = Prompt(open, rest, wording);
  if (open.confirm != kNoQuestion) {
    question.set_id(content_.questions()[open.confirm].id());
    question.set_kind(v1::YES_NO);
    AddYesNo(wording, question);
  } else if (open.questions.size() > 1) {
    question = DescribeGroup(open, wording);
  } else {
    question = Describe(open.questions[0], wording);
  }
  question.set_text(prompt.text);
  for (std::string& phrase :
       understander_.ExpectedPhrases(open.topics(), wording.locale)) {
    question.add_expected_phrases(std::move(phrase));
  }
  WriteMessage(prompt, /*interruptible=*/true, asking.message);
  const absl::string_view keys = KeysPhrase(question);
  if (!keys.empty()) {
    const Sentence hint = Phrase(wording, keys, {});
    absl::StrAppend(&prompt.voice, " ", hint.voice);
  }
  WriteMessage(prompt, /*interruptible=*/true, asking.with_keys);
  return asking;
}

Sentence QuestionText::Prompt(const OpenQuestions& open, bool rest,
                              const LocaleWording& wording) const {
  if (open.confirm != kNoQuestion) {
    const auto& words = wording.question[open.confirm];
    Sentence lead = Phrase(wording, "please_confirm", {});
    return {absl::StrCat("question.", words.id(), ".confirm"),
            absl::StrCat(lead.text, " ", words.confirm()),
            absl::StrCat(lead.voice, " ", words.confirm())};
  }
  if (open.questions.size() > 1) return GroupPrompt(open, rest, wording);
  const auto& words = wording.question[open.questions[0]];
  if (open.attempt == 0) {
    return {absl::StrCat("question.", words.id(), ".prompt"), words.prompt(),
            words.voice_prompt()};
  }
  const int reprompt = std::min(open.attempt, words.reprompt_size()) - 1;
  if (reprompt < 0) return {"", words.prompt(), words.voice_prompt()};
  const std::string& text = words.reprompt(reprompt);
  return {absl::StrCat("question.", words.id(), ".reprompt.", reprompt + 1),
          text, text};
}

Sentence QuestionText::GroupPrompt(const OpenQuestions& open, bool rest,
                                   const LocaleWording& wording) const {
  const int group = content_.questions()[open.questions[0]].group;
  const auto& words = wording.group[group];
  Sentence prompt = {absl::StrCat("group.", words.id(), ".prompt"),
                     words.prompt(), words.voice_prompt()};
  // The lead-in has been heard.
  if (rest) prompt = Phrase(wording, "group_rest", {});
  for (size_t i = 0; i < open.questions.size(); ++i) {
    const std::string& label = wording.question[open.questions[i]].label();
    absl::StrAppend(&prompt.text, "\n", i + 1, ". ", label);
    absl::StrAppend(&prompt.voice, " ", i + 1, ": ", label, ".");
  }
  absl::StrAppend(&prompt.text, "\n", open.questions.size() + 1, ". ",
                  words.none());
  absl::StrAppend(&prompt.voice, " ", open.questions.size() + 1, ": ",
                  words.none(), ".");
  return prompt;
}

v1::Question QuestionText::Describe(QuestionIndex index,
                                    const LocaleWording& wording) const {
  const Question& entry = content_.questions()[index];
  const auto& words = wording.question[index];
  v1::Question question;
  question.set_id(entry.id());
  // The kinds are numbered alike in the content format and the API.
  question.set_kind(static_cast<v1::QuestionKind>(entry.spec.kind()));
  question.set_safety(entry.spec.safety());
  question.set_text(words.prompt());
  if (entry.yes_no()) {
    AddYesNo(wording, question);
  } else {
    for (const std::string& value : entry.choices) {
      AddChoice(value, ChoiceLabel(words, value), question);
    }
  }
  if (entry.spec.has_range()) {
    question.mutable_range()->set_min(entry.spec.range().min());
    question.mutable_range()->set_max(entry.spec.range().max());
    question.mutable_range()->set_unit(entry.spec.range().unit());
  }
  return question;
}

v1::Question QuestionText::DescribeGroup(const OpenQuestions& open,
                                         const LocaleWording& wording) const {
  const int group = content_.questions()[open.questions[0]].group;
  v1::Question question;
  question.set_id(content_.groups()[group].id);
  question.set_kind(v1::YES_NO);
  for (QuestionIndex member : open.questions) {
    question.add_members(content_.questions()[member].id());
    AddChoice(content_.questions()[member].id(),
              wording.question[member].label(), question);
    question.set_safety(question.safety() ||
                        content_.questions()[member].spec.safety());
  }
  AddChoice("none", wording.group[group].none(), question);
  return question;
}

}  // namespace firstvisit
