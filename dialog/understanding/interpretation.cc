// Method: decide the open question, or the group; look for a command, an alarm,
// a correction; then overhear what else was said. Tests: understander_test.cc,
// tests/utterances.

#include "dialog/understanding/interpretation.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "dialog/understanding/alarm.h"
#include "dialog/understanding/choice.h"
#include "dialog/understanding/command.h"
#include "dialog/understanding/free_yes_no.h"
#include "dialog/understanding/group.h"
#include "dialog/understanding/passing.h"
#include "dialog/understanding/quantity.h"
#include "dialog/understanding/yes_no.h"

namespace firstvisit {
namespace {

using Kind = Phrase::Kind;
using Outcome = Hearing::Outcome;

class Interpreter {
 public:
  Interpreter(const Reading& reading, const std::vector<Matter>& matters,
              const Understander::Context& context, absl::CivilDay today)
      : reading_(reading),
        matters_(matters),
        context_(context),
        today_(today) {}

  Hearing Run() {
    out_.on_behalf = reading_.on_behalf && !context_.on_behalf;
    if (context_.trace) TraceReading();
    Alarms();
    if (context_.free_yes_no) {
      Free();
    } else if (MeansTheLast()) {
      ReopenLast();
    } else if (context_.open.size() > 1 && !context_.confirming) {
      GroupOfQuestions();
    } else {
      Single();
    }
    if (out_.outcome != Outcome::kCommand && !context_.free_yes_no) {
      if (!Tells()) Corrections();
      Overhear();
    }
    if (Tells()) CommandInFacts();
    if (!out_.facts.empty() && (out_.outcome == Outcome::kUnclear)) {
      out_.outcome = Outcome::kFacts;
    }
    return std::move(out_);
  }

 private:
  Verdict Decide(const Matter& matter) const {
    switch (matter.kind) {
      case content::v1::YES_NO:
        return DecideYesNo(reading_, matter);
      case content::v1::CHOICE:
        return DecideChoice(reading_, matter, /*open=*/true);
      case content::v1::NUMBER:
      case content::v1::DURATION:
        return DecideQuantity(reading_, matter, today_);
      default:
        return Verdict::Nothing("text");
    }
  }

  Verdict OverhearOne(const Matter& matter) const {
    switch (matter.kind) {
      case content::v1::YES_NO:
        return OverhearYesNo(reading_, matter);
      case content::v1::CHOICE:
        return DecideChoice(reading_, matter, /*open=*/false);
      case content::v1::NUMBER:
      case content::v1::DURATION:
        return OverhearQuantity(reading_, matter, today_);
      default:
        return Verdict::Nothing("text");
    }
  }

  void Add(QuestionIndex question, const Verdict& verdict, bool volunteered) {
    HeardFact fact;
    fact.question = question;
    fact.answer = verdict.answer;
    fact.confidence = verdict.confidence;
    fact.volunteered = volunteered;
    fact.inapplicable = verdict.inapplicable;
    if (verdict.end > verdict.begin) {
      fact.begin = reading_.InputBegin(verdict.begin);
      fact.end = reading_.InputEnd(verdict.end - 1);
    }
    out_.facts.push_back(fact);
  }

  void Trace(absl::string_view rule, int begin, int end,
             absl::string_view effect) {
    if (!context_.trace) return;
    TraceLine line;
    line.rule = std::string(rule);
    line.effect = std::string(effect);
    if (end > begin) {
      line.begin = reading_.InputBegin(begin);
      line.end = reading_.InputEnd(end - 1);
    }
    out_.trace.push_back(std::move(line));
  }

  void TraceReading() {
    for (const CueMention& cue : reading_.cues) {
      Trace(reading_.language->rule(cue.rule).name, cue.begin, cue.end,
            cue.governs ? "negates what follows" : "");
    }
    for (const Mention& mention : reading_.mentions) {
      Trace(mention.rule->name, mention.begin, mention.end,
            absl::StrCat(mention.negated ? "negated " : "",
                         mention.other ? "other person " : "",
                         mention.ended ? "over " : "",
                         mention.questioned ? "asked " : "",
                         mention.conditional ? "conditional " : "",
                         mention.guessed ? "misspelt " : ""));
    }
    for (const TimeMention& time : reading_.times) {
      Trace("time", time.begin, time.end,
            absl::StrCat(time.low, " to ", time.high, " days"));
    }
  }

  void Alarms() {
    const AlarmHeard heard = FindAlarm(reading_);
    out_.alarm = heard.alarm;
    if (heard.mention == nullptr) return;
    Trace(heard.mention->rule->name, heard.mention->begin, heard.mention->end,
          heard.alarm == Hearing::Alarm::kCertain ? "emergency"
                                                  : "may be an emergency");
    alarm_question_ = heard.question;
    alarm_ = heard.mention;
  }

