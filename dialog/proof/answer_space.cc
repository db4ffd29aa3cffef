// Method: the thresholds and the ends of the range are places, and so is what
// lies between two of them; a number that reads naturally stands for each. An
// interval's class is the pair of its ends' places. Tests:
// prover_test.cc.

#include "dialog/proof/answer_space.h"

#include "absl/algorithm/container.h"

namespace firstvisit {
namespace {

bool Numeric(const Question& question) {
  return question.spec.kind() == content::v1::NUMBER ||
         question.spec.kind() == content::v1::DURATION;
}

// A number strictly between two others, one unit above the lower where that
// fits; the lower itself where there is none.
double Between(double low, double high, bool whole) {
  if (low + 1 < high) return low + 1;
  return whole ? low : (low + high) / 2;
}

}  // namespace

void Cuts::Add(const Condition& condition) {
  for (const Condition::Threshold& threshold : condition.thresholds()) {
    Add(threshold.question, threshold.value);
  }
}

void Cuts::Add(const Content& content) {
  for (const Question& question : content.questions()) {
    Add(question.ask_when);
    Add(question.harmless);
    for (const Implied& implied : question.implied) Add(implied.when);
  }
  for (const Precaution& precaution : content.precautions()) {
    for (const Rule& rule : precaution.rules) {
      Add(rule.when);
      Add(rule.unless);
    }
  }
  for (const Cause& cause : content.causes()) {
    for (const Evidence& evidence : cause.evidence) Add(evidence.when);
  }
  for (const Advice& advice : content.advice()) Add(advice.when);
}

AnswerSpace::AnswerSpace(const Content& content, const Cuts& cuts) {
  for (size_t i = 0; i < content.questions().size(); ++i) {
    const Question& question = content.questions()[i];
    Domain domain;
    domain.classes = {Answer(), Answer::Unsure(), Answer::Declined()};
    if (Numeric(question)) {
      AddNumbers(question, cuts.of(static_cast<QuestionIndex>(i)), domain);
    } else if (question.choices.empty()) {
      domain.classes.push_back(Answer::Text());
    }
    for (size_t c = 0; c < question.choices.size(); ++c) {
      domain.classes.push_back(Answer::Choice(static_cast<int>(c)));
    }
    if (!Numeric(question)) {
      domain.stands = static_cast<double>(domain.classes.size());
    }
    domains_.push_back(std::move(domain));
  }
}

void AnswerSpace::AddNumbers(const Question& question,
                             const std::set<double>& cuts, Domain& domain) {
  const content::v1::Range& range = question.spec.range();
  std::set<double> points = {range.min(), range.max()};
  for (double cut : cuts) {
    if (cut > range.min() && cut < range.max()) points.insert(cut);
  }
  domain.cuts.assign(points.begin(), points.end());
  for (size_t i = 0; i < domain.cuts.size(); ++i) {
    domain.places.push_back(domain.cuts[i]);
    if (i + 1 == domain.cuts.size()) break;
    const double between =
        Between(domain.cuts[i], domain.cuts[i + 1], range.whole());
    if (between > domain.cuts[i]) domain.places.push_back(between);
  }
  for (size_t low = 0; low < domain.places.size(); ++low) {
    for (size_t high = low; high < domain.places.size(); ++high) {
      domain.classes.push_back(
          Answer::Interval(domain.places[low], domain.places[high]));
    }
  }
  const double units = range.max() - range.min() + 1;
  domain.stands = units * (units + 1) / 2 + kFirstValue;
}

// The place whose representative lies on the same side of every cut.
int AnswerSpace::PlaceOf(const Domain& domain, double number) {
  const auto side = [&](double cut, double n) {
    return n < cut ? -1 : (n > cut ? 1 : 0);
  };
  for (size_t i = 0; i < domain.places.size(); ++i) {
    if (absl::c_all_of(domain.cuts, [&](double cut) {
          return side(cut, number) == side(cut, domain.places[i]);
        })) {
      return static_cast<int>(i);
    }
  }
  return 0;  // no such number is plausible
}

int AnswerSpace::ClassOf(QuestionIndex question, const Answer& answer) const {
  const Domain& domain = domains_[question];
  Answer sought = answer;
  if (answer.kind == Answer::Kind::kInterval) {
    sought.low = domain.places[PlaceOf(domain, answer.low)];
    sought.high = domain.places[PlaceOf(domain, answer.high)];
  }
  for (size_t i = 0; i < domain.classes.size(); ++i) {
    if (domain.classes[i] == sought) return static_cast<int>(i);
  }
  return kOpen;
}

}  // namespace firstvisit
