// Whether what was heard is right, in the terms of the specification.
//
//   const Judge judge(content);
//   Judgement judgement = judge.Of(item, heard);
//   if (!judgement.turned.empty()) …   // a red flag heard the other way round
//
// The open question is judged against `expect` or one of `accept`; another fact
// that was heard is wrong when it contradicts what they name. A number is right
// within its range; without one it is the number itself, or an interval around
// it. Immutable and safe to share between threads; `content` must outlive it.

#ifndef FIRSTVISIT_TESTS_UTTERANCES_JUDGE_H_
#define FIRSTVISIT_TESTS_UTTERANCES_JUDGE_H_

#include <string>
#include <vector>

#include "dialog/content/content.h"
#include "firstvisit/authoring/v1/interpret.pb.h"
#include "google/protobuf/struct.pb.h"
#include "tests/utterances/item.h"

namespace firstvisit {

// What an item is counted as.
enum class ItemClass {
  kYesNo,
  kAdversarial,  // a yes/no question, answered in a way that misleads
  kMeasure,      // numbers, durations, sides
  kChoice,
  kText,
  kCommand,
  kLeading,  // a free yes/no question; the answer begins with yes or no
  kNotLeading,
  kUnanswerable,  // nothing may be taken from it
};
constexpr int kItemClasses = 9;

struct Judgement {
  enum class Verdict {
    kRight,
    kWrong,
    kAsked
  };  // kAsked: would be asked again

  ItemClass item_class = ItemClass::kYesNo;
  Verdict verdict = Verdict::kAsked;
  // Words of an answer taken for a command.
  bool taken_for_command = false;
  // Facts by name. Safety questions heard "no" for "yes", or the other way.
  std::vector<std::string> turned;
  // Values that `must_not` names.
  std::vector<std::string> forbidden;
  // Facts of other questions that contradict what was said.
  std::vector<std::string> contradicted;
};

class Judge {
 public:
  explicit Judge(const Content& content) : content_(content) {}

  Judgement Of(const Item& item,
               const authoring::v1::InterpretResult& heard) const;
  ItemClass ClassOf(const Item& item) const;
  // The fact that answers the item's question.
  std::string FactOf(const Item& item) const;

 private:
  Judgement::Verdict OfOpen(const Item& item, const std::string& fact,
                            const authoring::v1::InterpretResult& heard) const;
  bool Turned(const Item& item, const std::string& fact,
              const google::protobuf::Value& heard) const;
  const Question* FindByFact(const std::string& fact) const;

  const Content& content_;
};

// Whether a heard value is the one that is named. `range` may be null.
bool SameValue(const google::protobuf::Value& heard,
               const google::protobuf::Value& named,
               const google::protobuf::Value* range);

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_UTTERANCES_JUDGE_H_