  void Free() {
    const Reading prompt = ReadWords(context_.free_prompt, *reading_.language,
                                     today_, /*on_behalf=*/false, {});
    const Verdict verdict = DecideFreeYesNo(reading_, prompt);
    Trace("decision", verdict.begin, verdict.end, verdict.rule);
    // The words of a command mean all sorts of things in everyday answers: "I
    // missed it". It is one by itself alone.
    const Mention* command =
        verdict.answered() ? nullptr : FindCommandAlone(reading_);
    if (command != nullptr) {
      Command(*command);
    } else if (verdict.answered()) {
      Add(kNoQuestion, verdict, /*volunteered=*/false);
    }
  }

  void Command(const Mention& mention) {
    out_.outcome = Outcome::kCommand;
    out_.command = mention.rule->command;
    out_.facts.clear();
    Trace(mention.rule->name, mention.begin, mention.end, "command");
  }

  // No question is open: the words tell, and answer nothing.
  bool Tells() const { return context_.open.empty() && !context_.free_yes_no; }

  // "from one moment to the next", amid what is wrong with a knee, skips
  // nothing.
  void CommandInFacts() {
    constexpr size_t kStory = 2;
    if (out_.facts.size() >= kStory) return;
    if (const Mention* command = FindCommand(reading_, Answered::kNot)) {
      Command(*command);
    }
  }

  void Single() {
    if (context_.open.empty()) return;
    const Matter& matter = matters_[context_.open.front()];
    if (matter.kind == content::v1::TEXT) {
      Text(matter);
      return;
    }
    const Verdict verdict =
        context_.confirming ? Confirm(matter) : Decide(matter);
    Trace("decision", verdict.begin, verdict.end, verdict.rule);
    const Mention* command =
        FindCommand(reading_, HowAnswered(matter, verdict));
    if (command != nullptr && !Chosen(*command, matter, verdict) &&
        !Refuses(*command, matter, verdict)) {
      Command(*command);
      return;
    }
    if (verdict.kind == Verdict::Kind::kOutOfRange) {
      out_.outcome = Outcome::kOutOfRange;
    } else if (verdict.answered()) {
      Add(matter.index, verdict, /*volunteered=*/false);
      Along(matter, verdict);
    }
  }

  // "Back" is a command, but not where pain at the back is on offer; "go back"
  // is one everywhere.
  static bool Chosen(const Mention& command, const Matter& matter,
                     const Verdict& verdict) {
    return matter.kind == content::v1::CHOICE && verdict.answered() &&
           verdict.begin <= command.begin && command.end <= verdict.end;
  }

  // "I don't talk to machines" is a "no" to being asked at all; "I'd like to
  // talk to a person" is not.
  bool Refuses(const Mention& command, const Matter& matter,
               const Verdict& verdict) const {
    return matter.consent && verdict.answer.is(kNo) &&
           reading_.clauses[command.clause].negated &&
           verdict.begin < command.end && command.begin < verdict.end;
  }

  Answered HowAnswered(const Matter& matter, const Verdict& verdict) const {
    if (!verdict.answered() || verdict.answer.doubtful() ||
        OfCommand(matter, verdict)) {
      return Answered::kNot;
    }
    return matter.yes_no() && !Named(matter) ? Answered::kBare
                                             : Answered::kFully;
  }

  // "I don't want to do this any more": its "not" answers nothing.
  bool OfCommand(const Matter& matter, const Verdict& verdict) const {
    if (!matter.yes_no() || matter.consent || Named(matter)) return false;
    return std::any_of(
        reading_.mentions.begin(), reading_.mentions.end(),
        [&](const Mention& mention) {
          return mention.rule->kind == Kind::kCommand && !mention.guessed &&
                 verdict.begin < mention.end && mention.begin < verdict.end &&
                 mention.end - mention.begin > verdict.end - verdict.begin;
        });
  }

  // A strict yes/no about whatever was heard.
  Verdict Confirm(const Matter& matter) const {
    if (matter.yes_no()) return DecideYesNo(reading_, matter);
    Matter strict = matter;
    strict.kind = content::v1::YES_NO;
    strict.grave = true;
    strict.clearing = -1;
    return DecideYesNo(reading_, strict);
  }

  void Text(const Matter& matter) {
    if (const Mention* command = FindCommandInText(reading_)) {
      Command(*command);
      return;
    }
    Verdict verdict = Verdict::Of(Answer::Text(), v1::CERTAIN, "text");
    verdict.end = static_cast<int>(reading_.tokens.size());
    if (reading_.Has(content::v1::REFUSAL) && reading_.mentions.empty()) {
      verdict.answer = Answer::Declined();
    }
    Add(matter.index, verdict, /*volunteered=*/false);
  }

