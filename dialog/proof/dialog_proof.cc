// Method: scripted conversations that deviate from a harmless one in every
// answer and every pair of answers; a search over all inputs at every question
// that comes up in them (topic_walk.h); every change of one answer into another
// against a conversation that gave the second at once. Tests:
// dialog_proof_test.cc.

#include "dialog/proof/dialog_proof.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "dialog/proof/exact_hearing.h"
#include "dialog/proof/topic_walk.h"

namespace firstvisit {
namespace {

class DialogProver {
 public:
  DialogProver(const std::shared_ptr<const Content>& content,
               const Floor& floor)
      : content_(*content),
        floor_(floor),
        scripts_(*content, floor),
        interview_(content, std::make_shared<ExactHearing>(*content), {},
                   absl::Hours(24)) {}

  DialogProof Prove() {
    WalkTopics();
    HoldConversations();
    BeUnhelpful();
    CorrectAnswers();
    if (proof_.talks.longest > MostTurns(content_)) {
      Note("a conversation ends within its bound");
    }
    if (proof_.longest_question > kMostTurnsPerQuestion) {
      Note("a question ends within its bound");
    }
    return std::move(proof_);
  }

 private:
  void Note(std::string claim) {
    ++proof_.talks.broken_count;
    proof_.talks.broken.push_back(std::move(claim));
  }

  // The answers to a question that are not mild: the bad one, and doubt.
  std::vector<Answer> Deviations(QuestionIndex question) const {
    return {scripts_.Bad()[question], Answer::Unsure()};
  }

  Script With(const Script& script, QuestionIndex question,
              const Answer& answer) const {
    Script changed = script;
    changed[question] = answer;
    return changed;
  }

  // Follow-ups answered badly, everything else harmlessly.
  Script BadFollowUps() const {
    Script script = scripts_.Mild();
    for (const Floor::FollowUp& follow_up : floor_.follow_ups()) {
      script[follow_up.question] = scripts_.Bad()[follow_up.question];
    }
    return script;
  }

  static v1::StartSessionRequest Opening(bool groups) {
    v1::StartSessionRequest opening;
    opening.mutable_channel()->set_no_groups(!groups);
    opening.set_full_interview(true);
    return opening;
  }

  // Once for each question and group that comes up with a script.
  void WalkTopicsOf(const Script& script, bool groups,
                    std::set<std::string>& seen) {
    TopicWalk walk(interview_, proof_.talks);
    Talk talk(interview_, Opening(groups), proof_.talks);
    while (!talk.state().over()) {
      if (seen.insert(absl::StrJoin(talk.state().open.questions, ",")).second) {
        walk.From(talk.log());
      }
      const int turns = talk.log().events_size();
      talk.AnswerNext(script);
      if (talk.log().events_size() == turns) return;
    }
    proof_.topics += walk.places();
    proof_.longest_question = std::max(proof_.longest_question, walk.longest());
  }

  void WalkTopics() {
    std::set<std::string> seen;
    WalkTopicsOf(scripts_.Mild(), true, seen);
    WalkTopicsOf(scripts_.Mild(), false, seen);
    for (const Floor::FollowUp& follow_up : floor_.follow_ups()) {
      const QuestionIndex flag = follow_up.flag[0].question;
      for (const Answer& answer : Deviations(flag)) {
        WalkTopicsOf(With(scripts_.Mild(), flag, answer), false, seen);
      }
    }
  }

  // Every deviation, and every two, with follow-ups answered badly.
  void HoldConversations() {
    const Script base = BadFollowUps();
    for (size_t i = 0; i < floor_.required().size(); ++i) {
      const QuestionIndex one = floor_.required()[i].question;
      for (const Answer& first : Deviations(one)) {
        const Script once = With(base, one, first);
        Talk(interview_, Opening(true), proof_.talks).AnswerAll(once);
        for (size_t j = i + 1; j < floor_.required().size(); ++j) {
          const QuestionIndex two = floor_.required()[j].question;
          for (const Answer& second : Deviations(two)) {
            Talk(interview_, Opening(false), proof_.talks)
                .AnswerAll(With(once, two, second));
          }
        }
      }
    }
  }

