// One line of a corpus: somebody's words, and what they must, may and must not
// yield.
//
//   absl::StatusOr<std::vector<Item>> items =
//       ReadItems("tests/utterances/public.jsonl");
//
// A line is a JSON object:
//
//   id           names it in reports
//   question_id  the open question; or "kind": "yes_no" with a free "prompt"
//   answer       the words; "locale" when they are not English
//   expect       {"fact": value, …}, {"command": "repeat"}, or "unclear"
//   ranges       {"fact": [low, high]}: where a number of `expect` may lie
//   accept       [{"expect": …, "ranges": …}, …]: as right as `expect`
//   must_not     {"fact": [value, …]}: what may never be heard
//   adversarial, starts_with_yes_no  the class that it is counted in
//   now          "2026-11-20" unless said: the day on which it is answered
//   unmended     a fault that is known and stands: a test prints it
//   claim        own corpora: the meaning that the phrasings around it share
//
// Plain values.

#ifndef FIRSTVISIT_TESTS_UTTERANCES_ITEM_H_
#define FIRSTVISIT_TESTS_UTTERANCES_ITEM_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "google/protobuf/struct.pb.h"

namespace firstvisit {

// One way to be right.
struct Way {
  enum class Kind { kFacts, kCommand, kUnclear };
  Kind kind = Kind::kUnclear;
  google::protobuf::Struct facts;
  std::string command;
  google::protobuf::Struct ranges;

  // The value that it names for a fact; null: none.
  const google::protobuf::Value* Find(const std::string& fact) const;
};

struct Item {
  std::string id;
  std::string question_id;
  std::string kind;
  std::string prompt;
  std::string answer;
  std::string locale = "en";
  std::string claim;
  absl::CivilDay today;
  bool adversarial = false;
  bool starts_with_yes_no = false;
  bool unmended = false;
  std::vector<Way> ways;  // `expect` first
  google::protobuf::Struct must_not;

  const Way& expect() const { return ways.front(); }
};

// INVALID_ARGUMENT names what is wrong with the line.
absl::StatusOr<Item> ParseItem(absl::string_view json);

// NOT_FOUND: no such file. INVALID_ARGUMENT names the line.
absl::StatusOr<std::vector<Item>> ReadItems(const std::string& path);

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_UTTERANCES_ITEM_H_
