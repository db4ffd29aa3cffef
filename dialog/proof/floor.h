// The safety floor, checked against a content's names and ready to be judged.
//
//   absl::StatusOr<content::v1::Floor> written = ParseFloor(text);
//   absl::StatusOr<Floor> floor = Floor::Compile(*written, content);
//   StateOf(floor->lines()[0].all[0], answer)
//
// How the floor reads answers is said in floor.proto and done here; nothing of
// it goes through the content's conditions. Immutable.

#ifndef FIRSTVISIT_DIALOG_PROOF_FLOOR_H_
#define FIRSTVISIT_DIALOG_PROOF_FLOOR_H_

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "dialog/content/answer.h"
#include "dialog/content/content.h"
#include "dialog/proof/answer_space.h"
#include "firstvisit/content/v1/floor.pb.h"

namespace firstvisit {

// One comparison of the floor.
struct FloorPart {
  enum class Op { kIsOneOf, kLess, kLessOrEqual, kGreater, kGreaterOrEqual };
  QuestionIndex question = kNoQuestion;
  Op op = Op::kIsOneOf;
  std::uint32_t choices = 0;  // kIsOneOf: a bit per value
  bool unsure = false;        // kIsOneOf: "unsure" is among the values
  bool declined = false;
  double number = 0;
  std::string text;  // as written

  bool numeric() const { return op != Op::kIsOneOf; }
};

enum class PartState { kClear, kOpen, kInDoubt, kBad };

// How a part stands with an answer as it was given.
PartState StateOf(const FloorPart& part, const Answer& answer);
// The whole of the answer satisfies it.
bool KnownToHold(const FloorPart& part, const Answer& answer);

class Floor {
 public:
  struct Permission {
    bool plan = false;
    bool ends = false;
    std::set<content::v1::AdviceKind> tips;
  };
  struct Required {
    QuestionIndex question;
    std::vector<FloorPart> harmless;
    std::vector<FloorPart> recorded_no_when;
    std::vector<FloorPart> only_when;
    std::vector<FloorPart> answered_by;
    bool caller_may_clear;
  };
  struct FollowUp {
    QuestionIndex question;
    std::vector<FloorPart> flag;
    bool may_stay_open;
  };
  struct Line {
    std::string id;
    std::string row;
    std::vector<FloorPart> all;
    std::vector<FloorPart> unless;
    Level level;
    Level in_doubt;
    std::vector<int> forbid;  // positions in Content::advice()
    std::vector<int> limits;  // positions in Content::limits()
    std::string agreement;
  };
  struct Order {
    QuestionIndex question;
    std::vector<FloorPart> mild;
    std::vector<FloorPart> bad;
    content::v1::Order::Direction number;
  };

  // INVALID_ARGUMENT lists everything that does not fit the content.
  static absl::StatusOr<Floor> Compile(const content::v1::Floor& floor,
                                       const Content& content);

  // By Level.
  const std::vector<Permission>& permits() const { return permits_; }
  const std::vector<Required>& required() const { return required_; }
  const std::vector<FollowUp>& follow_ups() const { return follow_ups_; }
  const std::vector<Line>& lines() const { return lines_; }
  const std::vector<Order>& orders() const { return orders_; }

  // Adds every threshold of the floor.
  void AddTo(Cuts& cuts) const;
  // The questions whose answers the floor looks at, in order.
  std::set<QuestionIndex> mentions() const;

 private:
  friend class FloorCompiler;

  std::vector<const FloorPart*> parts() const;

  std::vector<Permission> permits_;
  std::vector<Required> required_;
  std::vector<FollowUp> follow_ups_;
  std::vector<Line> lines_;
  std::vector<Order> orders_;
};

// From a *.textproto; INVALID_ARGUMENT gives line and column.
absl::StatusOr<content::v1::Floor> ParseFloor(absl::string_view text);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_FLOOR_H_