  // Clients who say nothing, mumble, or are never quite sure.
  void BeUnhelpful() {
    for (const char* habit : {"", "mumble", "?"}) {
      Talk talk(interview_, Opening(true), proof_.talks);
      const int most = 2 * MostTurns(content_);
      for (int turn = 0; turn < most && !talk.state().over(); ++turn) {
        if (turn == 0) {
          talk.AnswerNext(scripts_.Mild());  // consent
        } else if (std::string(habit) == "?") {
          talk.Say(absl::StrCat(talk.Reply(scripts_.Bad()), habit));
        } else {
          talk.Say(habit);
        }
      }
      if (!talk.state().over()) {
        talk.Broken("a conversation comes to its end");
      }
    }
  }

  void CorrectAnswers() {
    for (const Floor::Required& required : floor_.required()) {
      const QuestionIndex question = required.question;
      std::vector<Answer> answers = Deviations(question);
      answers.push_back(scripts_.Mild()[question]);
      answers.push_back(Answer::Declined());
      for (const Answer& first : answers) {
        for (const Answer& second : answers) {
          if (first == second) continue;
          Correct(question, first, second, /*back=*/false);
          Correct(question, first, second, /*back=*/true);
        }
      }
    }
  }

  // Answers, is asked what follows, and takes it back: later with a
  // correction, or at once with BACK.
  void Correct(QuestionIndex question, const Answer& first,
               const Answer& second, bool back) {
    const Script before = With(BadFollowUps(), question, first);
    const Script after = With(BadFollowUps(), question, second);
    Talk corrected(interview_, Opening(false), proof_.talks);
    corrected.AnswerAll(before, question);
    if (corrected.state().over()) return;  // it ended the interview
    if (back) {
      corrected.Command(v1::BACK);
    } else {
      corrected.AnswerNext(before);
      if (corrected.state().over()) return;
      corrected.Say(
          absl::StrCat(ExactHearing::Write(content_, question, second), "!"));
    }
    if (!corrected.state().over()) corrected.AnswerAll(after);
    // A correction to doubt does not take an answer back; it is put again.
    if (corrected.state().records[question].answer != second) return;
    ++proof_.corrections;
    Talk direct(interview_, Opening(false), proof_.talks);
    direct.AnswerAll(after);
    if (second.doubtful()) {
      CompareDoubt(corrected, direct);
    } else {
      Compare(corrected, direct);
    }
  }

  void Compare(Talk& corrected, const Talk& direct) {
    const Triage one = corrected.Conclude().triage;
    const Triage other = direct.Conclude().triage;
    bool same = one.level == other.level && one.forbidden == other.forbidden &&
                one.raised.size() == other.raised.size();
    for (size_t i = 0; same && i < one.raised.size(); ++i) {
      same = one.raised[i].precaution == other.raised[i].precaution &&
             one.raised[i].rule == other.raised[i].rule &&
             one.raised[i].grade == other.raised[i].grade;
    }
    if (!same) {
      corrected.Broken(
          "after a correction the result is that of the final answers");
    }
  }

  // What was answered before the doubt stands, and may make it stricter.
  void CompareDoubt(Talk& corrected, const Talk& direct) {
    const Triage one = corrected.Conclude().triage;
    const Triage other = direct.Conclude().triage;
    bool milder = one.level < other.level;
    for (size_t i = 0; i < one.forbidden.size(); ++i) {
      milder |= other.forbidden[i] && !one.forbidden[i];
    }
    if (milder) {
      corrected.Broken("a correction to doubt makes nothing milder");
    }
  }

  const Content& content_;
  const Floor& floor_;
  const Scripts scripts_;
  const Interview interview_;
  DialogProof proof_;
};

}  // namespace

int MostTurns(const Content& content) {
  return kMostTurnsPerQuestion * static_cast<int>(content.questions().size()) +
         kMostTurnsPerGroup * static_cast<int>(content.groups().size());
}

DialogProof ProveDialog(const std::shared_ptr<const Content>& content,
                        const Floor& floor) {
  return DialogProver(content, floor).Prove();
}

}  // namespace firstvisit
