// Tests: prover_test.cc. Compilation stands in floor_compiler.cc.

#include "dialog/proof/floor.h"

#include "absl/algorithm/container.h"

namespace firstvisit {
namespace {

bool Satisfies(const FloorPart& part, double number) {
  switch (part.op) {
    case FloorPart::Op::kLess:
      return number < part.number;
    case FloorPart::Op::kLessOrEqual:
      return number <= part.number;
    case FloorPart::Op::kGreater:
      return number > part.number;
    default:
      return number >= part.number;
  }
}

bool Names(const FloorPart& part, const Answer& answer) {
  return answer.choice >= 0 && (part.choices >> answer.choice & 1) != 0;
}

}  // namespace

PartState StateOf(const FloorPart& part, const Answer& answer) {
  switch (answer.kind) {
    case Answer::Kind::kOpen:
    case Answer::Kind::kMoot:
      return PartState::kOpen;
    case Answer::Kind::kUnsure:
      return part.unsure ? PartState::kBad : PartState::kInDoubt;
    case Answer::Kind::kDeclined:
      return part.declined ? PartState::kBad : PartState::kInDoubt;
    case Answer::Kind::kText:
      return PartState::kClear;
    case Answer::Kind::kChoice:
      return Names(part, answer) ? PartState::kBad : PartState::kClear;
    case Answer::Kind::kInterval:
      break;
  }
  const bool somewhere = part.numeric() && (Satisfies(part, answer.low) ||
                                            Satisfies(part, answer.high));
  return somewhere ? PartState::kBad : PartState::kClear;
}

bool KnownToHold(const FloorPart& part, const Answer& answer) {
  if (answer.kind == Answer::Kind::kInterval && part.numeric()) {
    return Satisfies(part, answer.low) && Satisfies(part, answer.high);
  }
  return StateOf(part, answer) == PartState::kBad;
}

std::vector<const FloorPart*> Floor::parts() const {
  std::vector<const FloorPart*> all;
  const auto add = [&](const std::vector<FloorPart>& parts) {
    for (const FloorPart& part : parts) all.push_back(&part);
  };
  for (const Required& required : required_) {
    add(required.harmless);
    add(required.recorded_no_when);
    add(required.only_when);
    add(required.answered_by);
  }
  for (const FollowUp& follow_up : follow_ups_) add(follow_up.flag);
  for (const Line& line : lines_) {
    add(line.all);
    add(line.unless);
  }
  for (const Order& order : orders_) {
    add(order.mild);
    add(order.bad);
  }
  return all;
}

void Floor::AddTo(Cuts& cuts) const {
  for (const FloorPart* part : parts()) {
    if (part->numeric()) cuts.Add(part->question, part->number);
  }
}

std::set<QuestionIndex> Floor::mentions() const {
  std::set<QuestionIndex> mentions;
  for (const FloorPart* part : parts()) mentions.insert(part->question);
  for (const Required& required : required_) mentions.insert(required.question);
  for (const FollowUp& follow_up : follow_ups_) {
    mentions.insert(follow_up.question);
  }
  for (const Order& order : orders_) mentions.insert(order.question);
  return mentions;
}

}  // namespace firstvisit
