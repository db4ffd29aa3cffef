// Fuzzes the understanding: bytes to an open question, a locale and words.
//
//   bazel build --config=fuzz //tests/fuzz:understanding_fuzz
//   bazel-bin/tests/fuzz/understanding_fuzz -timeout=5
//       -dict=tests/fuzz/words.dict SCRATCH tests/fuzz/corpus
//
// The first byte chooses what is asked, the second the locale and whether it is
// a confirmation; the rest is the answer. What must hold whatever is said:
//
// - no crash, no hang (-timeout);
// - each fact is one that its question can take, from words within the input;
// - what `firstvisit interpret` would print is valid UTF-8;
// - punctuation alone, or control characters, say nothing.
//
// //tests/fuzz:understanding_replay runs the corpus without libFuzzer.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "dialog/authoring/interpret.h"
#include "dialog/content/content.h"
#include "dialog/content/loader.h"
#include "dialog/content/texts.h"
#include "dialog/understanding/understander.h"
#include "dialog/util/utf8.h"

namespace firstvisit {
namespace {

void Require(bool holds, absl::string_view claim) {
  if (holds) return;
  std::cerr << "does not hold: " << claim << "\n";
  std::abort();
}

bool ValidUtf8(absl::string_view text) {
  return ValidUtf8Prefix(text) == text.size();
}

// The service refuses what is no UTF-8 or too long, before the words are read.
std::string Admissible(const std::uint8_t* data, size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (!ValidUtf8(text)) {
    std::string latin;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80) {
        latin += c;
      } else {
        latin += static_cast<char>(0xC0 | byte >> 6);
        latin += static_cast<char>(0x80 | (byte & 0x3F));
      }
    }
    text = latin;
  }
  text.resize(ValidUtf8Prefix(
      absl::string_view(text).substr(0, Understander::kMaxCharacters)));
  return text;
}

// Nothing in it that a person would call a word, a number or a sign.
bool SaysNothing(absl::string_view text) {
  return absl::c_all_of(text, [](char c) {
    return absl::ascii_isspace(c) || absl::StrContains(".,;:!\"()", c);
  });
}

bool HasControl(absl::string_view text) {
  return absl::c_any_of(text, [](char c) {
    return absl::ascii_iscntrl(c) && !absl::ascii_isspace(c);
  });
}

class Ears {
 public:
  Ears()
      : content_(LoadProtocol(KneePainTexts()).content),
        understander_(*Understander::Create(*content_)) {}

  void Hear(std::uint8_t asked, std::uint8_t mode, const std::string& text) {
    Understander::Context context;
    context.locale = mode & 1 ? "es" : "en";
    context.confirming = mode & 2;
    context.on_behalf = mode & 4;
    context.now =
        absl::FromCivil(absl::CivilDay(2026, 11, 20), absl::UTCTimeZone());
    context.trace = true;
    const size_t count = content_->questions().size();
    const size_t at = asked % (count + content_->groups().size() + 2);
    if (at < count) {
      context.open = {static_cast<QuestionIndex>(at)};
    } else if (at < count + content_->groups().size()) {
      context.open = content_->groups()[at - count].members;
      context.confirming = false;
    } else if (at == count + content_->groups().size()) {
      context.free_yes_no = true;
      context.free_prompt = "Do you ride a bike?";
    }
    if (context.open.empty()) context.confirming = false;
    Check(understander_->Read(text, context), context, text);
    Print(context, text);
  }

 private:
  void Check(const Hearing& hearing, const Understander::Context& context,
             const std::string& text) const {
    const int size = static_cast<int>(text.size());
    for (const HeardFact& fact : hearing.facts) {
      Require(0 <= fact.begin && fact.begin <= fact.end && fact.end <= size,
              "a fact's words lie within the input");
      Require(fact.confidence != v1::CONFIDENCE_UNSPECIFIED,
              "a fact has a confidence");
      // A confirmation is answered yes or no, whatever the question takes.
      const bool confirms = context.confirming && !fact.volunteered &&
                            (fact.answer.is(kYes) || fact.answer.is(kNo));
      Require(confirms || Fits(fact),
              "a fact is one that its question can take");
    }
    for (const TraceLine& line : hearing.trace) {
      Require(0 <= line.begin && line.begin <= line.end && line.end <= size,
              "a trace's words lie within the input");
    }
    const bool command = hearing.outcome == Hearing::Outcome::kCommand;
    Require(command == (hearing.command != v1::COMMAND_UNSPECIFIED),
            "a command has a name");
    if (SaysNothing(text) || HasControl(text)) {
      const bool only_text = absl::c_all_of(hearing.facts, [](const auto& f) {
        return f.answer.kind == Answer::Kind::kText;
      });
      Require(only_text && !command, "what says nothing is unclear");
    }
  }

  bool Fits(const HeardFact& fact) const {
    if (fact.question == kNoQuestion) return true;
    const Question& question = content_->questions()[fact.question];
    switch (fact.answer.kind) {
      case Answer::Kind::kChoice:
        return fact.answer.choice >= 0 &&
               fact.answer.choice < static_cast<int>(question.choices.size());
      case Answer::Kind::kInterval:
        return std::isfinite(fact.answer.low) &&
               std::isfinite(fact.answer.high) &&
               fact.answer.low <= fact.answer.high;
      case Answer::Kind::kText:
        return question.spec.kind() == content::v1::TEXT;
      default:
        return fact.answer.doubtful();
    }
  }

  void Print(const Understander::Context& context,
             const std::string& text) const {
    if (context.open.size() != 1) return;
    authoring::v1::InterpretLine line;
    line.set_question_id(content_->questions()[context.open[0]].id());
    line.set_answer(text);
    const InterpretLines lines(*content_, *understander_);
    const auto result = lines.Interpret(line, context.locale, context.now);
    if (!result.ok()) return;
    for (const std::string& trace : result->trace()) {
      Require(ValidUtf8(trace), "a trace is valid UTF-8");
    }
    for (const auto& [fact, value] : result->facts().fields()) {
      Require(ValidUtf8(value.string_value()), "a value is valid UTF-8");
    }
  }

  std::shared_ptr<const Content> content_;
  std::unique_ptr<const Understander> understander_;
};

}  // namespace
}  // namespace firstvisit

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  static auto* const ears = new firstvisit::Ears;
  constexpr size_t kHead = 2;
  if (size < kHead) return 0;
  ears->Hear(data[0], data[1],
             firstvisit::Admissible(data + kHead, size - kHead));
  return 0;
}
