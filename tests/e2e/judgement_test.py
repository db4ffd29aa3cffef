"""Converse, Assess and Explain of the built command, over gRPC."""

import queue
import shutil
import tempfile
import unittest

import grpc

from tests.e2e.grpc_client import Service, api, error_info

# More turns than an interview can take.
MOST_TURNS = 120
SECONDS = 30

HARMLESS = {"consent": "yes", "weight_bearing": "yes", "onset": "gradual",
            "knee_side": "left", "pain_place": "front"}
IN_WORDS = {"age": "40", "duration": "three months", "severity": "3",
            "sitting_hours": "2", "anything_else": "no thank you"}


def choice(question, value):
    return api.Answer(question_id=question, choice=value)


def number(question, value):
    return api.Answer(question_id=question,
                      interval=api.Interval(low=value, high=value))


def answer(turn, said):
    """The reply to what is open: as said, else harmless."""
    question = turn.question.id
    request = api.ReplyRequest(session=turn.session,
                               request_id="after-%d" % turn.turn,
                               expected_turn=turn.turn)
    if question not in said and question in IN_WORDS:
        request.text = IN_WORDS[question]
    else:
        request.choice = said.get(question, HARMLESS.get(question, "no"))
    return request


def goes_on(turn):
    return turn.state in (api.ASKING, api.CONFIRMING)


class JudgementTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        folder = tempfile.mkdtemp(dir="/tmp")
        cls.addClassCleanup(shutil.rmtree, folder)
        service = Service(folder)
        cls.intake = service.__enter__().intake
        cls.addClassCleanup(service.__exit__)

    def start(self):
        return self.intake.StartSession(api.StartSessionRequest(
            request_id=self.id(), reference="B-17",
            channel=api.Channel(no_groups=True)))

    def finish(self, turn, said):
        while goes_on(turn):
            self.assertLess(turn.turn, MOST_TURNS)
            turn = self.intake.Reply(answer(turn, said))
        return turn

    def fails(self, code, call, request):
        with self.assertRaises(grpc.RpcError) as caught:
            call(request)
        self.assertEqual(caught.exception.code(), code)
        return error_info(caught.exception)

    def test_a_whole_conversation_goes_over_one_stream(self):
        said = {"osteoporosis": "yes"}
        turn = self.start()
        requests = queue.Queue()
        requests.put(answer(turn, said))
        turns = self.intake.Converse(iter(requests.get, None),
                                     timeout=SECONDS)
        for turn in turns:
            self.assertLess(turn.turn, MOST_TURNS)
            requests.put(answer(turn, said) if goes_on(turn) else None)
        self.assertEqual(turn.state, api.DONE)
        self.assertEqual(turn.assessment.triage, api.DOCTOR_FIRST)
        # The stream wrote the same session that single calls read.
        session = self.intake.GetSession(
            api.GetSessionRequest(session=turn.session))
        self.assertEqual(session.assessment, turn.assessment)

    def test_an_emergency_on_a_stream_ends_the_conversation_at_once(self):
        turn = self.finish_until("chest_breath")
        requests = queue.Queue()
        requests.put(answer(turn, {"chest_breath": "yes"}))
        requests.put(None)
        last = list(self.intake.Converse(iter(requests.get, None),
                                         timeout=SECONDS))[-1]
        self.assertEqual(last.state, api.REFERRED)
        self.assertEqual(last.assessment.triage, api.EMERGENCY)
        self.assertFalse(last.HasField("question"))

    def finish_until(self, question):
        turn = self.start()
        while turn.question.id != question:
            turn = self.intake.Reply(answer(turn, {}))
        return turn

    def test_a_stream_to_a_session_that_is_none_is_refused(self):
        request = api.ReplyRequest(session="nobody", request_id="1", text="yes")
        with self.assertRaises(grpc.RpcError) as caught:
            list(self.intake.Converse(iter([request]), timeout=SECONDS))
        self.assertEqual(caught.exception.code(), grpc.StatusCode.NOT_FOUND)

    def test_assess_fills_nothing_in(self):
        response = self.intake.Assess(api.AssessRequest(
            answers=[number("age", 40), choice("heels_often", "yes")]))
        self.assertEqual(response.assessment.triage, api.DOCTOR_FIRST)
        self.assertFalse(response.assessment.complete)
        self.assertFalse(response.assessment.HasField("plan"))
        self.assertIn("calf_swelling", response.assessment.open)
        self.assertIn("calf_swelling",
                      [question.id for question in response.open_questions])
        self.assertIn("tight_calf_heels",
                      [cause.id for cause in response.assessment.causes])

    def test_assess_says_which_answer_does_not_fit(self):
        info = self.fails(
            grpc.StatusCode.INVALID_ARGUMENT, self.intake.Assess,
            api.AssessRequest(answers=[number("age", 40),
                                       choice("no_such_question", "yes")]))
        self.assertEqual(info.metadata["field"], "answers[1]")

    def test_a_level_is_explained_and_its_change_does_what_is_said(self):
        turn = self.finish(self.start(), {"osteoporosis": "yes"})
        explained = self.intake.Explain(
            api.ExplainRequest(session=turn.session, level=True))
        self.assertIn("K56", [source.id for source in explained.sources])
        self.assertEqual([change.question_id
                          for change in explained.smallest_change],
                         ["osteoporosis"])
        report = self.intake.GetReport(api.GetReportRequest(
            session=turn.session, audience="THERAPIST", format="TEXT"))
        answers = [given for given in report.answers
                   if given.WhichOneof("value") != "text"]
        changed = self.intake.Assess(api.AssessRequest(
            answers=answers + list(explained.smallest_change)))
        self.assertEqual(changed.assessment.triage, explained.triage_then)
        self.assertLess(explained.triage_then, turn.assessment.triage)

    def test_every_line_of_an_assessment_can_be_explained(self):
        turn = self.finish(self.start(), {"sheets_tucked": "yes"})
        for line in (turn.assessment.referral.headline,
                     turn.assessment.causes[0].reasons_for[0],
                     turn.assessment.tips[0].text,
                     turn.assessment.plan.areas[0].text):
            explained = self.intake.Explain(api.ExplainRequest(
                session=turn.session, sentence=line.sentence_id))
            self.assertEqual(explained.lines[0].text, line.text)

    def test_what_cannot_be_explained_is_refused(self):
        turn = self.start()
        self.fails(grpc.StatusCode.INVALID_ARGUMENT, self.intake.Explain,
                   api.ExplainRequest(session=turn.session))
        self.fails(grpc.StatusCode.NOT_FOUND, self.intake.Explain,
                   api.ExplainRequest(session=turn.session, cause="nothing"))
        self.fails(grpc.StatusCode.NOT_FOUND, self.intake.Explain,
                   api.ExplainRequest(session="nobody", level=True))


if __name__ == "__main__":
    unittest.main()
