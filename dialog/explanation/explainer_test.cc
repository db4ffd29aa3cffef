#include "dialog/explanation/explainer.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/conversation.h"
#include "tests/support/knee_pain.h"

namespace firstvisit {
namespace {

using testing::Contains;

class ExplainerTest : public testing::Test {
 protected:
  static Conversation Finished(
      const std::map<std::string, std::string>& said) {
    v1::StartSessionRequest request;
    request.set_reference("B-17");
    Conversation talk(request);
    talk.AnswerUntilOver(said);
    return talk;
  }

  static v1::Explanation Explain(const Conversation& talk,
                                 const v1::ExplainRequest& request) {
    const auto explanation = talk.interview().Explain(talk.log(), request);
    EXPECT_TRUE(explanation.ok()) << explanation.status();
    return explanation.ok() ? *explanation : v1::Explanation();
  }

  // What the engine concludes from the session's answers with the change.
  static v1::Assessment Changed(const Conversation& talk,
                                const v1::Explanation& explanation) {
    const v1::Report report =
        talk.interview().Report(talk.log(), "en", absl::UnixEpoch());
    v1::AssessRequest request;
    for (const v1::Answer& answer : report.answers()) {
      if (answer.value_case() != v1::Answer::kText) {
        *request.add_answers() = answer;
      }
    }
    for (const v1::Answer& answer : explanation.smallest_change()) {
      *request.add_answers() = answer;
    }
    const auto response = talk.interview().Assess(request);
    EXPECT_TRUE(response.ok()) << response.status();
    return response.ok() ? response->assessment() : v1::Assessment();
  }
};

TEST_F(ExplainerTest, ALevelIsExplainedDownToItsSource) {
  const Conversation talk = Finished({{"osteoporosis", "yes"}});
  v1::ExplainRequest request;
  request.set_level(true);
  const v1::Explanation explanation = Explain(talk, request);
  std::vector<std::string> sources, answers;
  for (const v1::Source& source : explanation.sources()) {
    sources.push_back(source.id());
    EXPECT_NE(source.statement(), "");
  }
  for (const v1::Answer& answer : explanation.answers()) {
    answers.push_back(answer.question_id());
  }
  EXPECT_THAT(sources, Contains("K56"));
  EXPECT_THAT(answers, Contains("osteoporosis"));
}

TEST_F(ExplainerTest, TheSmallestChangeDoesWhatIsSaid) {
  const Conversation talk = Finished({{"osteoporosis", "yes"}});
  v1::ExplainRequest request;
  request.set_level(true);
  const v1::Explanation explanation = Explain(talk, request);
  ASSERT_EQ(explanation.smallest_change_size(), 1);
  EXPECT_EQ(explanation.smallest_change(0).question_id(), "osteoporosis");
  EXPECT_EQ(Changed(talk, explanation).triage(), explanation.triage_then());
  EXPECT_LT(explanation.triage_then(), v1::DOCTOR_FIRST);
}

TEST_F(ExplainerTest, TwoReasonsNeedTwoChanges) {
  const Conversation talk =
      Finished({{"osteoporosis", "yes"}, {"locking", "yes"}});
  v1::ExplainRequest request;
  request.set_level(true);
  const v1::Explanation explanation = Explain(talk, request);
  ASSERT_EQ(explanation.smallest_change_size(), 2);
  EXPECT_EQ(Changed(talk, explanation).triage(), explanation.triage_then());
}

TEST_F(ExplainerTest, ACauseNamesTheAnswerThatWouldUnmakeIt) {
  const Conversation talk = Finished({{"sheets_tucked", "yes"}});
  v1::ExplainRequest request;
  request.set_cause("tight_calf_sheets");
  const v1::Explanation explanation = Explain(talk, request);
  ASSERT_EQ(explanation.smallest_change_size(), 1);
  EXPECT_EQ(explanation.smallest_change(0).question_id(), "sheets_tucked");
  EXPECT_GT(explanation.lines_size(), 0);
}

TEST_F(ExplainerTest, ATopicThatIsNotThereIsNotFound) {
  const Conversation talk = Finished({});
  for (const char* field : {"cause", "tip", "sentence", "question"}) {
    v1::ExplainRequest request;
    const auto* descriptor =
        v1::ExplainRequest::descriptor()->FindFieldByName(field);
    request.GetReflection()->SetString(&request, descriptor, "nothing");
    EXPECT_EQ(talk.interview().Explain(talk.log(), request).status().code(),
              absl::StatusCode::kNotFound)
        << field;
  }
  EXPECT_EQ(talk.interview()
                .Explain(talk.log(), v1::ExplainRequest())
                .status()
                .code(),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(ExplainerTest, WhyAQuestionShowsTheAnswerThatWouldMatter) {
  const Conversation talk = Finished({});
  v1::ExplainRequest request;
  request.set_question("calf_swelling");
  const v1::Explanation explanation = Explain(talk, request);
  ASSERT_EQ(explanation.lines_size(), 1);
  EXPECT_EQ(explanation.lines(0).sentence_id(), "question.calf_swelling.why");
  EXPECT_EQ(explanation.triage_then(), v1::URGENT);
}

}  // namespace
}  // namespace firstvisit