  // "yes, for two weeks": the follow-up is answered too.
  void Along(const Matter& matter, const Verdict& verdict) {
    if (!verdict.answer.is(kYes)) return;
    for (const QuestionIndex follow_up :
         {matter.since_question, matter.minutes_question}) {
      if (follow_up == kNoQuestion || Heard(follow_up)) continue;
      Verdict length =
          LengthAlong(reading_, matters_[follow_up], verdict, taken_);
      if (!length.answered() && follow_up == matter.since_question) {
        length = SinceUnknown(reading_, matters_, matter, verdict.end);
      }
      if (length.answered()) {
        Add(follow_up, length, /*volunteered=*/true);
        taken_.push_back(length);
      }
    }
  }

  void GroupOfQuestions() {
    std::vector<const Matter*> members;
    for (const QuestionIndex index : context_.open) {
      members.push_back(&matters_[index]);
    }
    const GroupVerdict group = DecideGroup(reading_, members);
    if (const Mention* command = FindCommand(
            reading_, group.outcome == Outcome::kUnclear ? Answered::kNot
                                                         : Answered::kBare)) {
      Command(*command);
      return;
    }
    out_.outcome = group.outcome;
    for (size_t i = 0; i < members.size(); ++i) {
      const Verdict& verdict = group.members[i];
      if (!verdict.answered()) continue;
      Trace("decision", verdict.begin, verdict.end,
            absl::StrCat(members[i]->id, ": ", verdict.rule));
      Add(members[i]->index, verdict, /*volunteered=*/false);
      Along(*members[i], verdict);
    }
  }

  bool Heard(QuestionIndex question) const {
    return std::any_of(
        out_.facts.begin(), out_.facts.end(),
        [question](const HeardFact& f) { return f.question == question; });
  }

  // "Sorry, I meant no", in the place of an answer to the next yes/no: it tells
  // of the question before, and is no answer to the one that is open. "No,
  // wait, yes" is one.
  bool MeansTheLast() const {
    if (context_.confirming || context_.open.empty() ||
        context_.last == kNoQuestion || !WasAnswered(context_.last) ||
        !matters_[context_.open.front()].yes_no()) {
      return false;
    }
    const auto takes_back = std::find_if(
        reading_.cues.begin(), reading_.cues.end(), [](const CueMention& cue) {
          return cue.kind == content::v1::CORRECTION;
        });
    if (takes_back == reading_.cues.end()) return false;
    const WordRoles& roles = reading_.language->roles();
    for (int i = 0; i < takes_back->end; ++i) {
      const Token& token = reading_.tokens[i];
      const bool within = i >= takes_back->begin;
      if (within ? token.Is(roles.no_word)
                 : !token.Is(roles.filler) && !token.Is(roles.opener)) {
        return false;
      }
    }
    const bool bare = std::none_of(
        reading_.mentions.begin(), reading_.mentions.end(),
        [](const Mention& m) { return m.rule->question != kNoQuestion; });
    return bare && std::any_of(takes_back, reading_.cues.end(),
                               [](const CueMention& cue) {
                                 return cue.kind == content::v1::AFFIRM ||
                                        cue.kind == content::v1::DENY;
                               });
  }

  // A plain matter is corrected at once; anything else is put again.
  void ReopenLast() {
    Corrections();
    if (!out_.facts.empty()) return;
    out_.outcome = Outcome::kCommand;
    out_.command = v1::BACK;
  }

  bool Correcting() const { return reading_.Has(content::v1::CORRECTION); }

  // "change my age to 54"; "sorry, I meant the right knee".
  void Corrections() {
    if (!Correcting()) return;
    for (const Mention& mention : reading_.mentions) {
      if (mention.rule->kind == Kind::kTopic ||
          mention.rule->kind == Kind::kSays) {
        Correct(matters_[mention.rule->question]);
      }
    }
    if (out_.facts.empty() && context_.last != kNoQuestion) {
      Correct(matters_[context_.last]);
    }
  }

  void Correct(const Matter& matter) {
    const bool open = std::find(context_.open.begin(), context_.open.end(),
                                matter.index) != context_.open.end();
    if (open || Heard(matter.index) || !WasAnswered(matter.index)) return;
    const Verdict verdict = Decide(matter);
    if (!verdict.answered() || verdict.answer.doubtful()) return;
    // A grave answer is not turned round by one bare word out of turn.
    const bool bare = matter.yes_no() && !Named(matter);
    if (bare && matter.grave) {
      out_.outcome = Outcome::kCommand;
      out_.command = v1::BACK;
      return;
    }
    Add(matter.index, verdict, /*volunteered=*/true);
    out_.facts.back().correction = true;
    Trace("correction", verdict.begin, verdict.end, matter.id);
  }

