// Tests: corpora_test.cc.

#include "tests/utterances/hearer.h"

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "dialog/authoring/interpret.h"
#include "dialog/content/loader.h"
#include "dialog/content/texts.h"

namespace firstvisit {

using authoring::v1::InterpretLine;
using authoring::v1::InterpretResult;

Hearer::Hearer()
    : content_(LoadProtocol(KneePainTexts()).content),
      understander_(*Understander::Create(*content_)) {}

InterpretResult Hearer::Hear(const Item& item) const {
  InterpretLine line;
  line.mutable_id()->set_string_value(item.id);
  line.set_question_id(item.question_id);
  line.set_kind(item.kind);
  line.set_prompt(item.prompt);
  line.set_answer(item.answer);
  const InterpretLines lines(*content_, *understander_);
  auto heard = lines.Interpret(
      line, item.locale, absl::FromCivil(item.today, absl::UTCTimeZone()));
  if (heard.ok()) return *std::move(heard);
  InterpretResult refused;
  refused.set_outcome("error");
  refused.add_trace(std::string(heard.status().message()));
  return refused;
}

}  // namespace firstvisit