  bool Named(const Matter& matter) const {
    return std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                       [&](const Mention& mention) {
                         return mention.rule->question == matter.index;
                       });
  }

  bool WasAnswered(QuestionIndex question) const {
    return context_.answers == nullptr ||
           (static_cast<size_t>(question) < context_.answers->size() &&
            !(*context_.answers)[question].open());
  }

  // One span of words fills one question, where it is a number.
  bool Taken(const Verdict& verdict) const {
    return std::any_of(taken_.begin(), taken_.end(), [&](const Verdict& other) {
      return verdict.begin < other.end && other.begin < verdict.end;
    });
  }

  void Overhear() {
    if (!out_.facts.empty() && !context_.open.empty()) {
      const Matter& open = matters_[context_.open.front()];
      if (open.number()) {
        Verdict own = Decide(open);
        taken_.push_back(own);
      }
    }
    if (alarm_ != nullptr) AddAlarmFact();
    OverhearMentions();
    if (Tells()) BareNumbers();
    std::stable_sort(out_.facts.begin(), out_.facts.end(),
                     [](const HeardFact& a, const HeardFact& b) {
                       if (a.volunteered != b.volunteered) return b.volunteered;
                       return a.volunteered && a.begin < b.begin;
                     });
  }

  void OverhearMentions() {
    std::vector<bool> seen(matters_.size());
    for (const Mention& mention : reading_.mentions) {
      const QuestionIndex question = mention.rule->question;
      if (question == kNoQuestion || seen[question]) continue;
      seen[question] = true;
      const bool open = std::find(context_.open.begin(), context_.open.end(),
                                  question) != context_.open.end();
      if (open || Heard(question)) continue;
      const Matter& matter = matters_[question];
      const Verdict verdict = OverhearOne(matter);
      if (Tells() && AddDoubt(matter)) continue;
      if (!verdict.answered() || (matter.number() && Taken(verdict))) continue;
      Trace("overheard", verdict.begin, verdict.end,
            absl::StrCat(matter.id, ": ", verdict.rule));
      Add(question, verdict, /*volunteered=*/true);
      if (matter.number()) taken_.push_back(verdict);
      Along(matter, verdict);
    }
  }

  // "not sure if the foot is cold", "I won't say my age".
  bool AddDoubt(const Matter& matter) {
    const Verdict doubt = ToldDoubt(reading_, matter);
    if (!doubt.answered()) return false;
    Trace("told", doubt.begin, doubt.end,
          absl::StrCat(matter.id, ": ", doubt.rule));
    Add(matter.index, doubt, /*volunteered=*/true);
    return true;
  }

  // "52 rt knee swollen, pain 8".
  void BareNumbers() {
    for (const Matter& matter : matters_) {
      if (matter.kind != content::v1::NUMBER || Heard(matter.index)) continue;
      const Verdict verdict = ToldNumber(reading_, matter);
      if (!verdict.answered() || Taken(verdict)) continue;
      Trace("told", verdict.begin, verdict.end,
            absl::StrCat(matter.id, ": ", verdict.rule));
      Add(matter.index, verdict, /*volunteered=*/true);
      taken_.push_back(verdict);
    }
  }

  void AddAlarmFact() {
    for (const Matter& matter : matters_) {
      if (matter.id != alarm_question_ || Heard(matter.index)) continue;
      Verdict verdict = Verdict::Of(
          Answer::Yes(),
          out_.alarm == Hearing::Alarm::kCertain ? v1::CERTAIN : v1::PROBABLE,
          "emergency");
      verdict.begin = alarm_->begin;
      verdict.end = alarm_->end;
      const bool open = std::find(context_.open.begin(), context_.open.end(),
                                  matter.index) != context_.open.end();
      Add(matter.index, verdict, !open);
    }
  }

  const Reading& reading_;
  const std::vector<Matter>& matters_;
  const Understander::Context& context_;
  absl::CivilDay today_;
  Hearing out_;
  std::string alarm_question_;
  const Mention* alarm_ = nullptr;
  std::vector<Verdict> taken_;
};

}  // namespace

Hearing Interpret(const Reading& reading, const std::vector<Matter>& matters,
                  const Understander::Context& context, absl::CivilDay today) {
  return Interpreter(reading, matters, context, today).Run();
}

}  // namespace firstvisit
